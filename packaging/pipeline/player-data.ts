import type { Node } from 'prosemirror-model'
import { questionsOf, sectionsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { correctPattern, interactionType } from '#content-schema/scoring/interaction-record.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import { wordsByLanguage } from '../player/i18n/words.ts'
import type { PlayerData, PlayerQuestion } from '../player/player-data.ts'
import type { Parcel } from './parcel.ts'

/** What the player is told about the module; questions that are not finished are not asked. */
export function playerData({ source, settings, doc }: Parcel): PlayerData {
  const { facts, edition } = source
  const sendsStatements = settings.traces !== null || settings.format === 'xapi'
  return {
    moduleId: source.moduleId,
    code: facts.code,
    title: facts.title,
    language: facts.language,
    edition,
    digest: source.digest,
    packageId: settings.packageId,
    iriBase: settings.iriBase,
    masteryPercent: facts.masteryPercent,
    sections: sectionsOf(doc).map((section) => ({
      id: section.attrs.id,
      title: section.firstChild?.textContent ?? '',
    })),
    questions: playerQuestions(doc, facts.language, sendsStatements),
    traces: settings.traces,
    words: wordsByLanguage[settings.language].player,
  }
}

function playerQuestions(doc: Node, language: string, described: boolean): PlayerQuestion[] {
  return questionsOf(doc).flatMap(({ node, sectionIndex }) => {
    const question = readQuestion(node)
    if (!question) return []
    const prompt = excerpt(node.firstChild ?? node, 240)
    return {
      question,
      sectionIndex,
      prompt,
      keyDigest: keyDigest(question),
      ...(described && { definition: definition(node, question, prompt, language) }),
    }
  })
}

/** @see xAPI 1.0.3 Data §2.4.4.1, Interaction Activities */
function definition(node: Node, question: Question, prompt: string, language: string) {
  return {
    description: { [language]: prompt },
    interactionType: interactionType(question),
    ...('choices' in question && { choices: describedChoices(node, language) }),
    correctResponsesPattern: [correctPattern(question, 'xapi')],
  }
}

function describedChoices(node: Node, language: string) {
  return node.children
    .filter((child) => child.type.name === 'choice')
    .map((choice) => ({
      id: String(choice.attrs.id),
      description: { [language]: excerpt(choice.firstChild ?? (choice as Node), 200) },
    }))
}
