import type { StatementsDb } from '#app/db/client.server.ts'
import { mentionPlaces, type TermKind } from '#app/db/schema/statements/index.ts'
import type { Mention } from './mentions.ts'

/** Writes and finds what statements can be looked up by. */
export type Terms = {
  /** Records that a statement mentions these; told twice, it is recorded once. */
  mention: (organisationId: string, seq: number, mentions: readonly Mention[]) => void
  /** `null` when no statement of the organisation ever mentioned it. */
  find: (organisationId: string, kind: TermKind, value: string) => number | null
  /** Ids given in a transaction that was undone do not stand. */
  forget: () => void
}

export function openTerms({ $client }: StatementsDb): Terms {
  const select = $client
    .prepare<[string, string, string], number>(
      'select id from terms where organisationId = ? and kind = ? and value = ?',
    )
    .pluck()
  const insert = $client.prepare<[string, string, string]>(
    'insert into terms (organisationId, kind, value) values (?, ?, ?)',
  )
  const insertMention = $client.prepare<[number, number, number]>(
    'insert into mentions (termId, place, seq) values (?, ?, ?) on conflict do nothing',
  )
  const known = new Map<string, number>()

  function find(organisationId: string, kind: TermKind, value: string): number | null {
    return select.get(organisationId, kind, value) ?? null
  }

  function idOf(organisationId: string, kind: TermKind, value: string): number {
    const name = `${organisationId} ${kind} ${value}`
    const cached = known.get(name)
    if (cached !== undefined) return cached
    const id =
      find(organisationId, kind, value) ??
      Number(insert.run(organisationId, kind, value).lastInsertRowid)
    if (known.size >= 50_000) known.clear()
    known.set(name, id)
    return id
  }

  return {
    find,
    forget: () => known.clear(),
    mention: (organisationId, seq, mentions) => {
      for (const { kind, value, direct } of mentions) {
        const id = idOf(organisationId, kind, value)
        if (direct) insertMention.run(id, mentionPlaces.direct, seq)
        if (!direct || hasRelatedFilter(kind))
          insertMention.run(id, mentionPlaces.anywhere, seq)
      }
    },
  }
}

/** Only agents and activities are also looked for anywhere in a statement. */
function hasRelatedFilter(kind: TermKind): boolean {
  return kind === 'agent' || kind === 'activity'
}
