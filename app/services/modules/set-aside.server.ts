import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { people, setAsideSections } from '#app/db/schema/bank/index.ts'
import { type StoredDocument, writeDocument } from '#content-schema/document.ts'
import { newId } from '#content-schema/identity.ts'
import { plainText } from '#content-schema/plain-text.ts'
import { acceptable } from './acceptable-document.server.ts'
import type { ModuleKey, Reader } from './find-module.server.ts'
import { findHold } from './hands.server.ts'

/** How long what was not chosen can be taken back. */
export const setAsideDays = 30

const day = 86_400_000
/** More sections than this in one choice, or kept in one module, can only be a mistake. */
const most = 500

export type SetAside = {
  id: string
  title: string
  setAsideAt: number
  setAsideBy: string
  document: StoredDocument
}

/** Keeps sections that were not chosen; each as a document of its own. */
export function setAside(
  tx: Pick<Bank, 'insert' | 'delete'>,
  { moduleId, personId, now, documents }: Keeping,
): void {
  const oldest = now.getTime() - setAsideDays * day
  tx.delete(setAsideSections).where(lt(setAsideSections.setAsideAt, oldest)).run()
  for (const document of documents.slice(0, most)) {
    tx.insert(setAsideSections)
      .values({
        id: newId(),
        moduleId,
        document: writeDocument(acceptable(document)),
        setAsideAt: now.getTime(),
        setAsideBy: personId,
      })
      .run()
  }
}

type Keeping = { moduleId: string; personId: string; now: Date; documents: StoredDocument[] }

/** What was not chosen in the last thirty days, the latest first. */
export function listSetAside(db: Reader, key: ModuleKey & { now: Date }): SetAside[] {
  const { moduleId } = findHold(db, key)
  const oldest = key.now.getTime() - setAsideDays * day
  return db
    .select({ row: setAsideSections, name: people.name })
    .from(setAsideSections)
    .innerJoin(people, eq(people.id, setAsideSections.setAsideBy))
    .where(
      and(eq(setAsideSections.moduleId, moduleId), gte(setAsideSections.setAsideAt, oldest)),
    )
    .orderBy(desc(setAsideSections.setAsideAt))
    .limit(most)
    .all()
    .map(({ row: { id, document, setAsideAt }, name }) => ({
      ...{ id, document, setAsideAt, setAsideBy: name },
      title: titleOf(document),
    }))
}

function titleOf(document: StoredDocument): string {
  const title = acceptable(document).firstChild?.firstChild
  return title ? plainText(title) : ''
}
