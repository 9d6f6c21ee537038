import { type InteractionStandard, keyFacts, questionKind } from '../kind.ts'

/** A statement to judge. An answer is `true` or `false`. */
export const trueFalse = questionKind<{ answer: boolean }>({
  scored: () => true,
  mark: (key, [given]) => (given === String(key.answer) ? 1 : 0),
  records: (_, [given], standard) => [
    {
      type: 'true-false',
      response: /^(true|false)$/.test(given ?? '') ? written(given === 'true', standard) : '',
    },
  ],
  // What was no answer must not come back as one.
  pack: (_, [given]) => (given === 'true' ? '1' : given === 'false' ? '0' : ''),
  unpack: (_, text) => (/^[01]$/.test(text) ? [String(text === '1')] : []),
})

export const trueFalseFacts = keyFacts<{ answer: boolean }>({
  identity: (key) => key.answer,
  budget: () => 1,
  patterns: (key, standard) => ({ '': [written(key.answer, standard)] }),
})

function written(value: boolean, standard: InteractionStandard): string {
  return standard === 'scorm-12' ? String(value).charAt(0) : String(value)
}
