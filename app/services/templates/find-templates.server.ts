import { and, asc, eq, or } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { people, templates } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { DocumentError, readDocument, writeDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'

type Reader = Pick<Bank, 'select'>
export type Template = typeof templates.$inferSelect
/** Whose templates are in reach: one's own, and those shared in the organisation. */
export type Reach = { organisationId: string; personId: string }

export type TemplateRow = Pick<Template, 'id' | 'name' | 'kind' | 'shared'> & {
  /** The name of its node in the schema: `section`, `table` … */
  nodeName: string
  mine: boolean
  owner: string
}

/** What somebody is offered, by name. */
export function listTemplates(db: Reader, reach: Reach): TemplateRow[] {
  return db
    .select({ template: templates, owner: people.name })
    .from(templates)
    .innerJoin(people, eq(people.id, templates.ownerId))
    .where(inReach(reach))
    .orderBy(asc(templates.name), asc(templates.id))
    .all()
    .map(({ template, owner }) => {
      const { id, name, kind, shared, ownerId } = template
      const nodeName = kind === 'section' ? 'section' : nameIn(template)
      return { id, name, kind, shared, nodeName, mine: ownerId === reach.personId, owner }
    })
}

/**
 * What is inserted: the element or section itself, in today's format.
 *
 * @throws UserError `template.newer` or `template.unreadable` when this code cannot read it
 */
export function readTemplate(
  db: Reader,
  key: Reach & { templateId: string },
): { name: string; kind: Template['kind']; node: NodeJson } {
  const { name, kind, document } = findTemplate(db, key)
  try {
    const [section] = writeDocument(readDocument(document)).doc.content ?? []
    const node = kind === 'section' ? section : section?.content?.[1]
    if (!node) throw new DocumentError('document.malformed')
    return { name, kind, node }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const newer = error.code === 'document.newer-format'
    throw new UserError(newer ? 'template.newer' : 'template.unreadable', { name })
  }
}

/** @throws UserError `template.not-found` (404), also for one that somebody keeps for themselves */
export function findTemplate(
  db: Reader,
  { templateId, ...reach }: Reach & { templateId: string },
): Template {
  const found = db
    .select()
    .from(templates)
    .where(and(eq(templates.id, templateId), inReach(reach)))
    .get()
  if (!found) throw new UserError('template.not-found', {}, 404)
  return found
}

function inReach({ organisationId, personId }: Reach) {
  return and(
    eq(templates.organisationId, organisationId),
    or(eq(templates.ownerId, personId), eq(templates.shared, true)),
  )
}

/** Read without the schema: it may be of another format, or hold what is no longer known. */
function nameIn({ document }: Template): string {
  return document.doc?.content?.[0]?.content?.[1]?.type ?? ''
}
