import type { StatementsDb } from '#app/db/client.server.ts'
import { mentionPlaces } from '#app/db/schema/statements/index.ts'

/** How much the store of statements keeps of an organisation's learners. */
export type LearningCounts = {
  statements: number
  /** When the oldest of them was stored: milliseconds since 1970, UTC; `null`: there is none. */
  oldestAt: number | null
  /** People, or pseudonyms, that statements are about. */
  learners: number
  /** States and profiles. */
  documents: number
  remarks: number
  files: number
}

export async function countLearning(
  { $client }: StatementsDb,
  organisationId: string,
): Promise<LearningCounts> {
  return $client
    .prepare<[{ organisationId: string }], LearningCounts>(
      `select
         (select count(*) from statements where organisationId = :organisationId) as statements,
         (select min(storedAt) from statements where organisationId = :organisationId) as oldestAt,
         (select count(*) from terms
           where organisationId = :organisationId and kind = 'agent' and exists (
             select 1 from mentions
             where termId = terms.id and place = ${mentionPlaces.direct})) as learners,
         (select count(*) from documents where organisationId = :organisationId) as documents,
         (select count(*) from learner_remarks r join editions e on e.id = r.editionId
           where e.organisationId = :organisationId) as remarks,
         (select count(*) from attachments where organisationId = :organisationId) as files`,
    )
    .get({ organisationId })!
}
