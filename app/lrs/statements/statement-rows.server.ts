import type { StatementsDb } from '#app/db/client.server.ts'
import type { ReceivedFile } from '../attachments/read-attachments.ts'
import type { StoredStatement } from './xapi-statement.ts'

export type StatementRow = {
  seq: number
  id: Buffer
  targetId: Buffer | null
  voiding: number
  voided: number
  payload: string
}

/** SQLite has no booleans: 0 or 1. */
type NewRow = Omit<StatementRow, 'seq'> & {
  organisationId: string
  storedAt: number
  credentialKey: string
}

/** Of a {@link StatementRow}, whatever the table is joined with. */
export const statementColumns = 'seq, statements.id, targetId, voiding, voided, payload'

/** Prepared once: the statements that each write needs. */
export function statementRows({ $client }: StatementsDb) {
  return {
    insert: $client.prepare<[NewRow]>(
      `insert into statements
         (organisationId, id, storedAt, credentialKey, targetId, voiding, voided, payload)
       values
         (:organisationId, :id, :storedAt, :credentialKey, :targetId, :voiding, :voided, :payload)`,
    ),
    byId: $client.prepare<[string, Buffer], StatementRow>(
      `select ${statementColumns} from statements where organisationId = ? and id = ?`,
    ),
    /** Statements whose object is a reference to this one. */
    byTarget: $client.prepare<[string, Buffer], StatementRow>(
      `select ${statementColumns} from statements where organisationId = ? and targetId = ?`,
    ),
    /** What has the same digest is the same file. */
    keepFile: $client.prepare<[{ organisationId: string } & ReceivedFile]>(
      `insert into attachments (organisationId, sha2, contentType, content)
       values (:organisationId, :sha2, :contentType, :content) on conflict do nothing`,
    ),
    markVoided: $client.prepare<[number]>('update statements set voided = 1 where seq = ?'),
    lastStoredAt: $client
      .prepare<[], number>('select storedAt from statements order by seq desc limit 1')
      .pluck(),
  }
}

export type StatementRows = ReturnType<typeof statementRows>

export function read(row: Pick<StatementRow, 'payload'>): StoredStatement {
  return JSON.parse(row.payload)
}
