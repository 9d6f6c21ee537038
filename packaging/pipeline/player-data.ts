import type { Node } from 'prosemirror-model'
import { readDocument } from '#content-schema/document.ts'
import { assessmentsOf, questionsOf, requiredOf, sectionsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { elementOf } from '#content-schema/schema.ts'
import { describeQuestion } from '#content-schema/scoring/describe-question.ts'
import { interactionPatterns } from '#content-schema/scoring/interaction-patterns.ts'
import type { InteractionStandard } from '#content-schema/scoring/kind.ts'
import { readAssessment } from '#content-schema/scoring/read-assessment.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import { wordsOf } from '../identity/words-of.ts'
import type { Format } from '../package-source.ts'
import { type Language, wordsByLanguage } from '../player/i18n/words.ts'
import type {
  PlayerAssessment,
  PlayerData,
  PlayerQuestion,
  Rules,
} from '../player/player-data.ts'
import { applicable, standardPublication } from '../publication/for-module.ts'
import { askedAgain, carriedOver, type Shape, standsStill } from './carried-over.ts'
import type { Parcel } from './parcel.ts'
import { partsToName } from './parts-to-name.ts'
import { questionDefinition } from './question-definition.ts'
import { takesRemarks } from './takes-remarks.ts'

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
  const { learnerRemarks: _, ...publication } = applicable(settings.publication, doc)
  const told = {
    statements: settings.traces !== null || sendsByItself(settings.format),
    interactions: publication.interactions ? interactionStandard(settings.format) : null,
  }
  const parts = partsOf(doc, settings.language, publication, source.optional)
  const { optional: _optional, ...shown } = parts
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
    ...shown,
    questions: playerQuestions(doc, facts.language, told, parts),
    ...(takesRemarks(settings) && { parts: partsToName(doc, settings) }),
    traces: settings.traces,
    words: wordsOf(settings).player,
    ...(settings.web?.variant === 'kiosk' && {
      kiosk: {
        minutes: settings.web.minutes,
        words: wordsByLanguage[settings.language].kiosk,
      },
    }),
  }
}

function partsOf(
  doc: Node,
  language: Language,
  publication: Rules,
  optional: ReadonlySet<string> = new Set(),
) {
  return {
    optional,
    sections: sectionsOf(doc).map((section) => ({
      id: section.attrs.id,
      title: section.firstChild?.textContent ?? '',
      ...(optional.has(section.attrs.id) && { optional: true as const }),
    })),
    required: requiredOf(doc)
      .filter(({ node }) => canBeDone(node))
      .map(({ node, sectionIndex }) => ({ id: node.attrs.id, sectionIndex })),
    assessments: playerAssessments(doc, language, publication, optional),
  }
}

/** How many questions a learner who comes from an earlier document has to answer again. */
export function questionsToRedo(before: Node, now: Node): number {
  return askedAgain(shapeOf(before), shapeOf(now))
}

/** Whether what a learner did in one document can be read as done in the other, and back. */
export function keepsPlaces(before: Node, now: Node): boolean {
  return standsStill(shapeOf(before), shapeOf(now))
}

function shapeOf(doc: Node): Shape {
  const parts = partsOf(doc, 'fr', standardPublication(doc))
  const questions = playerQuestions(doc, 'fr', untold, parts)
  const { sections, required, assessments } = parts
  return { digest: '', sections, required, assessments, questions }
}

/** What is told of answers, and in the words of which run-time. */
type ToldOfAnswers = { statements: boolean; interactions: InteractionStandard | null }
const untold: ToldOfAnswers = { statements: false, interactions: null }

/** `null` where there is no run-time that takes interactions. */
function interactionStandard(format: Format): InteractionStandard | null {
  if (!format.startsWith('scorm')) return null
  return format === 'scorm-12' ? 'scorm-12' : 'scorm-2004'
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
  { completion, success }: Rules,
  optional: ReadonlySet<string>,
): PlayerAssessment[] {
  const placed = assessmentsOf(doc)
  const waits = success === 'evaluation' || completion.endsWith('evaluation')
  const all = waits && !placed.some(({ node }) => node.attrs.required === true)
  return placed.flatMap(({ node, sectionIndex }) => {
    const assessment = readAssessment(node)
    if (!assessment) return []
    const name = elementOf(node)?.names[language] ?? ''
    const title = excerpt(node.firstChild ?? node, 240) || name
    return {
      ...assessment,
      title,
      sectionIndex,
      required: (all && !optional.has(node.attrs.id)) || node.attrs.required === true,
    }
  })
}

function playerQuestions(
  doc: Node,
  language: string,
  told: ToldOfAnswers,
  { assessments, optional }: Pick<ReturnType<typeof partsOf>, 'assessments' | 'optional'>,
): PlayerQuestion[] {
  return questionsOf(doc).flatMap(({ node, sectionIndex }) => {
    const question = readQuestion(node)
    if (!question) return []
    const paper = assessments.findIndex(({ questions }) => questions.includes(question.id))
    const { correction = 'each' } = assessments[paper] ?? {}
    return {
      question,
      sectionIndex,
      paper,
      ...(correction !== 'each' && { deferred: true as const }),
      ...((node.attrs.required === false || optional.has(question.id)) && { optional: true }),
      keyDigest: keyDigest(question),
      patterns: told.interactions ? interactionPatterns(question, told.interactions) : {},
      described: Object.fromEntries(
        describeQuestion(node).map((each) => [
          each.id ?? question.id,
          {
            prompt: each.prompt,
            ...(told.statements && {
              definition: questionDefinition(node, question, each, language),
            }),
          },
        ]),
      ),
    }
  })
}
