import type { Bank } from '#app/db/client.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { guaranteeMark } from '#app/services/publication/ended-guarantees.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { resolved, type UsedModule } from '#app/services/reuse/resolved.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'
import type { Finding } from '#content-schema/finding.ts'
import { type Row, stagesOf } from './path-steps.ts'

export type PathRow = {
  id: string
  /** All that the row says of itself, to put it back as it was. */
  attrs: Record<string, unknown>
  moduleId: string
  /** As it is called here, and in its own module; the latter is empty when it cannot be reached. */
  title: string
  ownTitle: string
  required: boolean
  follows: boolean
  /** `major.minor` of what is shown now; `null` when it cannot be reached. */
  edition: string | null
  /** Of a later edition than the one it is pinned to; `null` when there is none. */
  later: string | null
  minutes: number
  licence: string
  /** Whose it is, where it is another's; otherwise empty. */
  organisation: string
  /** Where a guarantee of what is shown there is near its end, or past it. */
  guarantee: 'ending' | 'ended' | null
}

export type PathPage = {
  moduleId: string
  title: string
  licence: string
  stages: { id: string; title: string; rows: PathRow[] }[]
  /** Learning time as its modules announce it. */
  minutes: { required: number; optional: number }
  /** What cannot be reached, and what may not go out together. */
  findings: Finding[]
}

/** A path as whoever composes it sees it. Throws as `findDraft` does. */
export function readPath(bank: Bank, { now, ...key }: ModuleKey & { now: Date }): PathPage {
  const draft = findDraft(bank, key)
  const { uses } = resolved(bank, draft)
  const reached = new Map(
    uses
      .filter(({ reference, outerId }) => reference.id === outerId)
      .map(({ outerId, target }) => [outerId, target]),
  )
  const stages = stagesOf(draft.document.doc).map(({ rows, ...stage }) => ({
    ...stage,
    rows: rows.map((row) =>
      rowOf(bank, row, reached.get(String(row.attrs.id)), { ...key, now }),
    ),
  }))
  const rows = stages.flatMap((stage) => stage.rows)
  return {
    moduleId: draft.moduleId,
    title: draft.facts.title,
    licence: draft.facts.licence,
    stages,
    minutes: {
      required: minutesOf(rows.filter(({ required }) => required)),
      optional: minutesOf(rows.filter(({ required }) => !required)),
    },
    findings: readGates(bank, { draft, now }).flatMap(({ name, findings }) =>
      findings.filter(({ code }) => name === 'rights' || code.startsWith('reuse.')),
    ),
  }
}

function rowOf(
  bank: Bank,
  { attrs }: Row,
  target: UsedModule | undefined,
  { organisationId, now }: { organisationId: string; now: Date },
): PathRow {
  const moduleId = String(attrs.moduleId)
  const latest = reusableEdition(bank, { moduleId, organisationId, digest: null })
  const isLater = typeof latest !== 'string' && target && latest.digest !== target.digest
  return {
    id: String(attrs.id),
    attrs,
    moduleId,
    title: String(attrs.title),
    ownTitle: target?.title ?? '',
    required: attrs.required === true,
    follows: attrs.follows === true,
    edition: target?.edition ?? null,
    later: isLater ? latest.edition : null,
    minutes: target?.facts.minutes ?? 0,
    licence: target?.facts.licence ?? '',
    organisation:
      target && target.organisation.id !== organisationId ? target.organisation.name : '',
    guarantee: target ? guaranteeMark(bank, { ...target, now }) : null,
  }
}

function minutesOf(rows: PathRow[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0)
}
