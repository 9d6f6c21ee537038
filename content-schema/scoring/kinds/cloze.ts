import { cutText } from '#content-schema/cut-text.ts'
import { isScorm12, keyFacts, questionKind, shareOf } from '../kind.ts'
import { packText, unpackText } from '../pack-text.ts'
import { acceptedAs, type Tolerance } from '../read-words.ts'
import { longestFillIn, wordsPattern } from './fill-in.ts'

type Gap = {
  id: string
  accepted: string[]
  /** From a list, in which a slip of spelling would be another word. */
  chosen?: boolean
}

export type ClozeKey = Tolerance & {
  /** In the order of the text. */
  gaps: Gap[]
  /** Each gap earns its share; without it, all or nothing. */
  partialCredit: boolean
}

/** Characters of one gap that are kept; its field takes no more. */
export const longestGap = 40

/** Words missing in a text. An answer is what was put in each gap, in order. */
export const cloze = questionKind<ClozeKey>({
  mark: (key, answer) => shareOf(rightGaps(key, answer), key.partialCredit),
  // SCORM 1.2 has no way to say several words at once: one interaction a gap.
  records(key, answer, standard) {
    const right = rightGaps(key, answer)
    if (isScorm12(standard)) {
      return key.gaps.map(({ id }, index) => ({
        part: id,
        type: 'fill-in',
        response: cutText(answer[index] ?? '', longestFillIn),
        success: right[index] ?? false,
      }))
    }
    const response = key.gaps.map((_, index) => answer[index] ?? '').join('[,]')
    return [{ type: 'fill-in', response }]
  },
  pack: ({ gaps }, answer) =>
    gaps.map((_, index) => packText(answer[index] ?? '', longestGap)).join('.'),
  unpack: (_, text) => text.split('.').map(unpackText),
})

export const clozeFacts = keyFacts<ClozeKey>({
  identity: ({ gaps, partialCredit, capitals, accents, spelling }) => [
    gaps.map(({ id, accepted }) => [id, [...accepted].sort()]),
    { partialCredit, capitals, accents, spelling },
  ],
  budget: ({ gaps }) => gaps.length * (longestGap + 1),
  patterns(key, standard) {
    const pattern = (words: string[]) => wordsPattern(words, key, standard)
    if (!isScorm12(standard)) {
      return { '': [pattern(key.gaps.map(({ accepted }) => accepted[0] ?? ''))] }
    }
    return Object.fromEntries(
      key.gaps.map(({ id, accepted }) => [id, accepted.map((each) => pattern([each]))]),
    )
  },
})

/** Which gaps were filled rightly. */
export function rightGaps(key: ClozeKey, answer: readonly string[]): boolean[] {
  return key.gaps.map(({ accepted, chosen }, index) => {
    const given = answer[index] ?? ''
    return chosen ? accepted.includes(given) : acceptedAs(given, accepted, key) !== null
  })
}
