import type { Node } from 'prosemirror-model'
import type { Described, Named } from '#content-schema/element.ts'
import { elementOf } from '#content-schema/schema.ts'
import { interactionPatterns } from '#content-schema/scoring/interaction-patterns.ts'
import { interactionRecords } from '#content-schema/scoring/interaction-record.ts'
import type { Question } from '#content-schema/scoring/question.ts'

/**
 * What statements say of a question, or of a part of it: its words, its choices and what is right.
 *
 * @see xAPI 1.0.3 Data §2.4.4.1, Interaction Activities
 */
export function questionDefinition(
  node: Node,
  question: Question,
  described: Described,
  language: string,
) {
  const { id = question.id, type = elementOf(node)?.tracks.xapi, prompt } = described
  const isTold = interactionRecords(question, [], 'xapi').some((each) => each.id === id)
  const patterns = isTold ? (interactionPatterns(question, 'xapi')[id] ?? []) : []
  const lists = (['choices', 'scale', 'source', 'target', 'steps'] as const).flatMap((list) => {
    const named = described[list]
    return named ? [[list, named.map((each) => component(each, language))] as const] : []
  })
  return {
    description: { [language]: prompt },
    ...(type && { interactionType: type }),
    ...Object.fromEntries(lists),
    ...(patterns.length > 0 && { correctResponsesPattern: patterns }),
  }
}

function component({ id, text }: Named, language: string) {
  return { id, description: { [language]: text } }
}
