import { keyFactsOf } from './key-facts.ts'
import type { InteractionStandard } from './kind.ts'
import type { Question } from './question.ts'

/**
 * Every way of being right in the words of a standard, by the id of the record it belongs to: the
 * question's, or that of a part. Nothing for an opinion. Known before anybody answers, so that the
 * player is told of them and need not write them.
 */
export function interactionPatterns(
  question: Question,
  standard: InteractionStandard,
): Record<string, string[]> {
  const patterns = keyFactsOf(question).patterns(question.key, standard)
  return Object.fromEntries(
    Object.entries(patterns).map(([part, each]) => [part || question.id, each]),
  )
}
