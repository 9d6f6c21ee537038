import { childNamed } from '#packaging/xml/parse-xml.ts'
import { both, choiceQuestion, trueFalseQuestion } from '../question-nodes.ts'
import { say } from '../question-reading.ts'
import { sharesDiffer } from '../shares.ts'
import {
  combinedFeedback,
  feedbackOf,
  fractionOf,
  isTrue,
  type Met,
  type Reader,
  textIn,
  valueIn,
  withPrompt,
  wordsIn,
} from './met.ts'

export const multichoice: Reader = (met) => {
  const { question, answers } = met
  const single = isTrue(valueIn(question, 'single') || 'true')
  const best = Math.max(...answers.map(fractionOf))
  const isRight = (fraction: number) => (single ? fraction === best && best > 0 : fraction > 0)
  sayWeights(met, single, best)
  return choices(
    met,
    answers.map((answer) => isRight(fractionOf(answer))),
  )
}

/** All of them or nothing, in a kind that many sites add. */
export const multichoiceset: Reader = (met) =>
  choices(
    met,
    met.answers.map((answer) => fractionOf(answer) > 0),
    { partialCredit: false },
  )

export const truefalse: Reader = (met) => {
  const { answers, general, reading } = met
  const right = answers.find((answer) => fractionOf(answer) > 0)
  const wrong = answers.find((answer) => answer !== right)
  const word = textIn(right).toLowerCase()
  if (word !== 'true' && word !== 'false') return null
  const said = {
    right: both(feedbackOf(right, reading), general),
    wrong: both(feedbackOf(wrong, reading), general),
  }
  return withPrompt(met, (prompt) => trueFalseQuestion(prompt, word === 'true', said))
}

/** What is said to the right and the wrong is said by the choices, where there is one right choice. */
function choices(met: Met, right: boolean[], attrs: { partialCredit?: boolean } = {}) {
  const { question, answers, general, reading } = met
  const combined = combinedFeedback({ ...met, general: [] })
  const one = right.filter(Boolean).length === 1
  if (!one && combined.right.length + combined.wrong.length > 0) say(reading, 'import.feedback')
  const given = answers.map((answer, index) => {
    const correct = right[index] ?? false
    const own = feedbackOf(answer, reading)
    const shared = correct ? combined.right : combined.wrong
    return { text: wordsIn(answer, reading), correct, feedback: one ? both(own, shared) : own }
  })
  const shuffle = childNamed(question, 'shuffleanswers')
    ? isTrue(valueIn(question, 'shuffleanswers'))
    : true
  return withPrompt(met, (prompt) =>
    choiceQuestion(prompt, given, general, { ...attrs, ...(!shuffle && { shuffle }) }),
  )
}

function sayWeights({ answers, reading }: Met, single: boolean, best: number): void {
  const fractions = answers.map(fractionOf)
  const partial = fractions.some((fraction) => fraction > 0 && fraction < best)
  if (single ? partial : sharesDiffer(fractions)) say(reading, 'import.weight')
}
