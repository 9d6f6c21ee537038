import { and, eq, lt, lte, or } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import {
  type ForwardingFailure,
  forwardingDeadLetters,
  forwardingTargets,
} from '#app/db/schema/bank/index.ts'
import type { StoredStatement } from '#app/lrs/statements/xapi-statement.ts'
import { aimOf, wants } from './filter.ts'
import { unseal } from './sealed-secret.server.ts'
import { type Outcome, type Reach, type SentFile, sendBatch } from './send.server.ts'
import {
  type FedStatement,
  hasAfter,
  readAfter,
  readFile,
  readStatement,
} from './statement-feed.server.ts'

type Here = Pick<Instance, 'bank' | 'statements' | 'iriBase' | 'signingKey'>
type Target = typeof forwardingTargets.$inferSelect

export type ForwardOptions = Reach & {
  /** Of this process: nobody else has the same. */
  holder: string
  now: () => Date
  stopping?: () => boolean
  /** How long nobody else sends once a process that sends was heard of last: longer than a request may take. */
  leaseMs?: number
  /** 0 to 1. */
  random?: () => number
}

type Run = { here: Here; target: Target; options: ForwardOptions; refusedInRow: number }

const batchLimit = { statements: 50, bytes: 500_000 }
/** Read at once, among which those are found that the target wants. */
const readAtOnce = 200
const leaseMs = 60_000
/** One after the other, nothing taken between: it is the target, not the statements. */
const refusesAll = 20

/** The targets that something may wait for, those due first. */
export function dueTargets({ bank }: Pick<Here, 'bank'>, now: Date): string[] {
  return bank
    .select({ id: forwardingTargets.id })
    .from(forwardingTargets)
    .where(
      and(
        eq(forwardingTargets.state, 'running'),
        lte(forwardingTargets.nextTryAt, now.getTime()),
      ),
    )
    .orderBy(forwardingTargets.nextTryAt)
    .all()
    .map(({ id }) => id)
}

/**
 * Sends a target what waits for it, in order, until nothing does or it does not answer. What it has
 * taken is remembered at once, so that whatever ends this process loses nothing; a statement may be
 * sent twice, under the same id. Only one process sends to a target at a time.
 */
export async function forwardTarget(
  here: Here,
  targetId: string,
  options: ForwardOptions,
): Promise<void> {
  const target = await claim(here, targetId, options)
  if (!target) return
  const run = { here, target, options, refusedInRow: 0 }
  try {
    if (await sendAgain(run)) await sendWaiting(run)
  } finally {
    release(run)
  }
}

async function sendWaiting(run: Run): Promise<void> {
  const { here, target, options } = run
  for (;;) {
    if (options.stopping?.() || !renewed(run)) return
    const after = { at: run.target.cursorAt, seq: run.target.cursorSeq }
    const { fed, through } = await readAfter(
      here.statements,
      target.organisationId,
      after,
      readAtOnce,
    )
    const { batch, readThrough } = await nextBatch(run, fed)
    if (batch.length > 0 && !(await deliver(run, batch))) return
    const end = readThrough ?? through
    if (end.at === after.at && end.seq === after.seq) return
    if (!moved(run, end, 0)) return
  }
}

/** As many of them as go in one request. `readThrough` is `null` when all were looked at. */
async function nextBatch(run: Run, fed: readonly FedStatement[]) {
  const batch: FedStatement[] = []
  let bytes = 0
  let readThrough: FedStatement['cursor'] | null = null
  for (const each of fed) {
    if (await isWanted(run, each.statement)) {
      const alone = hasFiles(each.statement)
      bytes += Buffer.byteLength(JSON.stringify(each.statement))
      const full = batch.length === batchLimit.statements || bytes > batchLimit.bytes || alone
      if (full && batch.length > 0) return { batch, readThrough }
      batch.push(each)
      if (alone) return { batch, readThrough: each.cursor }
    }
    readThrough = each.cursor
  }
  return { batch, readThrough: null }
}

async function isWanted({ here, target }: Run, told: StoredStatement): Promise<boolean> {
  const aim = aimOf(told)
  if (aim === null) return wants(target, told, here.iriBase)
  const taken = await readStatement(here.statements, target.organisationId, aim)
  return taken ? wants(target, taken, here.iriBase) : target.moduleIds.length === 0
}

/** Sends a batch; one that is refused is halved until what is refused is alone. @returns whether to go on */
async function deliver(run: Run, batch: readonly FedStatement[]): Promise<boolean> {
  if (!renewed(run)) return false
  const outcome = await send(
    run,
    batch.map(({ statement }) => statement),
  )
  const last = batch.at(-1)!
  if (outcome.kind === 'taken') {
    run.refusedInRow = 0
    return moved(run, last.cursor, batch.length)
  }
  if (outcome.kind !== 'refused') return stopped(run, outcome)
  if (batch.length > 1) {
    const middle = Math.ceil(batch.length / 2)
    return (await deliver(run, batch.slice(0, middle))) && deliver(run, batch.slice(middle))
  }
  if (!bury(run, last, outcome)) return false
  run.refusedInRow += 1
  if (run.refusedInRow < refusesAll) return true
  return refuse(run, { code: 'refuses-all', params: { status: outcome.status } })
}

async function send(run: Run, batch: readonly StoredStatement[]): Promise<Outcome> {
  const { here, target, options } = run
  const files: SentFile[] = []
  for (const { sha2, contentType } of batch.flatMap(({ attachments = [] }) => attachments)) {
    const content = await readFile(here.statements, target.organisationId, sha2)
    if (content && !files.some((file) => file.sha2 === sha2))
      files.push({ sha2, contentType, content })
  }
  const secret = unseal(here.signingKey, target.sealedSecret)
  return sendBatch({ ...target, secret }, batch, files, options)
}

function hasFiles({ attachments = [] }: StoredStatement): boolean {
  return attachments.length > 0
}

/** What somebody wants sent again goes first. @returns whether to go on */
async function sendAgain(run: Run): Promise<boolean> {
  const { here, target } = run
  const { bank } = here
  const letters = bank
    .select()
    .from(forwardingDeadLetters)
    .where(letterOf(target.id, { state: 'resend' }))
    .all()
  for (const { statementId } of letters) {
    if (!renewed(run)) return false
    const statement = await readStatement(here.statements, target.organisationId, statementId)
    const outcome = statement ? await send(run, [statement]) : null
    const one = letterOf(target.id, { statementId })
    if (outcome === null || outcome.kind === 'taken') {
      bank.delete(forwardingDeadLetters).where(one).run()
      if (outcome) moved(run, { at: run.target.cursorAt, seq: run.target.cursorSeq }, 1)
    } else if (outcome.kind === 'refused') {
      const { status, answer } = outcome
      const refusedAt = run.options.now().getTime()
      const row = { state: 'kept' as const, status, answer, refusedAt }
      bank.update(forwardingDeadLetters).set(row).where(one).run()
    } else return stopped(run, outcome)
  }
  return true
}

function letterOf(
  targetId: string,
  { statementId, state }: { statementId?: string; state?: 'resend' },
) {
  return and(
    eq(forwardingDeadLetters.targetId, targetId),
    statementId === undefined ? undefined : eq(forwardingDeadLetters.statementId, statementId),
    state && eq(forwardingDeadLetters.state, state),
  )
}

function stopped(run: Run, outcome: Exclude<Outcome, { kind: 'taken' | 'refused' }>): false {
  if (outcome.kind === 'denied')
    return refuse(run, { code: 'denied', params: { status: outcome.status } })
  // Given up since this process ends: the target is at no fault.
  if (run.options.signal?.aborted) return false
  const { now, random = Math.random } = run.options
  const failures = run.target.failures + 1
  const at = now().getTime()
  set(run, {
    ...{ failure: outcome.failure, lastFailureAt: at, failures },
    nextTryAt: at + waitAfter(failures, random()),
  })
  return false
}

/**
 * Milliseconds to wait after so many failures in a row: a second, twice as much each time, ten
 * minutes at most; up to a fifth more, so that not all targets are tried at once.
 */
export function waitAfter(failures: number, random: number): number {
  const doubled = Math.min(600_000, 1000 * 2 ** Math.min(failures - 1, 20))
  return Math.round(doubled * (1 + random / 5))
}

/** Nothing more is sent until an administrator looked. */
function refuse(run: Run, failure: ForwardingFailure): false {
  set(run, { state: 'refused', failure, lastFailureAt: run.options.now().getTime() })
  return false
}

/** @returns `false` when another process sends now */
function moved(run: Run, cursor: FedStatement['cursor'], sent: number): boolean {
  const took = sent > 0 && {
    ...{ sent: run.target.sent + sent, lastSuccessAt: run.options.now().getTime() },
    ...{ failures: 0, failure: null },
  }
  return set(run, { cursorAt: cursor.at, cursorSeq: cursor.seq, ...took })
}

/** Sets aside a statement that is refused alone, and goes past it, at once. */
function bury(
  run: Run,
  { cursor, statement }: FedStatement,
  { status, answer }: { status: number; answer: string },
): boolean {
  const { bank } = run.here
  const refusedAt = run.options.now().getTime()
  return bank.transaction((tx) => {
    if (!set(run, { cursorAt: cursor.at, cursorSeq: cursor.seq }, tx)) return false
    const statementId = statement.id.toLowerCase()
    const row = { status, answer, refusedAt, state: 'kept' as const }
    tx.insert(forwardingDeadLetters)
      .values({ targetId: run.target.id, statementId, ...row })
      .onConflictDoUpdate({
        target: [forwardingDeadLetters.targetId, forwardingDeadLetters.statementId],
        set: row,
      })
      .run()
    return true
  })
}

type Writer = Pick<Here['bank'], 'update'>

/** Only whoever holds the lease writes. */
function set(run: Run, values: Partial<Target>, db: Writer = run.here.bank): boolean {
  const isOurs = and(
    eq(forwardingTargets.id, run.target.id),
    eq(forwardingTargets.leaseHolder, run.options.holder),
  )
  const { changes } = db.update(forwardingTargets).set(values).where(isOurs).run()
  if (changes > 0) run.target = { ...run.target, ...values }
  return changes > 0
}

/** Takes a target for this process, when something waits for it and nobody else sends. */
async function claim(
  { bank, statements }: Here,
  targetId: string,
  options: ForwardOptions,
): Promise<Target | null> {
  const found = find(bank, targetId)
  if (!found) return null
  const waits = await hasAfter(statements, { at: found.cursorAt, seq: found.cursorSeq })
  const again = bank
    .select({ id: forwardingDeadLetters.statementId })
    .from(forwardingDeadLetters)
    .where(letterOf(targetId, { state: 'resend' }))
    .get()
  if (!waits && !again) return null
  const at = options.now().getTime()
  const isFree = or(
    lt(forwardingTargets.leaseUntil, at),
    eq(forwardingTargets.leaseHolder, options.holder),
  )
  const { changes } = bank
    .update(forwardingTargets)
    .set({ leaseHolder: options.holder, leaseUntil: at + (options.leaseMs ?? leaseMs) })
    .where(
      and(eq(forwardingTargets.id, targetId), eq(forwardingTargets.state, 'running'), isFree),
    )
    .run()
  return changes > 0 ? (find(bank, targetId) ?? null) : null
}

function find(bank: Here['bank'], targetId: string): Target | undefined {
  return bank.select().from(forwardingTargets).where(eq(forwardingTargets.id, targetId)).get()
}

/** Goes on holding it, as long as nobody paused, changed hands or removed it. Reads what changed. */
function renewed(run: Run): boolean {
  const { now, holder } = run.options
  const kept = find(run.here.bank, run.target.id)
  if (kept?.state !== 'running' || kept.leaseHolder !== holder) return false
  run.target = kept
  return set(run, { leaseUntil: now().getTime() + (run.options.leaseMs ?? leaseMs) })
}

function release(run: Run): void {
  set(run, { leaseHolder: null, leaseUntil: 0 })
}
