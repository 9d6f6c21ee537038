import { childNamed } from '#packaging/xml/parse-xml.ts'
import { matchingQuestion, orderingQuestion } from '../question-nodes.ts'
import { plainWords, words } from '../rich-text.ts'
import {
  childrenNamed,
  combinedFeedback,
  fractionOf,
  isTrue,
  type Reader,
  richIn,
  valueIn,
  withPrompt,
  wordsIn,
} from './met.ts'

/** Subquestions with no words of their own are answers that go with nothing. */
export const matching: Reader = (met) => {
  const { question, reading } = met
  const rows = childrenNamed(question, 'subquestion').map((row) => ({
    source: wordsIn(row, reading),
    target: plainWords(words(richIn(childNamed(row, 'answer')), reading)),
  }))
  const pairs = rows.filter(({ source }) => source.length > 0)
  const distractors = rows.filter(({ source }) => source.length === 0)
  const shuffle = childNamed(question, 'shuffleanswers')
  const attrs =
    shuffle && !isTrue(valueIn(question, 'shuffleanswers')) ? { shuffle: false } : {}
  const said = combinedFeedback(met)
  return withPrompt(met, (prompt) =>
    matchingQuestion(
      prompt,
      pairs,
      distractors.map(({ target }) => target),
      attrs,
      said,
    ),
  )
}

/** A kind that many sites add: its answers are written in their right order, numbered by `fraction`. */
export const ordering: Reader = (met) => {
  const { answers, reading } = met
  const inOrder = [...answers].sort((one, other) => fractionOf(one) - fractionOf(other))
  const items = inOrder.map((answer) => wordsIn(answer, reading))
  const said = combinedFeedback(met)
  return withPrompt(met, (prompt) => orderingQuestion(prompt, items, said))
}
