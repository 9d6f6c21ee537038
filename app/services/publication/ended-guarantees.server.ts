import { sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { ExportAtEnd } from '#app/db/schema/bank/index.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { dayIn, daysOf } from '#app/services/guarantees/days.ts'
import { countingGuarantees } from '#app/services/guarantees/guarantee-rows.server.ts'
import { workersOf } from '#app/services/guarantees/work.server.ts'
import { type Edition, findRevision } from '#app/services/modules/find-module.server.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { Aspect } from '#content-schema/module.ts'
import { gateProfileOf } from './gate-profiles.server.ts'
import { waiversInForce } from './waivers.server.ts'

type Reader = Pick<Bank, 'select' | 'selectDistinct' | 'all'>

/** A promise that is over, or soon will be, of a module or of one that it shows. */
export type EndingPromise = {
  moduleId: string
  title: string
  aspect: Aspect
  endsOn: string
  /** Who has to renew it: names; that of an organisation where it is another's. */
  who: string
}

export type AtExport = {
  policy: ExportAtEnd
  /** Over today: what the policy is about. */
  ended: EndingPromise[]
  /** As the page of exports shows them; they block where the policy refuses. */
  findings: Finding[]
}

/**
 * What ended guarantees come to when an edition is exported: the one answer for the page, the API,
 * the command line, a repeated export and packages played from here.
 *
 * A waiver of the guarantees, while it is in force, turns a refusal into a warning.
 */
export function guaranteesAtExport(
  db: Reader,
  { edition, now }: { edition: Edition; now: Date },
): AtExport {
  const { moduleId, revisionId } = edition
  const { facts } = findRevision(db, revisionId)
  const [owner] = modulesIn(db, [moduleId])
  const { exportAtEnd } = gateProfileOf(db, owner!.organisationId, facts)
  const waived = waiversInForce(db, { moduleId, now }).some(({ gate }) => gate === 'guarantees')
  const policy = waived && exportAtEnd === 'refused' ? 'warned' : exportAtEnd
  const { today } = daysOf(now)
  const near = endingPromises(db, { moduleId, revisionId, now })
  const ended = near.filter(({ endsOn }) => endsOn < today)
  const severity = policy === 'refused' ? 'blocks' : 'warns'
  return {
    policy,
    ended,
    findings: near.flatMap(({ title, aspect, endsOn, who }) => {
      const said = { nodeId: null, params: { title, aspect, endsOn, who } }
      if (endsOn >= today) return [{ ...said, code: 'guarantee.ending-in', severity: 'warns' }]
      return policy === 'allowed' ? [] : [{ ...said, code: 'guarantee.ended-in', severity }]
    }),
  }
}

/** Guarantees near their end or past it, of what a revision is and of all that it shows. */
export function endingPromises(
  db: Reader,
  { moduleId, revisionId, now }: { moduleId: string; revisionId: string | null; now: Date },
): EndingPromise[] {
  const usedIds = revisionId === null ? [] : modulesUsedBy(db, revisionId)
  return promisesOf(db, { moduleId, usedIds, now })
}

/** The same of what a draft shows now. */
export function promisesOf(
  db: Reader,
  { moduleId, usedIds, now }: { moduleId: string; usedIds: string[]; now: Date },
): EndingPromise[] {
  const { near } = daysOf(now)
  const ids = [...new Set([moduleId, ...usedIds])]
  const [own] = modulesIn(db, [moduleId])
  return modulesIn(db, ids).flatMap((module) =>
    countingGuarantees(db, { moduleId: module.id })
      .filter(({ endsOn }) => endsOn <= near)
      .map((row) => ({
        ...{ moduleId: module.id, title: module.title, aspect: row.aspect, endsOn: row.endsOn },
        who:
          module.organisationId === own?.organisationId
            ? namesOf(db, module.organisationId, workersOf(db, module.organisationId)(row))
            : module.organisation,
      })),
  )
}

/** The worst of them, for a mark beside a name; `null` while all hold. */
export function guaranteeMark(
  db: Reader,
  asked: { moduleId: string; revisionId: string | null; now: Date },
): 'ending' | 'ended' | null {
  const near = endingPromises(db, asked)
  if (near.length === 0) return null
  return near.some(({ endsOn }) => endsOn < dayIn(asked.now)) ? 'ended' : 'ending'
}

/** Whatever a revision shows, however deep: as it was frozen. */
function modulesUsedBy(db: Reader, revisionId: string): string[] {
  const rows = db.all<{ moduleId: string }>(sql`
    with recursive used (id) as (
      select usedRevisionId from revision_uses where revisionId = ${revisionId}
      union select u.usedRevisionId from revision_uses u join used on u.revisionId = used.id)
    select distinct revisions.moduleId from used join revisions on revisions.id = used.id`)
  return rows.map(({ moduleId }) => moduleId)
}

type Found = { id: string; organisationId: string; organisation: string; title: string }

/** In the order given. */
function modulesIn(db: Reader, ids: string[]): Found[] {
  const found = db.all<Found>(sql`
    select modules.id, modules.organisationId, organisations.name as organisation,
      drafts.facts ->> 'title' as title
    from modules join organisations on organisations.id = modules.organisationId
      join drafts on drafts.moduleId = modules.id
    where modules.id in (select value from json_each(${JSON.stringify(ids)}))`)
  return ids.flatMap((id) => found.find((each) => each.id === id) ?? [])
}

function namesOf(db: Reader, organisationId: string, ids: string[]): string {
  const names = listMembers(db, { organisationId }).filter(({ id }) => ids.includes(id))
  return names.map(({ name }) => name).join(', ')
}
