import { isScorm12, keyFacts, questionKind } from '../kind.ts'
import { packText, unpackText } from '../pack-text.ts'

export type OpenKey = {
  /** Characters that the LMS's memory is given for it. */
  kept: number
  /** Whether what was written is sent, or only that something was. */
  sent: boolean
}

/** What SCORM 1.2 keeps of a fill-in; a longer text is left out rather than cut. */
const longestScorm12 = 255
/** What SCORM 2004 keeps of a long fill-in. */
const longestScorm2004 = 4000

/** A text in the learner's own words: nothing is right or wrong. */
export const open = questionKind<OpenKey>({
  mark: () => null,
  records({ sent }, [text = ''], standard) {
    const short = isScorm12(standard)
    const fits = text.length <= (short ? longestScorm12 : longestScorm2004)
    const response = sent && fits ? text : ''
    return [{ type: short ? 'fill-in' : 'long-fill-in', response }]
  },
  pack: ({ kept }, [text = '']) => packText(text, kept),
  unpack: (_, text) => [unpackText(text)],
})

export const openFacts = keyFacts<OpenKey>({
  identity: () => 'open',
  budget: ({ kept }) => kept,
  patterns: () => ({}),
})
