import { sql } from 'drizzle-orm'
import type { StatementsDb } from '#app/db/client.server.ts'
import { ratingScale } from '#content-schema/statements/opinion.ts'
import { fewestRatings, type PartRating } from './quality.ts'

/** How learners rated each part of an edition: whoever changed their mind counts once, as they said last. */
export function readRatings(statements: StatementsDb, ids: number[]): PartRating[] {
  const parts = new Map<string, number[]>()
  for (const { nodeId, rating, learners } of lastRatings(statements, ids)) {
    const counts = parts.get(nodeId) ?? Array(ratingScale.max).fill(0)
    counts[rating - 1] = learners
    parts.set(nodeId, counts)
  }
  return [...parts].map(([nodeId, counts]) => ({ nodeId, rated: shown(counts) }))
}

type Row = { nodeId: string; rating: number; learners: number }

function lastRatings(statements: StatementsDb, ids: number[]): Row[] {
  return statements.all<Row>(sql`
    select nodeId, rating, count(*) as learners
    from (
      select nodeId, rating, row_number() over (
        partition by nodeId, actor order by at desc, statementId desc
      ) as place
      from part_ratings where editionId in ${ids}
    )
    where place = 1
    group by nodeId, rating`)
}

/** Of a few, what each of them said could be found out. */
function shown(counts: number[]): PartRating['rated'] {
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count < fewestRatings) return null
  const total = counts.reduce((sum, each, index) => sum + each * (index + 1), 0)
  return { count, mean: total / count, counts }
}
