import { count, eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { templates } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { listAssets } from '#app/services/assets/find-asset.server.ts'
import { acceptable } from '#app/services/modules/acceptable-document.server.ts'
import { type StoredDocument, writeDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import { newId } from '#content-schema/identity.ts'

/** More than this in one organisation are no longer found in a menu. */
const most = 500

export const TemplateName = z.string().trim().min(1).max(80)
export const templateKinds = ['section', 'element'] as const

export type Keeping = {
  name: string
  kind: (typeof templateKinds)[number]
  shared: boolean
  document: StoredDocument
  organisationId: string
  personId: string
  now: Date
}

/**
 * Keeps an element or a section to start from again.
 *
 * @returns its id
 * @throws UserError when it is no single part of a module, or shows a file of somebody else
 */
export function keepTemplate(bank: Bank, keeping: Keeping): string {
  return bank.transaction(
    (tx) => {
      const { name, kind, shared, organisationId } = keeping
      refuseMore(tx, organisationId)
      const row = { id: newId(), ...{ name, kind, shared, organisationId } }
      tx.insert(templates)
        .values({
          ...row,
          ownerId: keeping.personId,
          document: checked(tx, keeping),
          keptAt: keeping.now.getTime(),
        })
        .run()
      return row.id
    },
    { behavior: 'immediate' },
  )
}

function refuseMore(tx: Pick<Bank, 'select'>, organisationId: string): void {
  const kept = tx
    .select({ count: count() })
    .from(templates)
    .where(eq(templates.organisationId, organisationId))
    .get()
  if ((kept?.count ?? 0) >= most) throw new UserError('template.too-many', { most }, 409)
}

function checked(
  tx: Pick<Bank, 'select'>,
  { document, kind, organisationId }: Keeping,
): StoredDocument {
  const doc = acceptable(document)
  const single = doc.childCount === 1 && (kind === 'section' || doc.child(0).childCount === 2)
  if (!single) throw new UserError('template.not-one-part')
  const digests = assetDigests(doc)
  const known = listAssets(tx, { digests, organisationId }).map(({ digest }) => digest)
  const [stranger] = digests.filter((digest) => !known.includes(digest))
  if (stranger) throw new UserError('document.unknown-asset', { digest: stranger.slice(0, 12) })
  return writeDocument(doc)
}
