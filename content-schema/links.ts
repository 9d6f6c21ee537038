import type { Node } from 'prosemirror-model'
import { ownedNodes } from './owned-nodes.ts'

/** A link as a reader meets it: all the words under it, whatever their other marks. */
export type DocumentLink = { href: string; text: string; ownerId: string | null }

/** The links of a document, in order. */
export function linksOf(doc: Node): DocumentLink[] {
  return ownedNodes(doc)
    .filter(({ node }) => node.isTextblock)
    .flatMap(({ node, ownerId }) => linksIn(node).map((link) => ({ ...link, ownerId })))
}

function linksIn(textblock: Node): { href: string; text: string }[] {
  const links: { href: string; text: string }[] = []
  let previous: string | null = null
  for (const inline of textblock.children) {
    const href = hrefOf(inline)
    const words = inline.text ?? ' '
    const last = links.at(-1)
    if (href !== null && href === previous && last) last.text += words
    else if (href !== null) links.push({ href, text: words })
    previous = href
  }
  return links
}

function hrefOf(inline: Node): string | null {
  return inline.marks.find(({ type }) => type.name === 'link')?.attrs.href ?? null
}
