import type { Node } from 'prosemirror-model'
import type { Language, PageWords } from '../player/i18n/words.ts'
import type { Html } from './html.ts'

/** Where a page finds one of its files. */
export type RenderedAsset = {
  url: string
  mediaType: string
  bytes: number
  /** In pixels; `null` when the file has none. */
  width: number | null
  height: number | null
}

/** What every renderer may ask for. */
export type RenderContext = {
  words: PageWords
  /** Language of `words`. */
  language: Language
  /** Language of the module. */
  contentLanguage: string
  /** `null` when the file is not to be had: the element is left out, or said to be missing. */
  asset: (digest: string | null) => RenderedAsset | null
  /** For reviewers: right answers and feedback are shown, nothing can be answered. */
  answers: boolean
  /** For reviewers: each element says which node it shows, in `data-node-id`. */
  nodeIds: boolean
  render: (node: Node) => Html
  /** The content of a node, rendered in order. */
  inside: (node: Node) => Html
}

export type Renderer = (node: Node, context: RenderContext) => Html

/** The attributes that let links, statements and remarks find the element of a node. */
export function identity(node: Node, context: RenderContext) {
  const id: string | null = node.attrs.id || null
  return { id, 'data-node-id': context.nodeIds ? id : null }
}

/** Marks words of the player's language inside a module of another one. */
export function inOwnLanguage(context: RenderContext) {
  return { lang: context.language === context.contentLanguage ? null : context.language }
}
