import { type InteractionStandard, isScorm12, keyFacts, questionKind } from '../kind.ts'
import { packPositions, unpackPositions } from '../positions.ts'

const words = ['false', 'true']

/** A statement to judge. An answer is `true` or `false`. */
export const trueFalse = questionKind<{ answer: boolean }>({
  mark: (key, [given]) => (given === String(key.answer) ? 1 : 0),
  records: (_, [given = ''], standard) => [
    { type: 'true-false', response: words.includes(given) ? written(given, standard) : '' },
  ],
  // What was no answer does not come back as one.
  pack: (_, answer) => packPositions(answer.slice(0, 1), words),
  unpack: (_, text) => unpackPositions(text, words),
})

export const trueFalseFacts = keyFacts<{ answer: boolean }>({
  identity: (key) => key.answer,
  budget: () => 1,
  patterns: (key, standard) => ({ '': [written(String(key.answer), standard)] }),
})

function written(word: string, standard: InteractionStandard): string {
  return isScorm12(standard) ? word.charAt(0) : word
}
