import type { Bank } from '#app/db/client.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { findAsset } from './find-asset.server.ts'
import { kindOf } from './library-query.ts'
import { fileRoles, listUses } from './uses.server.ts'

export type Replacement = {
  digest: string
  /** The file that takes its place. */
  by: string
  organisationId: string
  personId: string
  now: Date
}
/** A draft that shows the new file, or that could not be changed, and stays as it was. */
export type Replaced = { moduleId: string; title: string; done: boolean }

/**
 * Shows another file wherever drafts show this one, each draft in a transaction of its own.
 * Revisions and editions keep what was reviewed and published.
 *
 * @throws UserError when a file is not there, or is of another kind; nothing is then changed
 */
export function replaceEverywhere(bank: Bank, replacement: Replacement): Replaced[] {
  refuseUnlike(bank, replacement)
  const uses = listUses(bank, replacement.organisationId).get(replacement.digest) ?? []
  const titles = new Map(uses.map(({ moduleId, moduleTitle }) => [moduleId, moduleTitle]))
  const replaced = [...titles].map(([moduleId, title]) => ({
    moduleId,
    title,
    done: replaceIn(bank, moduleId, replacement),
  }))
  record(bank, replacement, replaced.filter(({ done }) => done).length)
  return replaced
}

function refuseUnlike(bank: Bank, { digest, by, organisationId }: Replacement): void {
  const [old, next] = [digest, by].map((each) =>
    findAsset(bank, { digest: each, organisationId }),
  )
  if (!old || !next) throw new UserError('asset.not-found', {}, 404)
  if (digest === by) throw new UserError('asset.same', {}, 409)
  if (kindOf(old.mediaType) !== kindOf(next.mediaType))
    throw new UserError('asset.other-kind', {}, 422)
}

function replaceIn(bank: Bank, moduleId: string, replacement: Replacement): boolean {
  const { organisationId, personId, now, digest, by } = replacement
  try {
    const change = ({ document }: { document: StoredDocument }) => ({
      document: { ...document, doc: showing(document.doc, digest, by) },
    })
    const key = { moduleId, organisationId, personId, now }
    return saveDraft(bank, { ...key, baseVersion: null, change }).saved
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

/** A copy that shows `next` where `digest` was shown; what does not show it stays the same object. */
function showing(node: NodeJson, digest: string, next: string): NodeJson {
  const attrs = Object.fromEntries(
    fileRoles.filter((role) => node.attrs?.[role] === digest).map((role) => [role, next]),
  )
  return {
    ...node,
    ...(node.attrs && { attrs: { ...node.attrs, ...attrs } }),
    ...(node.content && { content: node.content.map((each) => showing(each, digest, next)) }),
  }
}

function record(bank: Bank, replacement: Replacement, modules: number): void {
  const { organisationId, personId, now, digest, by } = replacement
  bank.transaction((tx) =>
    recordEvent(tx, {
      at: now.getTime(),
      organisationId,
      personId,
      action: 'asset.replaced',
      object: digest,
      details: { by, modules },
    }),
  )
}
