import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { templates } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findTemplate, type Reach } from './find-templates.server.ts'

/** `manages`: whether what others share may be changed too. */
type Change = Reach & { templateId: string; manages: boolean }

/** Renames a template, offers it to the organisation or takes it back. */
export function changeTemplate(
  bank: Bank,
  { name, shared, ...change }: Change & { name: string; shared: boolean },
): void {
  bank.transaction((tx) => {
    const id = owned(tx, change)
    tx.update(templates).set({ name, shared }).where(eq(templates.id, id)).run()
  })
}

/** Removes a template; what was made from it stays. */
export function removeTemplate(bank: Bank, change: Change): void {
  bank.transaction((tx) => {
    tx.delete(templates)
      .where(eq(templates.id, owned(tx, change)))
      .run()
  })
}

function owned(tx: Pick<Bank, 'select'>, { manages, ...key }: Change): string {
  const { id, ownerId } = findTemplate(tx, key)
  if (ownerId !== key.personId && !manages) throw new UserError('template.not-yours', {}, 403)
  return id
}
