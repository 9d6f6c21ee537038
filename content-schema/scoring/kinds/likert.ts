import { type PartRecord, questionKind } from '../kind.ts'
import { packText, unpackText } from '../pack-text.ts'

export type LikertKey = {
  /** Ids of what opinions are asked on, in order. */
  statements: string[]
  /** Steps of the scale; an opinion is a whole number from 1 to this. */
  steps: number
  /** Id of the free comment, `null` when none is asked. */
  comment: string | null
}

/** Characters of a comment that are kept for another sitting; its field takes no more. */
export const longestComment = 250

/**
 * Opinions on a scale: nothing is right or wrong. An answer is a step for each statement, `''`
 * where none was taken, then the comment.
 */
export const likert = questionKind<LikertKey>({
  scored: () => false,
  mark: () => 1,
  records({ statements, comment }, answer, standard) {
    const opinions = statements.flatMap<PartRecord>((part, index) =>
      answer[index]
        ? [{ part, type: 'likert', response: answer[index], correctPatterns: [] }]
        : [],
    )
    const said = comment ? (answer[statements.length] ?? '') : ''
    if (!comment || said === '') return opinions
    const type = standard === 'scorm-12' ? 'fill-in' : 'long-fill-in'
    return [...opinions, { part: comment, type, response: said, correctPatterns: [] }]
  },
  identity: ({ statements, steps, comment }) => [[...statements].sort(), steps, comment],
  pack({ statements, comment }, answer) {
    const steps = statements.map((_, index) => Number(answer[index] || 0).toString(36)).join('')
    return comment
      ? `${steps}.${packText(answer[statements.length] ?? '', longestComment)}`
      : steps
  },
  unpack(_, text) {
    const [steps = '', said] = text.split('.')
    const opinions = [...steps].map((step) => (step === '0' ? '' : step))
    return said === undefined ? opinions : [...opinions, unpackText(said)]
  },
  budget: ({ statements, comment }) => statements.length + (comment ? longestComment + 1 : 0),
})
