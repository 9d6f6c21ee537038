import { openStatements, type StatementsDb } from '#app/db/client.server.ts'
import { withId } from '#app/lrs/statements/complete-statement.ts'
import { openStatementStore } from '#app/lrs/statements/statement-store.server.ts'
import type { XapiStatement } from '#app/lrs/statements/xapi-statement.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import { iriBase } from '#tests/app/lrs/endpoint.ts'

/** A database in which these statements were stored for an organisation. */
export async function told(
  statements: Statement[],
  { organisationId = 'one', into = openStatements(':memory:') } = {},
): Promise<StatementsDb> {
  const store = openStatementStore(into, { iriBase, now: () => new Date() })
  const credential = {
    key: 'key',
    organisationId,
    scope: 'all',
    moduleId: null,
    participantId: null,
  } as const
  await store.append({
    credential,
    statements: (statements as XapiStatement[]).map((each) => withId(each, '1.0.3')),
  })
  return into
}
