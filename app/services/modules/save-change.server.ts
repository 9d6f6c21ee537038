import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { refuseUnreachable } from '#app/services/reuse/record-uses.server.ts'
import { type DocumentChange, isEmpty } from '#content-schema/changes/change.ts'
import { mergeChange } from '#content-schema/changes/merge.ts'
import { newsFor, type Outline } from '#content-schema/changes/outline.ts'
import { currentFormat, type StoredDocument } from '#content-schema/document.ts'
import { orRefuse } from './acceptable-document.server.ts'
import { findCurrentDraft } from './current-draft.server.ts'
import type { Draft, ModuleKey, Reader } from './find-module.server.ts'
import { findHeld } from './hands.server.ts'
import { saveDraft } from './save-draft.server.ts'
import { setAside } from './set-aside.server.ts'

export type ChangeSave = ModuleKey & {
  /** What the change was made from. */
  base: Outline
  change: DocumentChange
  /** Sections that lost a choice, each as a document of its own. */
  setAside?: StoredDocument[] | undefined
  personId: string
  now: Date
}

/** Saved, with what the writer does not know yet; or sections are for a person to choose. */
export type ChangeResult =
  | { version: number; news: DocumentChange | null }
  | { conflict: Conflict }

export type Conflict = {
  version: number
  savedAt: number
  /** Name of whoever saved last. */
  savedBy: string
  /** Whether that was the same person, on another page. */
  myself: boolean
  /** Ids of the sections that were changed by both. */
  sections: string[]
  news: DocumentChange | null
}

/**
 * Saves what changed in a draft, durably, merged with what others saved meanwhile; all of it or,
 * when a section was changed by both, nothing. An empty change only asks for news.
 *
 * @throws UserError when what it makes is not acceptable; nothing is then changed
 */
export function saveChange(bank: Bank, save: ChangeSave): ChangeResult {
  if (isEmpty(save.change) && !save.setAside?.length) return readNews(bank, save)
  if (save.change.format !== currentFormat) throw new UserError('document.older-page')
  return bank.transaction(
    (tx) => {
      const draft = findCurrentDraft(tx, save)
      const merge = orRefuse(() => mergeChange(save.base, save.change, draft.document))
      if (merge.conflicts) return { conflict: conflictOn(tx, draft, save, merge.conflicts) }
      const { moduleId } = draft
      refuseUnreachable(tx, { ...save, before: draft.document, after: merge.document })
      if (save.setAside?.length) setAside(tx, { ...save, moduleId, documents: save.setAside })
      const result = saveDraft(tx, {
        ...save,
        baseVersion: draft.version,
        change: { document: merge.document },
      })
      const saved = findHeld(tx, save).draft.document
      if (!result.saved) throw new RangeError('a draft moved on inside a transaction')
      return { version: result.version, news: newsFor(merge.held, saved) }
    },
    { behavior: 'immediate' },
  )
}

function readNews(bank: Bank, save: ChangeSave): ChangeResult {
  const { version, document } = findCurrentDraft(bank, save)
  return { version, news: newsFor(save.base, document) }
}

function conflictOn(
  tx: Reader,
  { version, savedAt, savedBy, document }: Draft,
  { base, personId }: ChangeSave,
  sections: string[],
): Conflict {
  const person = tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, savedBy))
    .get()
  const news = newsFor(base, document)
  const by = { savedBy: person?.name ?? '', myself: savedBy === personId }
  return { version, savedAt, ...by, sections, news }
}
