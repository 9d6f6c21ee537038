import { type GIFTQuestion, parse } from 'gift-pegjs'
import type { NodeJson } from '#content-schema/identity.ts'
import { detailed } from '../details.ts'
import type { ReadQuestion } from '../gaps.ts'
import { type Imported, notImported } from '../imported.ts'
import {
  begin,
  categoryTitle,
  importedQuestions,
  newReading,
  type Part,
  type QuestionReading,
  say,
} from '../question-reading.ts'
import { elementsOf } from '../rich-text.ts'
import { type Asked, questionOf } from './question-of.ts'

/** Characters: some thousands of questions. */
const longest = 1_000_000

/** A part of the file that is no question: somebody left out a brace. */
type Broken = { type: 'Broken'; text: string }

/** Questions in Moodle's GIFT, one section a category; those we have no element for are named. */
export function readGift(text: string, language: string): Imported {
  if (text.length > longest) return notImported('import.too-large')
  const reading = newReading(language)
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const parts: Part[] = [{ title: '', nodes: [] }]
  for (const question of parsed(source)) {
    if (question.type === 'Category')
      parts.push({ title: categoryTitle(question.title), nodes: [] })
    else parts.at(-1)?.nodes.push(...nodesOf(question, reading))
  }
  return importedQuestions(reading, parts)
}

/** One mistake would cost the whole file: then each question is read on its own. */
function parsed(source: string): (GIFTQuestion | Broken)[] {
  try {
    return parse(`${source}\n`)
  } catch {
    return source.split(/\n[ \t]*\n+/).flatMap(parsedAlone)
  }
}

function parsedAlone(part: string): (GIFTQuestion | Broken)[] {
  if (part.replace(/^\s*\/\/.*$/gm, '').trim() === '') return []
  return parsedAs(part) ?? parsedApart(part) ?? [{ type: 'Broken', text: part }]
}

function parsedAs(part: string): GIFTQuestion[] | null {
  try {
    return parse(`${part}\n\n`)
  } catch {
    return null
  }
}

/** What is said to everybody (`####`), which the reader of GIFT does not take after every kind. */
function parsedApart(part: string): GIFTQuestion[] | null {
  const at = part.indexOf('####')
  if (at < 0) return null
  const [said = '', text = ''] = /^####((?:\\.|[^\\}])*)/.exec(part.slice(at)) ?? []
  const questions = parsedAs(part.slice(0, at) + part.slice(at + said.length))
  const general = unescaped(text.trim())
  return (
    questions?.map((question) =>
      'stem' in question && question.type !== 'Description'
        ? { ...question, globalFeedback: { format: question.stem.format, text: general } }
        : question,
    ) ?? null
  )
}

function unescaped(text: string): string {
  return text.replace(/\\([~=#{}:])/g, '$1')
}

function nodesOf(question: Asked | Broken, reading: QuestionReading): NodeJson[] {
  begin(reading, nameOf(question))
  if (question.type === 'Description') return elementsOf(question.stem, reading)
  const read: ReadQuestion | null =
    question.type === 'Broken' ? null : questionOf(question, reading)
  if (question.type === 'Broken' || !read) {
    say(reading, 'import.question-not-understood')
    return []
  }
  const { title, tags } = question
  const details = { title: title ?? '', tags: tags ?? [], points: 1, hints: [] }
  return [...read.before, detailed(read.question, details, reading)]
}

function nameOf(question: Asked | Broken): string {
  return question.type === 'Broken' ? question.text : (question.title ?? question.stem.text)
}
