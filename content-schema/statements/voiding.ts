import type { Moment } from './build-statement.ts'
import type { Agent } from './statement.ts'
import { verbs } from './vocabulary.ts'

/**
 * A statement that takes another out. It is of no attempt and names no profile: an LRS is told so by
 * whoever answers for it.
 */
export type Voiding = {
  id: string
  timestamp: string
  actor: Agent
  verb: { id: string; display: Record<string, string> }
  object: { objectType: 'StatementRef'; id: string }
}

/**
 * A statement was wrong, and no longer counts. No package may say so.
 *
 * @see xAPI 1.0.3, Data 2.3.2
 */
export function onVoided(actor: Agent, statementId: string, moment: Moment): Voiding {
  return {
    ...moment,
    actor,
    verb: { id: verbs.voided, display: { 'en-US': 'voided' } },
    object: { objectType: 'StatementRef', id: statementId },
  }
}
