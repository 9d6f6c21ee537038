import { cutText } from '#content-schema/cut-text.ts'
import { type InteractionStandard, isScorm12, keyFacts, questionKind } from '../kind.ts'
import { packText, unpackText } from '../pack-text.ts'
import { acceptedAs, type Tolerance } from '../read-words.ts'

export type FillInKey = Tolerance & { accepted: string[] }

/** Characters a short answer may have; the field takes no more. */
export const longestWords = 80

/** A word or a few, as typed. */
export const fillIn = questionKind<FillInKey>({
  mark: (key, [typed = '']) => (acceptedAs(typed, key.accepted, key) === null ? 0 : 1),
  records: (_, [typed = '']) => [{ type: 'fill-in', response: cutText(typed, longestFillIn) }],
  pack: (_, [typed = '']) => packText(typed, longestWords),
  unpack: (_, text) => [unpackText(text)],
})

export const fillInFacts = keyFacts<FillInKey>({
  identity: ({ accepted, ...tolerance }) => [[...accepted].sort(), tolerance],
  budget: () => longestWords,
  patterns: (key, standard) => ({
    '': key.accepted.map((each) => wordsPattern([each], key, standard)),
  }),
})

/** What SCORM 2004 promises to keep of a fill-in; SCORM 1.2 keeps five more. */
export const longestFillIn = 250

/** One way of being right: the words of each gap, and whether capitals count. */
export function wordsPattern(
  words: readonly string[],
  { capitals }: { capitals: boolean },
  standard: InteractionStandard,
): string {
  if (isScorm12(standard)) return cutText(words.join(' '), 255)
  return `${capitals ? '{case_matters=true}' : ''}${words.join('[,]')}`
}
