import type { NodeJson } from '#content-schema/identity.ts'
import { childNamed, type Element, parseXml } from '#packaging/xml/parse-xml.ts'
import { detailed } from '../details.ts'
import { type Imported, notImported } from '../imported.ts'
import { openQuestion } from '../question-nodes.ts'
import {
  begin,
  categoryTitle,
  importedQuestions,
  newReading,
  type Part,
  type QuestionReading,
  say,
} from '../question-reading.ts'
import { elementsOf, plainWords } from '../rich-text.ts'
import { multichoice, multichoiceset, truefalse } from './choices.ts'
import { cloze, ddwtos, gapselect } from './gaps.ts'
import {
  childrenNamed,
  type Met,
  type Reader,
  richIn,
  textIn,
  valueIn,
  withPrompt,
  wordsIn,
} from './met.ts'
import { matching, ordering } from './pairs.ts'
import { numerical, shortanswer } from './typed.ts'

/** Questions as Moodle exports them, one section a category; those we have no element for are named. */
export function readMoodleXml(xml: string, language: string): Imported {
  const quiz = quizOf(xml)
  if (!quiz) return notImported('import.not-readable')
  const reading = newReading(language)
  const parts: Part[] = [{ title: '', nodes: [] }]
  for (const question of childrenNamed(quiz, 'question')) {
    if (question.attributes.type === 'category')
      parts.push({ title: categoryTitle(textIn(childNamed(question, 'category'))), nodes: [] })
    else parts.at(-1)?.nodes.push(...nodesOf(question, reading))
  }
  return importedQuestions(reading, parts)
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

/** A question open to any answer; what its graders are told is for whoever accompanies learners. */
const essay: Reader = (met) => {
  const { question, general, reading } = met
  const graders = plainWords(wordsIn(childNamed(question, 'graderinfo'), reading))
  const attrs = graders ? { attrs: { tutorNote: graders.slice(0, 5000) } } : {}
  return withPrompt(met, (prompt) => ({ ...openQuestion(prompt, general), ...attrs }))
}

/** By Moodle's names of its kinds. */
const readers: Record<string, Reader> = {
  multichoice,
  multichoiceset,
  truefalse,
  shortanswer,
  numerical,
  matching,
  ddmatch: matching,
  ordering,
  cloze,
  multianswer: cloze,
  gapselect,
  ddwtos,
  essay,
}

function nodesOf(question: Element, reading: QuestionReading): NodeJson[] {
  const title = textIn(childNamed(question, 'name'))
  begin(reading, title || textIn(childNamed(question, 'questiontext')))
  const { type = '' } = question.attributes
  if (type === 'description')
    return elementsOf(richIn(childNamed(question, 'questiontext')), reading)
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined
  const read = reader?.(metIn(question, reading))
  if (!read) {
    say(reading, 'import.question-not-understood')
    return []
  }
  return [...read.before, detailed(read.question, detailsOf(question, title, reading), reading)]
}

function metIn(question: Element, reading: QuestionReading): Met {
  const general = wordsIn(childNamed(question, 'generalfeedback'), reading)
  return { question, answers: childrenNamed(question, 'answer'), general, reading }
}

function detailsOf(question: Element, title: string, reading: QuestionReading) {
  const tags = childNamed(question, 'tags')
  return {
    title,
    tags: tags ? childrenNamed(tags, 'tag').map(textIn) : [],
    points: Number(valueIn(question, 'defaultgrade') || 1),
    hints: childrenNamed(question, 'hint').map((hint) => plainWords(wordsIn(hint, reading))),
  }
}
