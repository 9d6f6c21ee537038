import { type Mention, mentionsOf } from './mentions.ts'
import { read, type StatementRow, type StatementRows } from './statement-rows.server.ts'
import type { Terms } from './terms.server.ts'
import type { StoredStatement } from './xapi-statement.ts'

type Tools = { rows: StatementRows; terms: Terms }

/** A statement just stored, the one it is about, and those that are about it. */
type Written = {
  seq: number
  stored: StoredStatement
  targetId: Buffer | null
  referrers: StatementRow[]
}

/**
 * Records what a statement can be found by. A statement about another is found by what that one
 * mentions, whichever came first.
 *
 * @see xAPI 1.0.3, Communication 2.1.3, Filter Conditions for StatementRefs
 */
export function mentionStatement(tools: Tools, organisationId: string, written: Written): void {
  const { seq, stored, targetId, referrers } = written
  const mentions = allMentions(tools.rows, organisationId, { stored, targetId })
  tools.terms.mention(organisationId, seq, mentions)
  passOn(tools, organisationId, mentions, { from: seq, to: referrers })
}

/** All that a statement is found by: what it mentions, and what the one that it is about does. */
export function allMentions(
  rows: Pick<StatementRows, 'byId'>,
  organisationId: string,
  { stored, targetId }: Pick<Written, 'stored' | 'targetId'>,
): Mention[] {
  const mentions = mentionsOf(stored)
  if (targetId) mentions.push(...mentionsOfChain(rows, organisationId, targetId))
  return mentions
}

/** What a statement mentions, and the one it is about, and so on. */
function mentionsOfChain(
  rows: Pick<StatementRows, 'byId'>,
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

/** To the statements about it, those about them, and so on; a circle is gone round once. */
function passOn(
  { rows, terms }: Tools,
  organisationId: string,
  mentions: Mention[],
  { from, to }: { from: number; to: StatementRow[] },
): void {
  const seen = new Set([from])
  let referrers = to
  while (referrers.length > 0) {
    const fresh = referrers.filter(({ seq }) => !seen.has(seq))
    for (const { seq } of fresh) {
      seen.add(seq)
      terms.mention(organisationId, seq, mentions)
    }
    referrers = fresh.flatMap(({ id }) => rows.byTarget.all(organisationId, id))
  }
}
