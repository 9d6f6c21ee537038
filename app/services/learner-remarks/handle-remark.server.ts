import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import { type RemarkState, remarkHandlings } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { isRemark } from './remark-rows.server.ts'

export type RemarkHandling = ModuleKey & {
  statementId: string
  state: RemarkState
  /** What was done, or why nothing was; may be empty. */
  note: string
  personId: string
  now: Date
}

/**
 * Writes down that a learner's remark was read, or dealt with, and how.
 *
 * @throws UserError `module.not-found` or `learner-remark.not-found` (404)
 */
export function handleLearnerRemark(
  { bank, statements }: { bank: Bank; statements: StatementsDb },
  request: RemarkHandling,
): void {
  const { organisationId, statementId, state, note, personId, now } = request
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const { moduleId } = findDraft(tx, request)
      if (!isRemark(statements, { moduleId, organisationId }, statementId)) {
        throw new UserError('learner-remark.not-found', {}, 404)
      }
      tx.insert(remarkHandlings)
        .values({ id: newId(), moduleId, statementId, state, note, personId, handledAt: at })
        .run()
      const details = { statementId, note }
      recordEvent(tx, {
        ...{ at, organisationId, personId, details },
        action: `learner-remark.${state}`,
        object: moduleId,
      })
    },
    { behavior: 'immediate' },
  )
}
