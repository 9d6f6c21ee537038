import type { Node } from 'prosemirror-model'
import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import { findRevisionByDigest } from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { questionsOf, sectionsOf } from '#content-schema/elements.ts'
import { excerpt, plainText } from '#content-schema/plain-text.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import type { EditionQuality, QuestionQuality, SectionQuality } from './quality.ts'
import { readQuality } from './read-quality.server.ts'

/** An edition's indicators beside the content they are about, in the content's order. */
export type EditionReport = Omit<EditionQuality, 'sections' | 'questions'> & {
  announcedMinutes: number
  sections: SectionReport[]
  questions: QuestionReport[]
}

export type SectionReport = SectionQuality & { title: string }
export type QuestionReport = QuestionQuality & { prompt: string; options: OptionReport[] }
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
    const doc = readDocument(revision.document)
    return [
      {
        ...edition,
        announcedMinutes: revision.facts.minutes,
        sections: sectionReports(doc, edition),
        questions: questionReports(doc, edition),
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

function questionReports(doc: Node, { questions }: EditionQuality): QuestionReport[] {
  return questionsOf(doc).flatMap(({ node }) => {
    const question = readQuestion(node)
    const key = question && keyDigest(question)
    const quality = questions.find(
      (each) => each.questionId === node.attrs.id && each.keyDigest === key,
    )
    if (!quality) return []
    return [
      { ...quality, prompt: excerpt(node.firstChild!, 300), options: optionsOf(node, quality) },
    ]
  })
}

function optionsOf(node: Node, quality: QuestionQuality): OptionReport[] {
  const taken = (id: string) =>
    quality.choices.find((each) => each.choiceId === id) ?? { count: 0, share: 0 }
  const option = (id: string, label: string, correct: boolean) => {
    const { count, share } = taken(id)
    return { id, label, correct, count, share }
  }
  if (node.type.name === 'trueFalse') {
    return ['true', 'false'].map((id) => option(id, id, String(node.attrs.answer) === id))
  }
  if (node.type.name === 'numeric') {
    const question = readQuestion(node)
    return quality.choices.map(({ choiceId }) => {
      const answer = { kind: 'number', text: choiceId } as const
      return option(
        choiceId,
        choiceId,
        question !== null && markAnswer(question, answer).success,
      )
    })
  }
  return (node.children as Node[])
    .filter((child) => child.type.name === 'choice')
    .map((choice) =>
      option(choice.attrs.id, plainText(choice.firstChild!), choice.attrs.correct),
    )
}
