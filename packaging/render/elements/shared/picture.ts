import type { Node } from 'prosemirror-model'
import type { RenderContext } from '#packaging/render/context.ts'
import { type Html, h } from '#packaging/render/html.ts'

/** The picture of a part of an element; `null` when it has none. */
export function pictureOf(node: Node, context: RenderContext): Html | null {
  const asset = context.asset(node.attrs.asset)
  if (!asset) return null
  const { url, width, height } = asset
  return h('img', { src: url, alt: node.attrs.alt, width, height, decoding: 'async' })
}
