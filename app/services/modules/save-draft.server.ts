import { eq } from 'drizzle-orm'
import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { recordUses } from '#app/services/reuse/record-uses.server.ts'
import { recordContribution } from '#app/services/review/contributors.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { writeDocument } from '#content-schema/document.ts'
import { assetDigests, elementsOf } from '#content-schema/elements.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'
import { acceptable } from './acceptable-document.server.ts'
import { refuseTakenCode } from './create-module.server.ts'
import { type Draft, findDraft, type ModuleKey } from './find-module.server.ts'

export type DraftChange = Partial<{
  document: StoredDocument
  facts: ModuleFacts
  alignments: Alignment[]
}>

export type DraftSave = ModuleKey & {
  /** The version the change was made on; `null` when the change itself looks at what it changes. */
  baseVersion: number | null
  change: DraftChange | ((draft: Draft) => DraftChange)
  personId: string
  now: Date
}

/** Either saved under a new version, or refused because somebody saved first. */
export type SaveResult = { saved: true; version: number } | { saved: false; current: Draft }

/**
 * Saves part of a draft, durably, unless it has moved on since `baseVersion`.
 *
 * @throws UserError when the document or a file in it is not acceptable; nothing is then changed
 */
export function saveDraft(bank: Pick<Bank, 'transaction'>, save: DraftSave): SaveResult {
  return bank.transaction(
    (tx) => {
      const draft = findDraft(tx, save)
      if (save.baseVersion !== null && draft.version !== save.baseVersion) {
        return { saved: false, current: draft }
      }
      const asked = typeof save.change === 'function' ? save.change(draft) : save.change
      const { kind } = draft.facts
      const { organisationId } = save
      const change = checked(tx, asked, { organisationId, kind })
      const version = change.document ? draft.version + 1 : draft.version
      // A path stays one, whatever else is said of it.
      if (change.facts && kind) change.facts = { ...change.facts, kind }
      if (change.facts) renameModule(tx, draft.moduleId, save.organisationId, change.facts.code)
      const saved = { ...change, version, savedAt: save.now.getTime(), savedBy: save.personId }
      tx.update(drafts).set(saved).where(eq(drafts.moduleId, draft.moduleId)).run()
      recordContribution(tx, { ...draft, personId: save.personId, savedAt: saved.savedAt })
      if (change.document) recordUses(tx, draft.moduleId, change.document.doc)
      indexModule(tx, draft.moduleId, save.now, { ...draft, ...saved })
      return { saved: true, version }
    },
    { behavior: 'immediate' },
  )
}

function checked(
  tx: Pick<Bank, 'select'>,
  change: DraftChange,
  { organisationId, kind }: { organisationId: string; kind: ModuleFacts['kind'] },
): DraftChange {
  if (!change.document) return change
  const doc = acceptable(change.document)
  refuseMisplacedRows(doc, kind)
  for (const digest of assetDigests(doc)) {
    if (!findAsset(tx, { digest, organisationId })) {
      throw new UserError('document.unknown-asset', { digest: digest.slice(0, 12) })
    }
  }
  return { ...change, document: writeDocument(doc) }
}

/** A path is made of rows, and of the words between them; nothing else has rows. */
function refuseMisplacedRows(doc: Node, kind: ModuleFacts['kind']): void {
  const ofPaths = ['moduleRow', 'heading', 'paragraph']
  for (const { node } of elementsOf(doc)) {
    const { name } = node.type
    const fits = kind === 'path' ? ofPaths.includes(name) : name !== 'moduleRow'
    if (!fits) throw new UserError('path.misplaced', { kind: kind ?? 'module' })
  }
}

function renameModule(
  tx: Pick<Bank, 'select' | 'update'>,
  moduleId: string,
  organisationId: string,
  code: string,
): void {
  refuseTakenCode(tx, { code, organisationId, moduleId })
  tx.update(modules).set({ code }).where(eq(modules.id, moduleId)).run()
}
