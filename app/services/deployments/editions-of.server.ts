import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights } from '#app/db/schema/bank/index.ts'
import { type Edition, listEditions } from '#app/services/modules/find-module.server.ts'
import { endOfRights } from '#content-schema/rights/end-of-rights.ts'

/** The editions of a module, the first one first. */
export function editionsOf(bank: Bank, moduleId: string): Edition[] {
  return listEditions(bank, moduleId).reverse()
}

export type EndingRight = { digest: string; title: string; until: string }

/**
 * The files of an edition whose right ends, by what is known today: a right that was made longer
 * since, or cut short, is so in every package that went out.
 */
export function endingRights(
  bank: Bank,
  organisationId: string,
): (edition: Pick<Edition, 'rights'>) => EndingRight[] {
  const rows = bank
    .select({ digest: assetRights.digest, record: assetRights.record })
    .from(assetRights)
    .where(eq(assetRights.organisationId, organisationId))
    .all()
  const today = new Map(rows.map(({ digest, record }) => [digest, record]))
  return ({ rights }) =>
    Object.entries(rights).flatMap(([digest, then]) => {
      const record = today.get(digest) ?? then
      const { title } = record
      const until = endOfRights(record)
      return until === null ? [] : [{ digest, title, until }]
    })
}
