import type { StatementsDb } from '#app/db/client.server.ts'
import { verbs } from '#content-schema/statements/vocabulary.ts'
import type { Credential } from '../credentials.server.ts'
import { Refusal } from '../http/refusal.ts'
import { openRollups, type Rollups } from '../rollups/rollups.server.ts'
import { commitQueue } from './commit-queue.server.ts'
import { authorityOf, completed } from './complete-statement.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import { isSameStatement } from './same-statement.ts'
import {
  read,
  type StatementRow,
  type StatementRows,
  statementRows,
} from './statement-rows.server.ts'
import { type StoringClock, storingClock } from './storing-clock.server.ts'
import { openTerms, type Terms } from './terms.server.ts'
import { uuidBytes } from './uuid-bytes.ts'
import type { StoredStatement, XapiStatement } from './xapi-statement.ts'

/** Statements that are stored together or not at all. They are checked, and have their ids. */
export type Batch = { credential: Credential; statements: (XapiStatement & { id: string })[] }

export type StatementStore = {
  /**
   * Stores a batch with what follows from it: mentions, voided statements, rollups. Settles once
   * all that is on the disk. Statements that are stored already are passed over.
   *
   * @throws Refusal 409 when another statement is stored under one of the ids; nothing is stored
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
}

/** One process writes: the bank's other commands only read this database while it is served. */
export function openStatementStore(
  statements: StatementsDb,
  { iriBase, now }: { iriBase: string; now: () => Date },
): StatementStore {
  const rows = statementRows(statements)
  const clock = storingClock(now, rows.lastStoredAt.get() ?? 0)
  const tools = {
    rows,
    clock,
    iriBase,
    terms: openTerms(statements),
    rollups: openRollups(statements, iriBase),
  }
  const forget = () => {
    tools.terms.forget()
    tools.rollups.forget()
  }
  const append = commitQueue(
    statements.$client,
    (batch: Batch) => appendBatch(tools, batch),
    forget,
  )
  return { append, clock, terms: tools.terms }
}

function appendBatch(tools: Tools, { credential, statements }: Batch): void {
  const fresh = statements.filter(
    (each) => !isStored(tools.rows, credential.organisationId, each),
  )
  for (const statement of fresh) appendStatement(tools, credential, statement)
}

function isStored(
  rows: StatementRows,
  organisationId: string,
  statement: Batch['statements'][0],
) {
  const row = rows.byId.get(organisationId, uuidBytes(statement.id))
  if (!row) return false
  if (isSameStatement(statement, read(row))) return true
  throw new Refusal(409, 'statement.conflict', `another statement is stored as ${statement.id}`)
}

function appendStatement(
  tools: Tools,
  credential: Credential,
  statement: Batch['statements'][0],
): void {
  const { organisationId, key } = credential
  const storedAt = tools.clock.stamp()
  const stored = completed(statement, authorityOf(credential, tools.iriBase), storedAt)
  const id = uuidBytes(stored.id)
  const targetId = targetOf(stored)
  const voiding = stored.verb.id === verbs.voided
  const referrers = tools.rows.byTarget.all(organisationId, id)
  const voided = !voiding && referrers.some((referrer) => referrer.voiding)
  const { lastInsertRowid } = tools.rows.insert.run(
    organisationId,
    id,
    storedAt,
    key,
    targetId,
    Number(voiding),
    Number(voided),
    JSON.stringify(stored),
  )
  mention(tools, organisationId, { seq: Number(lastInsertRowid), stored, targetId, referrers })
  if (!voided && !voiding) tools.rollups.fold(organisationId, stored)
  if (voiding && targetId) voidTarget(tools, organisationId, targetId)
}

function targetOf({ object }: StoredStatement): Buffer | null {
  return object.objectType === 'StatementRef' ? uuidBytes(object.id) : null
}

/** A statement about another is found by what that one mentions, whichever came first. */
function mention(
  { rows, terms }: Tools,
  organisationId: string,
  written: {
    seq: number
    stored: StoredStatement
    targetId: Buffer | null
    referrers: StatementRow[]
  },
): void {
  const mentions = mentionsOf(written.stored)
  if (written.targetId)
    mentions.push(...mentionsOfChain(rows, organisationId, written.targetId))
  terms.mention(organisationId, written.seq, mentions)
  const seen = new Set([written.seq])
  let referrers = written.referrers
  while (referrers.length > 0) {
    const fresh = referrers.filter(({ seq }) => !seen.has(seq))
    for (const { seq } of fresh) {
      seen.add(seq)
      terms.mention(organisationId, seq, mentions)
    }
    referrers = fresh.flatMap(({ id }) => rows.byTarget.all(organisationId, id))
  }
}

/** What a statement mentions, and the one it is about, and so on. */
function mentionsOfChain(
  rows: StatementRows,
  organisationId: string,
  first: Buffer,
): Mention[] {
  const mentions: Mention[] = []
  const seen = new Set<number>()
  let row = rows.byId.get(organisationId, first)
  while (row && !seen.has(row.seq)) {
    seen.add(row.seq)
    mentions.push(...mentionsOf(read(row)))
    row = row.targetId ? rows.byId.get(organisationId, row.targetId) : undefined
  }
  return mentions
}

/** A voiding statement cannot itself be voided. @see xAPI 1.0.3, Data 2.3.2 */
function voidTarget({ rows, rollups }: Tools, organisationId: string, targetId: Buffer): void {
  const row = rows.byId.get(organisationId, targetId)
  if (!row || row.voiding || row.voided) return
  rows.markVoided.run(row.seq)
  rollups.refold(organisationId, read(row))
}
