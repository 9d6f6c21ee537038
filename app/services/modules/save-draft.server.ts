import { eq } from 'drizzle-orm'
import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { passOnFile } from '#app/services/assets/pass-on.server.ts'
import { reachedFrom } from '#app/services/reuse/content-digest.server.ts'
import { recordUses } from '#app/services/reuse/record-uses.server.ts'
import { recordContribution } from '#app/services/review/contributors.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { writeDocument } from '#content-schema/document.ts'
import { assetDigests, elementsOf } from '#content-schema/elements.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'
import { referencesOf } from '#content-schema/reuse/reference.ts'
import { acceptable } from './acceptable-document.server.ts'
import { refuseTakenCode } from './create-module.server.ts'
import type { Draft, ModuleKey } from './find-module.server.ts'
import { findHeld, type Held } from './hands.server.ts'

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
 * @throws UserError when the document or a file in it is not acceptable, or `co-author.owner-only`
 *   (403) for what the owner decides; nothing is then changed
 */
export function saveDraft(bank: Pick<Bank, 'transaction'>, save: DraftSave): SaveResult {
  return bank.transaction(
    (tx) => {
      const held = findHeld(tx, save)
      const { draft, ownerId } = held
      if (save.baseVersion !== null && draft.version !== save.baseVersion) {
        return { saved: false, current: draft }
      }
      const asked = typeof save.change === 'function' ? save.change(draft) : save.change
      const { kind } = draft.facts
      if (held.as === 'co-author') refuseOwnersOnly(tx, asked, { ...save, draft })
      const change = checked(tx, asked, { ...save, ...held })
      const version = change.document ? draft.version + 1 : draft.version
      // A path stays one, whatever else is said of it.
      if (change.facts && kind) change.facts = { ...change.facts, kind }
      if (change.facts) renameModule(tx, draft.moduleId, ownerId, change.facts.code)
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

/** A file that a co-author brought comes into the owner's library with what shows it. */
function checked(
  tx: Pick<Bank, 'select' | 'insert'>,
  change: DraftChange,
  { draft, ownerId, organisationId, personId, now }: Held & DraftSave,
): DraftChange {
  if (!change.document) return change
  const doc = acceptable(change.document)
  refuseMisplacedRows(doc, draft.facts.kind)
  for (const digest of assetDigests(doc)) {
    const passing = { digest, from: organisationId, to: ownerId, personId, now }
    if (!findAsset(tx, { digest, organisationId: ownerId }) && !passOnFile(tx, passing)) {
      throw new UserError('document.unknown-asset', { digest: digest.slice(0, 12) })
    }
  }
  return { ...change, document: writeDocument(doc) }
}

/**
 * Under which code and licence a module goes out, and what it is tied to, its owner decides; and a
 * co-author reuses nothing that they could not read.
 */
function refuseOwnersOnly(
  tx: Pick<Bank, 'select'>,
  { facts, alignments, document }: DraftChange,
  { draft, organisationId }: DraftSave & { draft: Draft },
): void {
  const { code, licence } = draft.facts
  if (alignments || (facts && (facts.code !== code || facts.licence !== licence)))
    throw new UserError('co-author.owner-only', {}, 403)
  if (!document) return
  const known = new Set(referencesOf(draft.document.doc).map(({ moduleId }) => moduleId))
  for (const reference of referencesOf(document.doc))
    if (
      !known.has(reference.moduleId) &&
      typeof reachedFrom(tx, reference, organisationId) === 'string'
    )
      throw new UserError('reuse.unreachable', {}, 404)
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
