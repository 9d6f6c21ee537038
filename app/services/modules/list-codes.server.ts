import { eq } from 'drizzle-orm'
import { modules } from '#app/db/schema/bank/index.ts'
import type { Reader } from './find-module.server.ts'

/** The codes that are taken in an organisation. */
export function listCodes(db: Reader, organisationId: string): string[] {
  const { code } = modules
  const rows = db
    .select({ code })
    .from(modules)
    .where(eq(modules.organisationId, organisationId))
  return rows.all().map((row) => row.code)
}
