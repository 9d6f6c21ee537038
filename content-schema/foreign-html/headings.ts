import type { NodeJson } from '../identity.ts'
import { textNode, textOf } from './inline.ts'
import type { Losses } from './losses.ts'

/** What a whole file comes to: its own title when it has one, and its sections. */
export type ForeignSections = { title: string; sections: NodeJson[] }

/**
 * Titles of a part of a section: the highest becomes level 3, all others level 4. The title of a
 * whole file counts with the highest.
 */
export function foldHeadings(nodes: readonly NodeJson[], losses: Losses): NodeJson[] {
  const inside = nodes.map((node) =>
    node.type === 'heading' && levelOf(node) === 0 ? withLevel(node, 1) : node,
  )
  sayFolded(inside, losses)
  return releveled(inside)
}

function withLevel(heading: NodeJson, level: number): NodeJson {
  return { ...heading, attrs: { ...heading.attrs, level } }
}

function sayFolded(nodes: readonly NodeJson[], losses: Losses): void {
  const { length } = levelsIn(nodes)
  if (length > 2) losses.add('foreign.heading-folded', '', length)
}

function releveled(nodes: readonly NodeJson[]): NodeJson[] {
  const [top] = levelsIn(nodes)
  return nodes.map((node) => {
    if (node.type !== 'heading') return node
    return withLevel(node, levelOf(node) === top ? 3 : 4)
  })
}

/** One section for each heading of the highest level; what stands before the first has its own. */
export function splitSections(nodes: readonly NodeJson[], losses: Losses): ForeignSections {
  const title = titleOf(nodes)
  const body = title === null ? nodes : nodes.slice(1)
  const [top] = levelsIn(body)
  const parts: { title: string; nodes: NodeJson[] }[] = [{ title: title ?? '', nodes: [] }]
  for (const node of body) {
    if (node.type === 'heading' && levelOf(node) === top)
      parts.push({ title: words(node), nodes: [] })
    else parts.at(-1)?.nodes.push(node)
  }
  const begun = parts.filter((part, index) => index > 0 || part.nodes.length > 0)
  sayFolded(
    begun.flatMap((part) => part.nodes),
    losses,
  )
  return {
    title: title ?? begun.find((part) => part.title !== '')?.title ?? '',
    sections: begun.map((part) => sectionOf(part.title, releveled(part.nodes))),
  }
}

function sectionOf(title: string, nodes: NodeJson[]): NodeJson {
  const sectionTitle = { type: 'sectionTitle', content: title ? [textNode(title, [])] : [] }
  const elements = nodes.length > 0 ? nodes : [{ type: 'paragraph' }]
  return { type: 'section', content: [sectionTitle, ...elements] }
}

function titleOf([first]: readonly NodeJson[]): string | null {
  return first?.type === 'heading' && levelOf(first) === 0 ? words(first) : null
}

function words(node: NodeJson): string {
  return textOf(node.content ?? [])
    .replace(/\s+/g, ' ')
    .trim()
}

function levelsIn(nodes: readonly NodeJson[]): number[] {
  const levels = nodes.filter(({ type }) => type === 'heading').map(levelOf)
  return [...new Set(levels)].sort((a, b) => a - b)
}

function levelOf({ attrs }: NodeJson): number {
  return Number(attrs?.level)
}
