import { and, desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights } from '#app/db/schema/bank/index.ts'
import { canonicalJson } from '#content-schema/canonical-json.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'

/** What is the same for many files: all but the title of each. */
export type CommonRights = Omit<RightsRecord, 'title'>

/** How many are offered: more would take longer to read than to write. */
const offered = 4
/** How many of the last records are looked through. */
const looked = 200

/** What this person last said of the rights on files, each once, the last first. */
export function recentRights(
  db: Pick<Bank, 'select'>,
  { organisationId, personId }: { organisationId: string; personId: string },
): CommonRights[] {
  const common = db
    .select({ record: assetRights.record })
    .from(assetRights)
    .where(
      and(eq(assetRights.organisationId, organisationId), eq(assetRights.changedBy, personId)),
    )
    .orderBy(desc(assetRights.changedAt))
    .limit(looked)
    .all()
    .filter(({ record }) => record.licence !== 'unknown')
    .map(({ record: { title: _, ...rest } }) => rest)
  return distinct(common).slice(0, offered)
}

function distinct(rights: CommonRights[]): CommonRights[] {
  const seen = new Set<string>()
  return rights.filter((each) => {
    const key = canonicalJson(each)
    return !seen.has(key) && seen.add(key)
  })
}
