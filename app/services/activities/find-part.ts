import type { Node } from 'prosemirror-model'
import { assessmentsOf, findNode, questionsOf, sectionsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { elementOf } from '#content-schema/schema.ts'
import { describeQuestion } from '#content-schema/scoring/describe-question.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import type { ParsedActivity } from '#content-schema/statements/activities.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import { activityTypes, moreActivityTypes } from '#content-schema/statements/vocabulary.ts'
import { questionDefinition } from '#packaging/pipeline/question-definition.ts'

export type PartNamed = Exclude<ParsedActivity, { kind: 'line' | 'edition' }>

export type FoundPart = {
  title: string
  definition: {
    type?: string
    name: Record<string, string>
    [property: string]: unknown
  }
}

/** A part of a document that an IRI names, as statements say it; `null` when it is not in there. */
export function findPart(doc: Node, named: PartNamed, language: string): FoundPart | null {
  if (named.kind === 'question') return findQuestion(doc, named, language)
  if (named.kind === 'section') {
    const section = sectionsOf(doc).find(({ attrs }) => attrs.id === named.sectionId)
    return section ? part(activityTypes.section, wordsOf(section.firstChild), language) : null
  }
  if (named.kind === 'assessment') {
    const found = assessmentsOf(doc).find(({ node }) => node.attrs.id === named.assessmentId)
    if (!found) return null
    const title = wordsOf(found.node.firstChild) || nameOf(found.node, language)
    return part(activityTypes.assessment, title, language)
  }
  const node = findNode(doc, named.elementId)
  if (!node) return null
  const title = wordsOf(node) || nameOf(node, language)
  const type = node.type.name === 'video' ? moreActivityTypes.video : undefined
  return part(type, title, language)
}

/** One whose key changed since is another question. */
function findQuestion(
  doc: Node,
  { questionId, keyDigest: wanted }: Extract<PartNamed, { kind: 'question' }>,
  language: string,
): FoundPart | null {
  for (const { node } of questionsOf(doc)) {
    const question = readQuestion(node)
    const described = describeQuestion(node).find(
      ({ id }) => (id ?? node.attrs.id) === questionId,
    )
    if (!question || !described || keyDigest(question) !== wanted) continue
    const { prompt } = described
    const definition = questionDefinition(node, question, described, language)
    const name = { [language]: prompt }
    return { title: prompt, definition: { type: activityTypes.question, name, ...definition } }
  }
  return null
}

function part(type: string | undefined, title: string, language: string): FoundPart {
  return { title, definition: { ...(type && { type }), name: { [language]: title } } }
}

function wordsOf(node: Node | null): string {
  return node ? excerpt(node, 240) : ''
}

function nameOf(node: Node, language: string): string {
  return elementOf(node)?.names[language === 'fr' ? 'fr' : 'en'] ?? ''
}
