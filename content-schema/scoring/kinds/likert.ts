import { cutText } from '#content-schema/cut-text.ts'
import { isScorm12, keyFacts, type PartRecord, questionKind } from '../kind.ts'
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
  mark: () => null,
  records(key, answer, standard) {
    const { statements, comment } = key
    const opinions = statements.flatMap<PartRecord>((part, index) => {
      const response = stepOf(key, answer[index])
      return response ? [{ part, type: 'likert', response }] : []
    })
    const said = cutText(answer[statements.length] ?? '', longestComment)
    if (!comment || said === '') return opinions
    const type = isScorm12(standard) ? 'fill-in' : 'long-fill-in'
    return [...opinions, { part: comment, type, response: said }]
  },
  pack(key, answer) {
    const { statements, comment } = key
    const steps = statements.map((_, index) => stepOf(key, answer[index]) || '0').join('')
    return comment
      ? `${steps}.${packText(answer[statements.length] ?? '', longestComment)}`
      : steps
  },
  unpack(_, text) {
    const [steps = '', said] = text.split('.')
    const opinions = [...steps].map((step) => (step === '0' ? '' : step))
    return said === undefined ? opinions : [...opinions, unpackText(said)]
  },
})

export const likertFacts = keyFacts<LikertKey>({
  identity: ({ statements, steps, comment }) => [[...statements].sort(), steps, comment],
  budget: ({ statements, comment }) => statements.length + (comment ? longestComment + 1 : 0),
  patterns: () => ({}),
})

/** One digit, or `''` for what is no step of this scale: no scale has more than nine. */
function stepOf({ steps }: LikertKey, given = ''): string {
  return /^[1-9]$/.test(given) && Number(given) <= steps ? given : ''
}
