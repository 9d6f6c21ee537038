import type { StatementsDb } from '#app/db/client.server.ts'
import { mentionPlaces } from '#app/db/schema/statements/index.ts'
import { pseudonymOf } from '../pseudonyms.server.ts'
import { identifierOf } from '../statements/identifier.ts'
import { type StatementRow, statementColumns } from '../statements/statement-rows.server.ts'
import type { XapiActor } from '../statements/xapi-statement.ts'

/** A person as an organisation's statements know them. */
export type ActorKey = { organisationId: string; identifiers: readonly string[] }

export type KeptDocument = {
  id: number
  kind: string
  activityId: string
  agent: string
  registration: string
  documentId: string
  contentType: string
  content: Buffer
}

/** What tells a person from all others there: as an LMS names them, and under the pseudonym made from it. */
export function actorKey(
  statements: StatementsDb,
  organisationId: string,
  actor: XapiActor,
): ActorKey {
  const named = [actor, pseudonymOf(statements, organisationId, actor)].map(identifierOf)
  const identifiers = named.flatMap((identifier) => identifier ?? [])
  return { organisationId, identifiers: [...new Set(identifiers)] }
}

/** The statements that name them anywhere, and those about such a statement, in the order of storing. */
export function statementsOf({ $client }: StatementsDb, key: ActorKey): StatementRow[] {
  return $client
    .prepare<[string, string], StatementRow>(
      `select distinct ${statementColumns} from terms
       join mentions on termId = terms.id and place = ${mentionPlaces.anywhere}
       join statements using (seq)
       where terms.organisationId = ? and kind = 'agent'
         and value in (select value from json_each(?)) order by seq`,
    )
    .all(key.organisationId, JSON.stringify(key.identifiers))
}

/** States and profiles kept under their name. */
export function documentsOf({ $client }: StatementsDb, key: ActorKey): KeptDocument[] {
  return $client
    .prepare<[string, string], KeptDocument>(
      `select id, kind, activityId, agent, registration, documentId, contentType, content
       from documents where organisationId = ?
         and agent in (select value from json_each(?)) order by id`,
    )
    .all(key.organisationId, JSON.stringify(key.identifiers))
}
