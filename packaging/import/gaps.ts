import { asWords } from '#content-schema/foreign-html/fit.ts'
import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { longestGap } from '#content-schema/scoring/kinds/cloze.ts'
import { clozeQuestion, type Said } from './question-nodes.ts'
import { type QuestionReading, say } from './question-reading.ts'
import { askedLines, type RichText } from './rich-text.ts'

/** A gap as other programs write it. */
export type ForeignGap = { accepted: string[]; choices: string[] }

/** A question, and what stands before it. */
export type ReadQuestion = { before: NodeJson[]; question: NodeJson }

/** As the schema's gaps. */
const mostWords = 10

/** Stands in a text where a gap is to come: no writer uses these characters. */
export function gapMark(index: number): string {
  return `\uE004${index}\uE005`
}

const mark = /\uE004(\d+)\uE005/

/**
 * A text with gaps, from one in which they are marked. Lines before the first gap are what is
 * asked; without any, a sentence says what is to be done.
 *
 * @returns `null` when a gap accepts nothing that we can hold, or did not find its place
 */
export function clozeFrom(
  rich: RichText,
  gaps: ForeignGap[],
  attrs: Record<string, unknown>,
  said: Said,
  reading: QuestionReading,
): ReadQuestion | null {
  const nodes = gaps.map((gap) => gapNode(gap, reading))
  const { before, lines: words } = askedLines(rich, reading)
  const standing = before.filter((node) => !holdsMark(node))
  const lines = [...words, ...linesOfOthers(before, reading)]
  const filled = lines.map((line) => line.flatMap((inline) => split(inline, nodes)))
  const first = filled.findIndex(holdsGap)
  const placed = filled.flat().filter(({ type }) => type === 'clozeGap').length
  if (first < 0 || nodes.includes(null) || placed !== gaps.length) return null
  const prompt =
    first > 0 ? joinedLines(filled.slice(0, first)) : ask(reading.language, filled.length)
  const question = clozeQuestion(prompt, filled.slice(first), attrs, said)
  return { before: standing, question }
}

function gapNode({ accepted, choices }: ForeignGap, reading: QuestionReading): NodeJson | null {
  const kept = { accepted: keptWords(accepted), choices: keptWords(choices) }
  const all = kept.accepted.length === accepted.length && kept.choices.length === choices.length
  if (!all) say(reading, 'import.answers')
  if (kept.accepted.length === 0) return null
  return { type: 'clozeGap', attrs: kept }
}

function keptWords(words: string[]): string[] {
  const trimmed = [...new Set(words.map((each) => each.trim()))]
  return trimmed.filter(({ length }) => length > 0 && length <= longestGap).slice(0, mostWords)
}

/** Gaps in a table come out of it, line by line: a text with gaps holds no table. */
function linesOfOthers(before: NodeJson[], reading: QuestionReading): Inline[] {
  const tables = before.filter(holdsMark)
  if (tables.length > 0) say(reading, 'import.gap-table')
  return tables.map((node) => asWords([node], reading.losses))
}

function split(inline: NodeJson, gaps: (NodeJson | null)[]): Inline {
  if (inline.text === undefined) return [inline]
  return inline.text.split(/\uE004(\d+)\uE005/).flatMap((part, index) => {
    if (index % 2 === 1) return gaps[Number(part)] ?? []
    return part === '' ? [] : [{ ...inline, text: part }]
  })
}

function holdsGap(line: Inline): boolean {
  return line.some(({ type }) => type === 'clozeGap')
}

function holdsMark(node: NodeJson): boolean {
  return mark.test(JSON.stringify(node))
}

function joinedLines(lines: Inline[]): Inline {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]))
}

/** A group of fields needs a name, and these programs ask for none. */
function ask(language: string, lines: number): Inline {
  const [one, several] = language.startsWith('fr')
    ? ['Complétez la phrase.', 'Complétez ces phrases.']
    : ['Complete the sentence.', 'Complete these sentences.']
  return [{ type: 'text', text: lines === 1 ? one : several }]
}
