import type { Node } from 'prosemirror-model'
import { readDocument } from '#content-schema/document.ts'
import type { Described, Named } from '#content-schema/element.ts'
import { assessmentsOf, questionsOf, requiredOf, sectionsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { elementOf } from '#content-schema/schema.ts'
import { describeQuestion } from '#content-schema/scoring/describe-question.ts'
import { interactionRecords } from '#content-schema/scoring/interaction-record.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import { readAssessment } from '#content-schema/scoring/read-assessment.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import type { Format } from '../package-source.ts'
import { type Language, wordsByLanguage } from '../player/i18n/words.ts'
import type { PlayerAssessment, PlayerData, PlayerQuestion } from '../player/player-data.ts'
import { applicable, standardPublication } from '../publication/for-module.ts'
import type { Publication } from '../publication/publication.ts'
import { askedAgain, carriedOver } from './carried-over.ts'
import type { Parcel } from './parcel.ts'

type Told = Pick<Parcel, 'source' | 'settings' | 'doc'>

/** What the player is told about the module; questions that are not finished are not asked. */
export function playerData(parcel: Told): PlayerData {
  const now = toldOf(parcel)
  const { source } = parcel
  const earlier = source.earlier.map(({ digest, document }) => {
    const before = { ...parcel, source: { ...source, digest }, doc: readDocument(document) }
    return carriedOver(toldOf(before), now)
  })
  return { ...now, earlier }
}

function toldOf({ source, settings, doc }: Told): Omit<PlayerData, 'earlier'> {
  const { facts, edition } = source
  const publication = applicable(settings.publication, doc)
  const sendsStatements = settings.traces !== null || sendsByItself(settings.format)
  return {
    moduleId: source.moduleId,
    code: facts.code,
    title: facts.title,
    language: facts.language,
    edition,
    digest: source.digest,
    packageId: settings.packageId,
    iriBase: settings.iriBase,
    masteryPercent: publication.masteryPercent ?? facts.masteryPercent,
    publication,
    ...partsOf(doc, settings.language, publication),
    questions: playerQuestions(doc, facts.language, sendsStatements),
    traces: settings.traces,
    words: wordsByLanguage[settings.language].player,
    ...(settings.web?.variant === 'kiosk' && {
      kiosk: {
        minutes: settings.web.minutes,
        words: wordsByLanguage[settings.language].kiosk,
      },
    }),
  }
}

function partsOf(doc: Node, language: Language, publication: Publication) {
  return {
    sections: sectionsOf(doc).map((section) => ({
      id: section.attrs.id,
      title: section.firstChild?.textContent ?? '',
    })),
    required: requiredOf(doc)
      .filter(({ node }) => canBeDone(node))
      .map(({ node, sectionIndex }) => ({ id: node.attrs.id, sectionIndex })),
    assessments: playerAssessments(doc, language, publication),
  }
}

/** How many questions a learner who comes from an earlier document has to answer again. */
export function questionsToRedo(before: Node, now: Node): number {
  const shapeOf = (doc: Node) => ({
    digest: '',
    ...partsOf(doc, 'fr', standardPublication(doc)),
    questions: playerQuestions(doc, 'fr', false),
  })
  return askedAgain(shapeOf(before), shapeOf(now))
}

/** Formats whose standard is statements: they are sent to the LMS whether or not we get any. */
export function sendsByItself(format: Format): boolean {
  return format === 'xapi' || format === 'cmi5'
}

/** An assessment that asks nothing yet must not keep anybody from the end of the module. */
function canBeDone(node: Node): boolean {
  return elementOf(node)?.assessment === undefined || readAssessment(node) !== null
}

/** Where a rule waits for evaluations and none has to be taken, it waits for them all. */
function playerAssessments(
  doc: Node,
  language: Language,
  { completion, success }: Publication,
): PlayerAssessment[] {
  const placed = assessmentsOf(doc)
  const waits = success === 'evaluation' || completion.endsWith('evaluation')
  const all = waits && !placed.some(({ node }) => node.attrs.required === true)
  return placed.flatMap(({ node, sectionIndex }) => {
    const assessment = readAssessment(node)
    if (!assessment) return []
    const name = elementOf(node)?.names[language] ?? ''
    const title = excerpt(node.firstChild ?? node, 240) || name
    return { ...assessment, title, sectionIndex, required: all || node.attrs.required === true }
  })
}

function playerQuestions(doc: Node, language: string, described: boolean): PlayerQuestion[] {
  return questionsOf(doc).flatMap(({ node, sectionIndex }) => {
    const question = readQuestion(node)
    if (!question) return []
    return {
      question,
      sectionIndex,
      ...(node.attrs.required === false && { optional: true }),
      keyDigest: keyDigest(question),
      described: Object.fromEntries(
        describeQuestion(node).map((each) => [
          each.id ?? question.id,
          {
            prompt: each.prompt,
            ...(described && { definition: definition(node, question, each, language) }),
          },
        ]),
      ),
    }
  })
}

/** @see xAPI 1.0.3 Data §2.4.4.1, Interaction Activities */
function definition(node: Node, question: Question, described: Described, language: string) {
  const { id = question.id, type = elementOf(node)?.tracks.xapi, prompt } = described
  const patterns = interactionRecords(question, [], 'xapi').find((each) => each.id === id)
  const lists = (['choices', 'scale', 'source', 'target', 'steps'] as const).flatMap((list) => {
    const named = described[list]
    return named ? [[list, named.map((each) => component(each, language))] as const] : []
  })
  return {
    description: { [language]: prompt },
    ...(type && { interactionType: type }),
    ...Object.fromEntries(lists),
    ...(patterns?.correctPatterns.length && {
      correctResponsesPattern: patterns.correctPatterns,
    }),
  }
}

function component({ id, text }: Named, language: string) {
  return { id, description: { [language]: text } }
}
