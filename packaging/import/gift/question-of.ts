import type { GIFTQuestion, NumericalChoice, NumericalFormat, TextChoice } from 'gift-pegjs'
import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { clozeFrom, gapMark, type ReadQuestion } from '../gaps.ts'
import {
  both,
  choiceQuestion,
  exactly,
  keptAnswers,
  matchingQuestion,
  numericQuestion,
  openQuestion,
  type Said,
  shortAnswerQuestion,
  trueFalseQuestion,
} from '../question-nodes.ts'
import { type QuestionReading, say } from '../question-reading.ts'
import { asked, plainWords, type RichText, words } from '../rich-text.ts'
import { sharesDiffer } from '../shares.ts'
import { withoutWildcards } from '../wildcards.ts'

/** Whatever stands in a file of questions, but for the categories. */
export type Asked = Exclude<GIFTQuestion, { type: 'Category' }>
type Kind<Type extends Asked['type']> = Extract<Asked, { type: Type }>
type Question = Exclude<Asked, { type: 'Description' }>

/** The question that one of GIFT comes to; `null` when we have none for it. */
export function questionOf(
  question: Exclude<Asked, { type: 'Description' }>,
  reading: QuestionReading,
): ReadQuestion | null {
  const read = (text: RichText | null) => words(text, reading)
  const general = read(question.globalFeedback)
  const missing = missingWord(question, general, reading)
  if (missing) return missing
  const { before, prompt } = asked(question.stem, reading)
  const made = make(question, { prompt, general, read, reading })
  return made && { before, question: made }
}

type Met = {
  prompt: Inline
  general: Inline
  read: (text: RichText | null) => Inline
  reading: QuestionReading
}

function make(question: Question, met: Met): NodeJson | null {
  const { prompt, general, read } = met
  switch (question.type) {
    case 'MC':
      return choices(question, met)
    case 'TF':
      // GIFT writes first what is said to a wrong answer, whichever that is.
      return trueFalseQuestion(prompt, question.isTrue, {
        wrong: both(read(question.trueFeedback), general),
        right: both(read(question.falseFeedback), general),
      })
    case 'Short':
      return shortAnswer(question, met)
    case 'Numerical':
      return numerical(question.choices, met)
    case 'Matching':
      return matching(question, met)
    case 'Essay':
      return openQuestion(prompt, general)
    default:
      return null
  }
}

function choices({ choices }: Kind<'MC'>, { prompt, general, read, reading }: Met) {
  const single = choices.some(({ isCorrect }) => isCorrect)
  const unequal = single
    ? choices.some(({ weight, isCorrect }) => !isCorrect && weight)
    : sharesDiffer(choices.map(({ weight }) => weight ?? 0))
  if (unequal) say(reading, 'import.weight')
  const given = choices.map((choice) => ({
    text: read(choice.text),
    correct: single ? choice.isCorrect : (choice.weight ?? 0) > 0,
    feedback: read(choice.feedback),
  }))
  return choiceQuestion(prompt, given, general)
}

function shortAnswer({ choices }: Kind<'Short'>, met: Met): NodeJson | null {
  const { prompt, reading, read } = met
  const right = choices.filter(isAccepted)
  if (right.some(({ weight }) => (weight ?? 100) < 100)) say(reading, 'import.weight')
  const answers = right.map(({ text }) => plainWords(read(text)))
  const accepted = withoutWildcards(answers, () => say(reading, 'import.wildcard'))
  if (keptAnswers(accepted).length < accepted.length) say(reading, 'import.answers')
  return shortAnswerQuestion(prompt, accepted, false, saidTo(choices, right[0], met))
}

function isAccepted({ weight, isCorrect }: TextChoice): boolean {
  return weight === null ? isCorrect : weight > 0
}

/** What is said to the first right answer, and to the one that is anything else (`%0%*`). */
function saidTo(
  choices: TextChoice[],
  first: TextChoice | undefined,
  { general, read, reading }: Met,
): Said {
  const other = choices.find((choice) => !isAccepted(choice) && choice.text.text.trim() === '*')
  const rest = choices.filter((choice) => choice !== first && choice !== other)
  if (rest.some(({ feedback }) => feedback && feedback.text !== first?.feedback?.text))
    say(reading, 'import.feedback')
  return {
    right: both(read(first?.feedback ?? null), general),
    wrong: both(read(other?.feedback ?? null), general),
  }
}

function numerical(given: NumericalChoice[] | NumericalFormat, met: Met): NodeJson | null {
  const { prompt, general, read, reading } = met
  const choices = Array.isArray(given) ? given : []
  const right = choices.find(({ isCorrect }) => isCorrect)
  const answer = Array.isArray(given) ? right?.text : given
  if (!answer) return null
  if (choices.some(({ isCorrect, weight }) => weight && (!isCorrect || weight < 100)))
    say(reading, 'import.weight')
  if (choices.some((choice) => choice !== right && choice.feedback))
    say(reading, 'import.feedback')
  return numericQuestion(prompt, rangeOf(answer), {
    right: both(read(right?.feedback ?? null), general),
    wrong: general,
  })
}

function rangeOf({ type, number, range, numberHigh, numberLow }: NumericalFormat) {
  if (type !== 'high-low') return { value: Number(number), tolerance: Number(range ?? 0) }
  const [low, high] = [Number(numberLow), Number(numberHigh)]
  return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 }
}

/** A pair with nothing on its left is an answer that goes with nothing. */
function matching({ matchPairs }: Kind<'Matching'>, { prompt, general, read }: Met) {
  const rows = matchPairs.map(({ subquestion, subanswer }) => ({
    source: read(subquestion),
    target: plainWords(read({ format: subquestion.format, text: subanswer })),
  }))
  const pairs = rows.filter(({ source }) => source.length > 0)
  const distractors = rows.filter(({ source }) => source.length === 0)
  const targets = distractors.map(({ target }) => target)
  return matchingQuestion(prompt, pairs, targets, {}, { right: general, wrong: general })
}

/** What the reader of GIFT puts in a sentence that goes on after its answers. */
const blank = '_____'

/**
 * A sentence with a word missing; `null` for other questions, and where something is said to each
 * choice, which a gap cannot say.
 */
function missingWord(
  question: Question,
  general: Inline,
  reading: QuestionReading,
): ReadQuestion | null {
  if (question.type !== 'MC' && question.type !== 'Short') return null
  const place = question.stem.text.lastIndexOf(blank)
  const simple = question.choices.every(({ feedback, weight }) => !feedback && weight === null)
  if (!question.hasEmbeddedAnswers || place < 0 || !simple) return null
  const { text } = question.stem
  // The reader of GIFT leaves a space where there may have been none.
  const after = text.slice(place + blank.length).replace(/^ (?=[.,…)\]])/, '')
  const marked = text.slice(0, place) + gapMark(0) + after
  const written = (right: boolean) =>
    question.choices
      .filter(({ isCorrect }) => isCorrect === right)
      .map((choice) => plainWords(words(choice.text, reading)))
  const gap = { accepted: written(true), choices: written(false) }
  const said = { right: general, wrong: general }
  return clozeFrom({ ...question.stem, text: marked }, [gap], exactly(false), said, reading)
}
