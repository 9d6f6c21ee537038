import type { StatementsDb } from '#app/db/client.server.ts'
import type { AttemptEvent } from './read-event.ts'

/** Keeps what learners remarked, so that it can be listed; other events pass by. */
export type RemarkRows = {
  add: (editionId: number, event: AttemptEvent) => void
  remove: (editionId: number, event: AttemptEvent) => void
}

export function remarkRows({ $client }: StatementsDb): RemarkRows {
  const add = $client.prepare<[number, number, string, string, string]>(
    `insert into learner_remarks (editionId, at, statementId, nodeId, text)
     values (?, ?, ?, ?, ?) on conflict do nothing`,
  )
  const remove = $client.prepare<[number, number, string]>(
    'delete from learner_remarks where editionId = ? and at = ? and statementId = ?',
  )
  return {
    add: (editionId, { what, at, statementId }) => {
      if (what.kind === 'remark') add.run(editionId, at, statementId, what.nodeId, what.text)
    },
    remove: (editionId, { what, at, statementId }) => {
      if (what.kind === 'remark') remove.run(editionId, at, statementId)
    },
  }
}
