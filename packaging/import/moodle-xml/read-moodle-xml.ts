import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { childNamed, type Element, parseXml } from '#packaging/xml/parse-xml.ts'
import { type Imported, notImported } from '../imported.ts'
import { choiceQuestion, numericQuestion, trueFalseQuestion } from '../question-nodes.ts'
import {
  categoryTitle,
  findingsOf,
  newReading,
  type Part,
  type QuestionReading,
  say,
  sectionsOfParts,
} from '../question-reading.ts'
import { words } from '../rich-text.ts'

/** Questions as Moodle exports them, one section a category; those we have no element for are named. */
export function readMoodleXml(xml: string, language: string): Imported {
  const quiz = quizOf(xml)
  if (!quiz) return notImported('import.not-readable')
  const reading = newReading(language)
  const parts: Part[] = [{ title: '', nodes: [] }]
  for (const question of quiz.children.filter(({ name }) => name === 'question')) {
    if (question.attributes.type === 'category')
      parts.push({ title: categoryTitle(textIn(childNamed(question, 'category'))), nodes: [] })
    else addQuestion(question, parts, reading)
  }
  const sections = sectionsOfParts(parts)
  return { title: '', sections, files: [], findings: findingsOf(reading) }
}

/** A document type could name entities that swell: Moodle writes none. */
function quizOf(xml: string): Element | null {
  if (/<!DOCTYPE/i.test(xml)) return null
  try {
    const root = parseXml(xml.replace(/^\uFEFF/, ''))
    return root.name === 'quiz' ? root : null
  } catch {
    return null
  }
}

function addQuestion(question: Element, parts: Part[], reading: QuestionReading): void {
  const node = elementOf(question, reading)
  const name =
    textIn(childNamed(question, 'name')) || textIn(childNamed(question, 'questiontext'))
  if (node) parts.at(-1)?.nodes.push(node)
  else say(reading, 'import.question-not-understood', name)
}

/** `null` when we have no element for it. */
function elementOf(question: Element, reading: QuestionReading): NodeJson | null {
  const read = (element: Element | undefined) => wordsIn(element, reading)
  const prompt = read(childNamed(question, 'questiontext'))
  const feedback = read(childNamed(question, 'generalfeedback'))
  const answers = question.children.filter(({ name }) => name === 'answer')
  switch (question.attributes.type) {
    case 'multichoice':
      return choices(question, answers, prompt, feedback, reading)
    case 'truefalse':
      return trueFalse(answers, prompt, feedback, read)
    case 'numerical':
      return numerical(answers, prompt, feedback, reading)
    case 'description':
      return { type: 'paragraph', content: prompt }
    default:
      return null
  }
}

function choices(
  question: Element,
  answers: Element[],
  prompt: Inline,
  feedback: Inline,
  reading: QuestionReading,
): NodeJson | null {
  const isSingle = /^(true|1)$/.test(childNamed(question, 'single')?.text.trim() ?? 'true')
  const best = Math.max(...answers.map(fractionOf))
  const given = answers.map((answer) => ({
    text: wordsIn(answer, reading),
    correct: isSingle ? fractionOf(answer) === best && best > 0 : fractionOf(answer) > 0,
    feedback: wordsIn(childNamed(answer, 'feedback'), reading),
  }))
  const partial = answers.some((answer) => fractionOf(answer) > 0 && fractionOf(answer) < best)
  if (isSingle && partial) say(reading, 'import.weight', textIn(childNamed(question, 'name')))
  return choiceQuestion(prompt, given, feedback)
}

function trueFalse(
  answers: Element[],
  prompt: Inline,
  feedback: Inline,
  read: (element: Element | undefined) => Inline,
): NodeJson | null {
  const right = answers.find((answer) => fractionOf(answer) > 0)
  const wrong = answers.find((answer) => answer !== right)
  const word = textIn(right).toLowerCase()
  if (word !== 'true' && word !== 'false') return null
  const said = (answer: Element | undefined) => {
    const own = read(answer && childNamed(answer, 'feedback'))
    return own.length > 0 ? own : feedback
  }
  return trueFalseQuestion(prompt, word === 'true', { right: said(right), wrong: said(wrong) })
}

function numerical(
  answers: Element[],
  prompt: Inline,
  feedback: Inline,
  reading: QuestionReading,
): NodeJson | null {
  const right = answers.find((answer) => fractionOf(answer) === 100)
  const written = textIn(right)
  if (!right || written === '') return null
  if (answers.some((answer) => fractionOf(answer) > 0 && answer !== right))
    say(reading, 'import.weight', written)
  const range = {
    value: Number(written),
    tolerance: Number(childNamed(right, 'tolerance')?.text.trim() || 0),
  }
  const own = wordsIn(childNamed(right, 'feedback'), reading)
  const said = { right: own.length > 0 ? own : feedback, wrong: feedback }
  return numericQuestion(prompt, range, said)
}

/** Percent of the points, from -100 to 100. */
function fractionOf(answer: Element): number {
  return Number(answer.attributes.fraction ?? 0)
}

function wordsIn(element: Element | undefined, { language, losses }: QuestionReading): Inline {
  const format = (element?.attributes.format ?? 'html').replace('plain_text', 'plain')
  return words({ format, text: textIn(element) }, language, losses)
}

function textIn(element: Element | undefined): string {
  return childNamed(element, 'text')?.text.trim() ?? ''
}
