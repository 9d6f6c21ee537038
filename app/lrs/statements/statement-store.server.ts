import type { StatementsDb } from '#app/db/client.server.ts'
import { verbs } from '#content-schema/statements/vocabulary.ts'
import type { ReceivedFile } from '../attachments/read-attachments.ts'
import type { Credential } from '../credentials.server.ts'
import { Refusal } from '../http/refusal.ts'
import { openRollups, type Rollups } from '../rollups/rollups.server.ts'
import type { Stamp } from '../trial-stamp.server.ts'
import { commitQueue } from './commit-queue.server.ts'
import { authorityOf, completed } from './complete-statement.ts'
import { mentionStatement } from './mention-statement.server.ts'
import { rememberIn } from './remembered.server.ts'
import { isSameStatement } from './same-statement.ts'
import { read, type StatementRows, statementRows } from './statement-rows.server.ts'
import { type StoringClock, storingClock } from './storing-clock.server.ts'
import { openTerms, type Terms } from './terms.server.ts'
import { uuidBytes } from './uuid-bytes.ts'
import type { StoredStatement, XapiStatement } from './xapi-statement.ts'

/** Statements that are stored together or not at all. They are checked, and have their ids. */
export type Batch = {
  credential: Credential
  statements: Identified[]
  /** What came with them; absent: nothing. */
  files?: readonly ReceivedFile[]
}

type Identified = XapiStatement & { id: string; version: string }

export type StatementStore = {
  /**
   * Stores a batch with what follows from it: mentions, voided statements, rollups. Settles
   * once all that is on the disk. Statements that are stored already are passed over.
   *
   * @throws Refusal 409 when another statement is stored under one of the ids; nothing is
   *   stored
   */
  append: (batch: Batch) => Promise<void>
  clock: StoringClock
  terms: Terms
}

type Tools = {
  rows: StatementRows
  terms: Terms
  clock: StoringClock
  rollups: Rollups
  iriBase: string
  stamp: Stamp
}

/** One process writes: the bank's other commands only read this database while it is served. */
export function openStatementStore(
  statements: StatementsDb,
  {
    iriBase,
    now,
    stamp = (_credential, told) => told,
  }: { iriBase: string; now: () => Date; stamp?: Stamp },
): StatementStore {
  const rows = statementRows(statements)
  const clock = storingClock(now, rows.lastStoredAt.get() ?? 0)
  const tools = {
    rows,
    clock,
    iriBase,
    stamp,
    terms: openTerms(statements),
    rollups: openRollups(statements, iriBase),
  }
  const forget = () => {
    tools.terms.forget()
    tools.rollups.forget()
  }
  rememberIn(statements.$client, forget)
  const append = commitQueue(
    statements.$client,
    (batch: Batch) => appendBatch(tools, batch),
    forget,
  )
  return { append, clock, terms: tools.terms }
}

function appendBatch(tools: Tools, { credential, statements, files = [] }: Batch): void {
  const fresh = statements
    .map((each) => tools.stamp(credential, each))
    .filter((each) => !isStored(tools.rows, credential.organisationId, each))
  for (const statement of fresh) appendStatement(tools, credential, statement)
  if (fresh.length === 0) return
  const { organisationId } = credential
  for (const file of files) tools.rows.keepFile.run({ organisationId, ...file })
}

/** @throws Refusal 409 when what is stored under its id is another statement */
function isStored(rows: StatementRows, organisationId: string, statement: Identified): boolean {
  const row = rows.byId.get(organisationId, uuidBytes(statement.id))
  if (!row) return false
  if (isSameStatement(statement, read(row))) return true
  throw new Refusal(409, 'statement.conflict', `another statement is stored as ${statement.id}`)
}

function appendStatement(tools: Tools, credential: Credential, statement: Identified): void {
  const { rows, rollups, terms } = tools
  const { organisationId } = credential
  const storedAt = tools.clock.stamp()
  const stored = completed(statement, authorityOf(credential, tools.iriBase), storedAt)
  const id = uuidBytes(stored.id)
  const targetId = targetOf(stored)
  const voiding = stored.verb.id === verbs.voided
  const referrers = rows.byTarget.all(organisationId, id)
  const voided = !voiding && referrers.some((referrer) => referrer.voiding)
  const { lastInsertRowid } = rows.insert.run({
    organisationId,
    id,
    storedAt,
    credentialKey: credential.key,
    targetId,
    voiding: Number(voiding),
    voided: Number(voided),
    payload: JSON.stringify(stored),
  })
  const seq = Number(lastInsertRowid)
  mentionStatement({ rows, terms }, organisationId, { seq, stored, targetId, referrers })
  if (!voided && !voiding) rollups.fold(organisationId, stored)
  if (voiding && targetId) voidTarget(tools, organisationId, targetId)
}

function targetOf({ object }: StoredStatement): Buffer | null {
  return object.objectType === 'StatementRef' ? uuidBytes(object.id) : null
}

/** A voiding statement cannot itself be voided. @see xAPI 1.0.3, Data 2.3.2 */
function voidTarget({ rows, rollups }: Tools, organisationId: string, targetId: Buffer): void {
  const row = rows.byId.get(organisationId, targetId)
  if (!row || row.voiding || row.voided) return
  rows.markVoided.run(row.seq)
  rollups.refold(organisationId, read(row))
}
