import type { Bank } from '#app/db/client.server.ts'
import { assetRights } from '#app/db/schema/bank/index.ts'
import type { Revision } from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import { filesOf, resolved } from './resolved.server.ts'

type Adopting = { revision: Revision; organisationId: string; personId: string; now: Date }

/** Gives an organisation the files of a revision it copies, with what is known of their rights. */
export function adoptFiles(
  tx: Pick<Bank, 'select' | 'insert'>,
  { revision, organisationId, personId, now }: Adopting,
): void {
  const own = new Set(assetDigests(readDocument(revision.document)))
  const files = filesOf(tx, resolved(tx, revision)).filter(({ digest }) => own.has(digest))
  for (const { digest, rights } of files)
    tx.insert(assetRights)
      .values({
        ...{ organisationId, digest, record: { ...rights, guarantorId: null } },
        ...{ changedAt: now.getTime(), changedBy: personId },
      })
      .onConflictDoNothing()
      .run()
}
