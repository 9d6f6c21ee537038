import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { personalSettings } from '#app/db/schema/bank/index.ts'

export type PersonalSettings = { dailyLetter: boolean }

/** What somebody chose; what ships where they chose nothing. */
export function readPersonalSettings(
  bank: Pick<Bank, 'select'>,
  personId: string,
): PersonalSettings {
  const own = eq(personalSettings.personId, personId)
  const row = bank.select().from(personalSettings).where(own).get()
  return { dailyLetter: row?.dailyLetter ?? true }
}

/** Whether a letter says each morning what needs them; reminders reach them all the same. */
export function chooseDailyLetter(
  bank: Pick<Bank, 'insert'>,
  { personId, dailyLetter }: { personId: string; dailyLetter: boolean },
): void {
  keep(bank, personId, { dailyLetter })
}

function keep(
  bank: Pick<Bank, 'insert'>,
  personId: string,
  set: Partial<typeof personalSettings.$inferInsert>,
): void {
  bank
    .insert(personalSettings)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: personalSettings.personId, set })
    .run()
}
