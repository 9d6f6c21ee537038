import type { Node } from 'prosemirror-model'
import { inLanguage } from '#content-schema/direction.ts'
import type { elements } from '#content-schema/nodes/index.ts'
import type { ElementName } from '#content-schema/schema.ts'
import type { Language, PageWords } from '../player/i18n/words.ts'
import type { Html } from './html.ts'

/** Where a page finds one of its files. */
export type RenderedAsset = {
  url: string
  mediaType: string
  /** With its dot; found from `url` where it is not said. */
  extension?: string
  bytes: number
  /** In pixels; `null` when the file has none. */
  width: number | null
  height: number | null
  /** The same picture in one modern format, the narrowest first; a page may do without. */
  sources?: { url: string; mediaType: string; width: number }[]
}

/** What every renderer may ask for. */
export type RenderContext = {
  words: PageWords
  /** Language of `words`. */
  language: Language
  /** Language of the module. */
  contentLanguage: string
  /**
   * `null` when the file is not to be had: the element is left out, or said to be missing. `region`
   * is a part of a picture as `#content-schema/picture.ts` writes it, or `full`.
   */
  asset: (digest: string | null, region?: string) => RenderedAsset | null
  /** For reviewers: right answers and feedback are shown, nothing can be answered. */
  answers: boolean
  /** For paper: nothing is folded, nothing has to be pressed, there is room to write. */
  paper: boolean
  /** For reviewers: each element says which node it shows, in `data-node-id`. */
  nodeIds: boolean
  /** One of two texts, by the language of `words`. */
  say: <Text>(texts: { fr: Text; en: Text }) => Text
  render: (node: Node) => Html
  /** The content of a node, rendered in order. */
  inside: (node: Node) => Html
}

export type Renderer = (node: Node, context: RenderContext) => Html

/** How an element and its own parts are shown: one row a node, so that none can be forgotten. */
export type ElementRenderer<Name extends ElementName = ElementName> = {
  [Part in keyof (typeof elements)[Name]['nodes']]: Renderer
}

/** The renderers of one element: one file in `elements/` each, and nothing else names it. */
export function renders<Name extends ElementName>(
  _element: Name,
  renderers: ElementRenderer<Name>,
): ElementRenderer<Name> {
  return renderers
}

/** A part that its element writes by itself, and that alone is no more than what it holds. */
export const inside: Renderer = (node, context) => context.inside(node)

/** What only the player has a use for: it shows it when it begins. */
export const live = { hidden: true, 'data-live': true } as const

/** The attributes that let links, statements and remarks find the element of a node. */
export function identity(node: Node, context: RenderContext) {
  const id: string | null = node.attrs.id || null
  return {
    id,
    'data-node-id': context.nodeIds ? id : null,
    ...inLanguage(node.attrs.lang || null, context.contentLanguage),
  }
}

/** Marks words of the player's language inside a module of another one. */
export function inOwnLanguage(context: RenderContext) {
  return { lang: context.language === context.contentLanguage ? null : context.language }
}

/** As {@link identity}, for an element that does something in the learner's browser. */
export function acting(node: Node, context: RenderContext) {
  return { ...identity(node, context), 'data-element': node.type.name }
}
