import {
  type GIFTQuestion,
  type NumericalChoice,
  type NumericalFormat,
  parse,
} from 'gift-pegjs'
import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { type Imported, notImported } from '../imported.ts'
import { choiceQuestion, numericQuestion, trueFalseQuestion } from '../question-nodes.ts'
import {
  categoryTitle,
  findingsOf,
  newReading,
  type Part,
  type QuestionReading as Reading,
  say,
  sectionsOfParts,
} from '../question-reading.ts'
import { type RichText, words } from '../rich-text.ts'

/** Characters: some thousands of questions. */
const longest = 1_000_000

/** Questions in Moodle's GIFT, one section a category; those we have no element for are named. */
export function readGift(text: string, language: string): Imported {
  if (text.length > longest) return notImported('import.too-large')
  const reading = newReading(language)
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const questions = parsed(source, reading)
  const sections = sectionsOf(questions, reading)
  return { title: '', sections, files: [], findings: findingsOf(reading) }
}

/** One mistake would cost the whole file: then each question is read on its own. */
function parsed(source: string, reading: Reading): GIFTQuestion[] {
  try {
    return parse(`${source}\n`)
  } catch {
    return source.split(/\n[ \t]*\n+/).flatMap((part) => parsedAlone(part, reading))
  }
}

function parsedAlone(part: string, reading: Reading): GIFTQuestion[] {
  if (part.replace(/^\s*\/\/.*$/gm, '').trim() === '') return []
  try {
    return parse(`${part}\n\n`)
  } catch {
    say(reading, 'import.question-not-understood', part)
    return []
  }
}

function sectionsOf(questions: GIFTQuestion[], reading: Reading): NodeJson[] {
  const parts: Part[] = [{ title: '', nodes: [] }]
  for (const question of questions) {
    if (question.type === 'Category')
      parts.push({ title: categoryTitle(question.title), nodes: [] })
    else {
      const node = elementOf(question, reading)
      if (node) parts.at(-1)?.nodes.push(node)
      else say(reading, 'import.question-not-understood', question.title ?? question.stem.text)
    }
  }
  return sectionsOfParts(parts)
}

/** `null` when we have no element for it. */
function elementOf(
  question: Exclude<GIFTQuestion, { type: 'Category' }>,
  reading: Reading,
): NodeJson | null {
  const read = (text: RichText | null) => words(text, reading.language, reading.losses)
  const prompt = read(question.stem)
  if (question.type === 'Description') return { type: 'paragraph', content: prompt }
  const feedback = read(question.globalFeedback)
  switch (question.type) {
    case 'MC': {
      const single = question.choices.some(({ isCorrect }) => isCorrect)
      if (single && question.choices.some(({ weight, isCorrect }) => !isCorrect && weight))
        say(reading, 'import.weight', question.title ?? question.stem.text)
      const choices = question.choices.map((choice) => ({
        text: read(choice.text),
        correct: single ? choice.isCorrect : (choice.weight ?? 0) > 0,
        feedback: read(choice.feedback),
      }))
      return choiceQuestion(prompt, choices, feedback)
    }
    case 'TF':
      // GIFT writes first what is said to a wrong answer, whichever that is.
      return trueFalseQuestion(prompt, question.isTrue, {
        wrong: either(read(question.trueFeedback), feedback),
        right: either(read(question.falseFeedback), feedback),
      })
    case 'Numerical':
      return numerical(question.choices, prompt, feedback, read, () =>
        say(reading, 'import.weight', question.title ?? question.stem.text),
      )
    default:
      return null
  }
}

function numerical(
  given: NumericalChoice[] | NumericalFormat,
  prompt: Inline,
  feedback: Inline,
  read: (text: RichText | null) => Inline,
  sayWeight: () => void,
): NodeJson | null {
  const choices = Array.isArray(given) ? given : []
  const right = Array.isArray(given) ? given.find(({ isCorrect }) => isCorrect) : undefined
  const answer = right?.text ?? (Array.isArray(given) ? undefined : given)
  if (!answer) return null
  if (choices.some(({ isCorrect, weight }) => weight && (!isCorrect || weight < 100)))
    sayWeight()
  return numericQuestion(prompt, rangeOf(answer), {
    right: either(read(right?.feedback ?? null), feedback),
    wrong: feedback,
  })
}

function rangeOf({ type, number, range, numberHigh, numberLow }: NumericalFormat) {
  if (type !== 'high-low') return { value: Number(number), tolerance: Number(range ?? 0) }
  const [low, high] = [Number(numberLow), Number(numberHigh)]
  return { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 }
}

function either(own: Inline, shared: Inline): Inline {
  return own.length > 0 ? own : shared
}
