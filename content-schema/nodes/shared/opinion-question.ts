import type { Node } from 'prosemirror-model'
import type { Described } from '#content-schema/element.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import type { LikertKey } from '#content-schema/scoring/kinds/likert.ts'
import { partsOf } from './opinion-faults.ts'

/** Which parts of a question opinions are asked on, on which scale, and where a comment is asked. */
export type OpinionParts = {
  /** Type of the lines that an opinion is asked on. */
  line: string
  steps: readonly string[]
  /** The part that asks for a free comment; when nothing is written in it, none is asked. */
  comment?: Node | null
}

/** What an opinion is kept under; `null` without a line or a scale. */
export function opinionKey(
  question: Node,
  { line, steps, comment }: OpinionParts,
): { kind: 'likert'; key: LikertKey } | null {
  const statements = partsOf(question, line).map(({ attrs }) => String(attrs.id))
  if (steps.length < 2 || statements.length === 0) return null
  const asked = comment && comment.textContent.trim() !== '' ? String(comment.attrs.id) : null
  return { kind: 'likert', key: { statements, steps: steps.length, comment: asked } }
}

/** One line each: its words, the names of the steps; then the comment. */
export function describeOpinions(
  question: Node,
  { line, steps, comment }: OpinionParts,
): Described[] {
  const scale = steps.map((text, index) => ({ id: String(index + 1), text }))
  const lines = partsOf(question, line).map((each) => ({
    id: String(each.attrs.id),
    prompt: excerpt(each.firstChild?.isText === false ? each.firstChild : each, 240),
    scale,
  }))
  if (!comment || comment.textContent.trim() === '') return lines
  const asked = { id: String(comment.attrs.id), prompt: excerpt(comment, 240) }
  return [...lines, { ...asked, type: 'long-fill-in' }]
}
