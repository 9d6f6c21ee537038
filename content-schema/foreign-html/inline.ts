import type { NodeJson } from '../identity.ts'

export type MarkJson = { type: string; attrs?: Record<string, unknown> }

/** Nodes of one textblock. */
export type Inline = NodeJson[]

export const lineBreak: NodeJson = { type: 'hardBreak' }

export function textNode(text: string, marks: readonly MarkJson[]): NodeJson {
  return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text }
}

/**
 * Spaces as a reader sees them: one between words, none at either end of a line. A lone no-break
 * space stays, since French sets one before `:`; a row of them is what word processors indent with.
 */
export function tidied(inline: Inline): Inline {
  const out: Inline = []
  for (const node of inline) {
    if (node.type !== 'text') trimEnd(out)
    const text = node.text === undefined ? undefined : collapsed(node.text, out.at(-1))
    if (text === undefined) out.push(node)
    else if (text !== '') append(out, { ...node, text })
  }
  return withoutBreaksAround(out)
}

function collapsed(text: string, before: NodeJson | undefined): string {
  const spaced = text.replace(/[ \t\r\n\f]+/g, ' ').replace(/[ \u00A0]{2,}/g, ' ')
  const atStart = before?.text === undefined
  return atStart || / $/.test(before.text ?? '') ? spaced.replace(/^ +/, '') : spaced
}

function append(out: Inline, node: NodeJson): void {
  const last = out.at(-1)
  const same =
    last?.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks)
  if (last && same) out[out.length - 1] = { ...last, text: `${last.text}${node.text}` }
  else out.push(node)
}

function trimEnd(out: Inline): void {
  const last = out.at(-1)
  if (last?.text === undefined) return
  const text = last.text.replace(/[ \u00A0]+$/, '')
  if (text === '') out.pop()
  else out[out.length - 1] = { ...last, text }
}

function withoutBreaksAround(inline: Inline): Inline {
  const out = [...inline]
  trimEnd(out)
  while (out.at(-1)?.type === 'hardBreak') {
    out.pop()
    trimEnd(out)
  }
  while (out[0]?.type === 'hardBreak') out.shift()
  const [first] = out
  if (first?.text === undefined) return out
  const text = first.text.replace(/^[ \u00A0]+/, '')
  return text === '' ? withoutBreaksAround(out.slice(1)) : [{ ...first, text }, ...out.slice(1)]
}

export function textOf(inline: Inline): string {
  return inline.map(({ text }) => text ?? ' ').join('')
}

/** One line after the other in a single textblock. */
export function joined(lines: Inline[]): Inline {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]))
}

/** The same words without the marks that a textblock may not hold. */
export function withMarks(inline: Inline, allows: (mark: string) => boolean): Inline {
  return inline.map((node) => {
    const { marks = [], ...bare } = node
    const kept = marks.filter(({ type }) => allows(type))
    return kept.length > 0 ? { ...bare, marks: kept } : bare
  })
}
