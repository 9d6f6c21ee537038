import { sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'

/**
 * Which of these competencies or criteria a module is tied to, in its draft or in what was frozen of
 * it, by an alignment or by an element: with the title of the first such module.
 */
export function findUses(
  db: Pick<Bank, 'all'>,
  { ids, organisationId }: { ids: readonly string[]; organisationId: string },
): Map<string, string> {
  if (ids.length === 0) return new Map()
  const rows = db.all<{ id: string; title: string }>(sql`
    with written as (
      select modules.id, drafts.facts ->> 'title' as title,
        drafts.alignments || drafts.document as said
      from modules join drafts on drafts.moduleId = modules.id
      where modules.organisationId = ${organisationId}
      union all
      select modules.id, revisions.facts ->> 'title',
        revisions.alignments || revisions.document
      from modules join revisions on revisions.moduleId = modules.id
      where modules.organisationId = ${organisationId}
    )
    select asked.value as id, min(written.title) as title
    from json_each(${JSON.stringify(ids)}) as asked
    join written on instr(written.said, '"' || asked.value || '"') > 0
    group by asked.value`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
