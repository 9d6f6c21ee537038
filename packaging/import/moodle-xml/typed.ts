import type { Inline } from '#content-schema/foreign-html/inline.ts'
import { childNamed, type Element } from '#packaging/xml/parse-xml.ts'
import { both, keptAnswers, numericQuestion, shortAnswerQuestion } from '../question-nodes.ts'
import { type QuestionReading, say } from '../question-reading.ts'
import { withoutWildcards } from '../wildcards.ts'
import {
  childrenNamed,
  feedbackOf,
  fractionOf,
  isTrue,
  type Met,
  type Reader,
  textIn,
  valueIn,
  withPrompt,
} from './met.ts'

export const shortanswer: Reader = (met) => {
  const { question, answers, reading } = met
  const right = answers.filter((answer) => fractionOf(answer) > 0)
  if (right.some((answer) => fractionOf(answer) < 100)) say(reading, 'import.weight')
  const accepted = withoutWildcards(right.map(textIn), () => say(reading, 'import.wildcard'))
  if (keptAnswers(accepted).length < accepted.length) say(reading, 'import.answers')
  const capitals = isTrue(valueIn(question, 'usecase'))
  return withPrompt(met, (prompt) =>
    shortAnswerQuestion(prompt, accepted, capitals, saidTo(met, right)),
  )
}

export const numerical: Reader = (met) => {
  const { answers, reading } = met
  const right = answers.find((answer) => fractionOf(answer) === 100 && textIn(answer) !== '*')
  const written = textIn(right)
  if (!right || written === '') return null
  if (answers.some((answer) => fractionOf(answer) > 0 && answer !== right))
    say(reading, 'import.weight')
  const range = {
    value: numberIn(written),
    tolerance: numberIn(valueIn(right, 'tolerance') || '0'),
    ...unitsOf(met.question),
  }
  return withPrompt(met, (prompt) => numericQuestion(prompt, range, saidTo(met, [right])))
}

/** What is said to the first right answer, and to the one that is anything else (`*`). */
function saidTo({ answers, general, reading }: Met, right: Element[]) {
  const other = answers.find((answer) => fractionOf(answer) <= 0 && textIn(answer) === '*')
  const rest = answers.filter((answer) => answer !== right[0] && answer !== other)
  const said: Inline = feedbackOf(right[0], reading)
  if (rest.some((answer) => isLost(answer, said, reading))) say(reading, 'import.feedback')
  return { right: both(said, general), wrong: both(feedbackOf(other, reading), general) }
}

function isLost(answer: Element, said: Inline, reading: QuestionReading): boolean {
  const own = feedbackOf(answer, reading)
  return own.length > 0 && JSON.stringify(own) !== JSON.stringify(said)
}

/** `cm = 0.01`: a multiplier says how many of a unit make one of the answer's. */
function unitsOf(question: Element): { unit?: string; otherUnits?: string[] } {
  const units = childNamed(question, 'units')
  const written = (units ? childrenNamed(units, 'unit') : []).map((unit) => ({
    name: valueIn(unit, 'unit_name').slice(0, 40),
    multiplier: Number(valueIn(unit, 'multiplier')),
  }))
  const own = written.find(({ multiplier }) => multiplier === 1)
  if (!own) return {}
  const others = written.filter((unit) => unit !== own && unit.name && unit.multiplier > 0)
  const otherUnits = others
    .slice(0, 10)
    .map(({ name, multiplier }) => `${name} = ${factor(1 / multiplier)}`)
  return { unit: own.name, otherUnits: otherUnits.filter(({ length }) => length <= 60) }
}

/** In no more digits than were meant: 1 / 100 is 0.01, and 1 / 3 ends somewhere. */
function factor(value: number): string {
  return String(Number(value.toPrecision(12)))
}

/** Sites in French write a decimal comma. */
function numberIn(written: string): number {
  return Number(written.replace(',', '.'))
}
