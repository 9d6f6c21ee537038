import { sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import type { ModuleSummary } from '#app/services/modules/list-modules.server.ts'
import { endOf, type FrameworkEnd } from '../ended.ts'
import { type FrameworkRow, listFrameworks } from '../read-frameworks.server.ts'

export type EndedFramework = FrameworkEnd & Pick<FrameworkRow, 'id' | 'code' | 'title'>

/** Frameworks of an organisation that are over, by code. */
export function endedFrameworks(
  db: Pick<Bank, 'select'>,
  { organisationId, now }: { organisationId: string; now: Date },
): Map<string, EndedFramework> {
  const today = dayIn(now)
  const ended = listFrameworks(db, organisationId).flatMap((framework) => {
    const end = endOf(framework, today)
    const { id, code, title } = framework
    return end ? [[code, { id, code, title, ...end }] as const] : []
  })
  return new Map(ended)
}

/** A module whose draft is tied to a framework that is over. */
export type EndedTie = Pick<ModuleSummary, 'id' | 'title' | 'authorId'> & {
  end: EndedFramework
}

/** Each module once a framework, by title. */
export function modulesOnEnded(
  db: Pick<Bank, 'select' | 'all'>,
  asked: { organisationId: string; now: Date },
): EndedTie[] {
  const ended = endedFrameworks(db, asked)
  if (ended.size === 0) return []
  const rows = db.all<{ id: string; title: string; authorId: string; code: string }>(sql`
    select distinct modules.id, drafts.facts ->> 'title' as title, modules.authorId,
      tie.value ->> 'frameworkCode' as code
    from modules join drafts on drafts.moduleId = modules.id,
      json_each(drafts.alignments) as tie
    where modules.organisationId = ${asked.organisationId}
      and tie.value ->> 'frameworkCode' in
        (select value from json_each(${JSON.stringify([...ended.keys()])}))
    order by title`)
  return rows.map(({ code, ...module }) => ({ ...module, end: ended.get(code)! }))
}
