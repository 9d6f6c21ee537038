import type { NodeJson } from '../identity.ts'
import { type Inline, joined, lineBreak, textNode, withMarks } from './inline.ts'
import { movedCode } from './lists.ts'
import type { Losses } from './losses.ts'

/** What a place may hold: paragraphs and lists, or paragraphs alone. */
export type Place = 'flow' | 'paragraphs'

/** What fits, and what is to stand after the element that could not hold it. */
export type Fitted = { fitted: NodeJson[]; moved: NodeJson[] }

/** Brings elements into a box, a fold or a cell. */
export function fitInto(nodes: readonly NodeJson[], place: Place, losses: Losses): Fitted {
  const fitted: NodeJson[] = []
  const moved: NodeJson[] = []
  for (const node of nodes) {
    if (node.type === 'paragraph') fitted.push(node)
    else if (node.type === 'heading') fitted.push(boldParagraph(node, losses))
    else if (node.type === 'codeBlock') fitted.push(codeParagraph(node))
    else if (isList(node)) fitted.push(...listIn(place, node, losses))
    else {
      losses.add(movedCode(node))
      moved.push(node)
    }
  }
  return { fitted, moved }
}

/** All the words of some elements as one line after the other: for a choice, a question, a title. */
export function asWords(nodes: readonly NodeJson[], losses: Losses): Inline {
  return joined(nodes.flatMap((node) => linesOf(node, losses)))
}

function linesOf(node: NodeJson, losses: Losses): Inline[] {
  if (node.type === 'codeBlock') return [codeParagraph(node).content ?? []]
  const inline = node.content?.some(({ type }) => type === 'text' || type === 'hardBreak')
  if (inline) return [node.content ?? []]
  if (node.type === 'image')
    losses.add('foreign.element-left-out', String(node.attrs?.alt ?? ''))
  if (isList(node)) losses.add('foreign.list-flattened')
  return (node.content ?? []).flatMap((child) => linesOf(child, losses))
}

/** Where no block of code can stand: each line stays a line, its indent made of spaces that are kept. */
function codeParagraph({ content = [] }: NodeJson): NodeJson {
  const lines = (content[0]?.text ?? '').split('\n')
  const words = lines.map((line) => {
    const text = line.replace(/ {2,}|^ /g, (run) => '\u00A0'.repeat(run.length))
    return text === '' ? [] : [textNode(text, [{ type: 'code' }])]
  })
  return {
    type: 'paragraph',
    content: words.flatMap((line, at) => (at ? [lineBreak, ...line] : line)),
  }
}

function boldParagraph(heading: NodeJson, losses: Losses): NodeJson {
  const content = heading.content ?? []
  losses.add('foreign.heading-flattened', content.map(({ text }) => text ?? ' ').join(''))
  return { type: 'paragraph', content: content.map(inBold) }
}

function inBold(node: NodeJson): NodeJson {
  if (node.type !== 'text') return node
  const others = (node.marks ?? []).filter(({ type }) => type !== 'bold')
  const at = others.findIndex(({ type }) => type !== 'link')
  const place = at < 0 ? others.length : at
  return {
    ...node,
    marks: [...others.slice(0, place), { type: 'bold' }, ...others.slice(place)],
  }
}

function listIn(place: Place, list: NodeJson, losses: Losses): NodeJson[] {
  if (place === 'flow') return [list]
  losses.add('foreign.list-flattened')
  return flattened(list)
}

function flattened(list: NodeJson): NodeJson[] {
  return (list.content ?? []).flatMap((item, index) => {
    const [first, ...inner] = item.content ?? []
    const sign = list.type === 'orderedList' ? `${index + 1}. ` : '• '
    const content = [textNode(sign, []), ...(first?.content ?? [])]
    return [{ type: 'paragraph', content }, ...inner.flatMap(flattened)]
  })
}

export function isList({ type }: NodeJson): boolean {
  return type === 'bulletList' || type === 'orderedList'
}

/** A heading holds no bold and no link: the schema says which marks. */
export function headingMarks(inline: Inline): Inline {
  const kept = ['italic', 'language', 'subscript', 'superscript']
  return withMarks(inline, (mark) => kept.includes(mark))
}
