import { and, eq, inArray, or } from 'drizzle-orm'
import { moduleOrigins, modules } from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { referencesOf, referringTo } from '#content-schema/reuse/reference.ts'

/** The module of an organisation that one of elsewhere is, or was made from; by what it is, not by its code. */
export function findHere(
  db: Reader,
  idsElsewhere: readonly string[],
  organisationId: string,
): string | null {
  const ids = [...idsElsewhere]
  const found = db
    .select({ id: modules.id })
    .from(modules)
    .leftJoin(moduleOrigins, eq(moduleOrigins.moduleId, modules.id))
    .where(
      and(
        eq(modules.organisationId, organisationId),
        or(inArray(modules.id, ids), inArray(moduleOrigins.originId, ids)),
      ),
    )
    .get()
  return found?.id ?? null
}

/** The id that a module of elsewhere has here; its own where it is not here. */
export type IdHere = (moduleId: string) => string

/** @param brought by their ids in the archive, those that come with it */
export function idsHere(
  db: Reader,
  brought: ReadonlyMap<string, string>,
  organisationId: string,
): IdHere {
  return (moduleId) =>
    brought.get(moduleId) ?? findHere(db, [moduleId], organisationId) ?? moduleId
}

/** A document as it stands here: what it reuses under the ids of here. */
export function documentHere(document: StoredDocument, idHere: IdHere): StoredDocument {
  if (referencesOf(document.doc).length === 0) return document
  return { ...document, doc: referringTo(document.doc, idHere) }
}
