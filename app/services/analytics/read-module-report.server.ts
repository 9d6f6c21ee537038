import type { Node } from 'prosemirror-model'
import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import { findRevisionByDigest } from '#app/services/modules/find-module.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import type { Described } from '#content-schema/element.ts'
import { questionsOf, sectionsOf } from '#content-schema/elements.ts'
import { allParts, type NamedPart } from '#content-schema/parts.ts'
import { describeQuestion } from '#content-schema/scoring/describe-question.ts'
import { interactionPatterns } from '#content-schema/scoring/interaction-patterns.ts'
import { isScored, markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import type { EditionQuality, PartRating, QuestionQuality, SectionQuality } from './quality.ts'
import { readQuality } from './read-quality.server.ts'

/** An edition's indicators beside the content they are about, in the content's order. */
export type EditionReport = Omit<EditionQuality, 'sections' | 'questions' | 'ratings'> & {
  announcedMinutes: number
  sections: SectionReport[]
  questions: QuestionReport[]
  ratings: RatingReport[]
}

export type SectionReport = SectionQuality & { title: string }
export type RatingReport = PartRating & Omit<NamedPart, 'id'>
export type QuestionReport = QuestionQuality & {
  prompt: string
  /** Whether answers can be right or wrong: opinions cannot. */
  scored: boolean
  options: OptionReport[]
}
/** A choice with who took it at the first try; `label` is `true` or `false` for a statement to judge. */
export type OptionReport = {
  id: string
  label: string
  correct: boolean
  count: number
  share: number
}

/** What learners did with each edition of a module, the latest first. */
export function readModuleReport(
  { bank, statements }: { bank: Bank; statements: StatementsDb },
  { moduleId, organisationId }: { moduleId: string; organisationId: string },
): EditionReport[] {
  return readQuality(statements, { moduleId, organisationId }).editions.flatMap((edition) => {
    const revision = findRevisionByDigest(bank, moduleId, edition.digest)
    if (!revision) return []
    const { doc } = resolved(bank, revision)
    return [
      {
        ...edition,
        announcedMinutes: revision.facts.minutes,
        sections: sectionReports(doc, edition),
        questions: questionReports(doc, edition),
        ratings: ratingReports(doc, edition),
      },
    ]
  })
}

function sectionReports(doc: Node, { sections, started }: EditionQuality): SectionReport[] {
  const nobody = { count: 0, of: started, share: started ? 0 : null, low: null, high: null }
  return sectionsOf(doc).map((section) => {
    const sectionId = String(section.attrs.id)
    const found = sections.find((each) => each.sectionId === sectionId)
    const quality = found ?? {
      sectionId,
      reached: nobody,
      stopped: nobody,
      medianActiveMs: null,
    }
    return { ...quality, title: section.firstChild?.textContent ?? '' }
  })
}

/** What somebody made up is no part of the module, and is left out. */
function ratingReports(doc: Node, { ratings }: EditionQuality): RatingReport[] {
  return allParts(doc).flatMap(({ id, ...part }) => {
    const rating = ratings.find(({ nodeId }) => nodeId === id)
    return rating ? [{ ...rating, ...part }] : []
  })
}

function questionReports(doc: Node, { questions }: EditionQuality): QuestionReport[] {
  return questionsOf(doc).flatMap(({ node }) => {
    const question = readQuestion(node)
    if (!question) return []
    const key = keyDigest(question)
    return describeQuestion(node).flatMap((described) => {
      const { id = question.id, prompt } = described
      const quality = questions.find((each) => each.questionId === id && each.keyDigest === key)
      if (!quality) return []
      const options = optionsOf({ ...described, id }, question, quality)
      return [{ ...quality, prompt, scored: isScored(question), options }]
    })
  })
}

/** What could be answered, or what was: where answers are typed, only what was is known. */
function optionsOf(
  described: Described & { id: string },
  question: Question,
  quality: QuestionQuality,
): OptionReport[] {
  const right = rightAnswers(described.id, question)
  const option = (id: string, label: string): OptionReport => {
    const taken = quality.choices.find((each) => each.choiceId === id)
    const { count = 0, share = 0 } = taken ?? {}
    return { id, label, correct: right(id), count, share }
  }
  if (question.kind === 'trueFalse') return ['true', 'false'].map((id) => option(id, id))
  const named = described.choices ?? described.scale
  if (named) return named.map(({ id, text }) => option(id, text))
  return quality.choices.map(({ choiceId }) => option(choiceId, inWords(choiceId, described)))
}

/** Whether an answer, or the part of one between two commas of xAPI, is right. */
function rightAnswers(id: string, question: Question): (given: string) => boolean {
  const patterns = interactionPatterns(question, 'xapi')[id] ?? []
  const parts = patterns.flatMap((pattern) => pattern.split('[,]'))
  return (given) => parts.includes(given) || markAnswer(question, [given]).success === true
}

/** Ids in an answer as the words that stand for them on the page. */
function inWords(
  response: string,
  { source = [], target = [], steps = [] }: Described,
): string {
  const words = new Map([...source, ...target, ...steps].map(({ id, text }) => [id, text]))
  return response
    .split('[.]')
    .map((id) => words.get(id) ?? id)
    .join(' → ')
}
