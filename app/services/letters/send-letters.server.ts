import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, lte } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import type { Bank } from '#app/db/client.server.ts'
import { letters } from '#app/db/schema/bank/index.ts'
import type { Settings } from '#app/env.server.ts'

type Row = typeof letters.$inferSelect
export type LetterSettings = Pick<Settings, 'dataDir' | 'smtpUrl' | 'mailFrom' | 'publicUrl'>

const minute = 60_000
/** Waits after a try that failed: soon at first, then every hour. */
const waits = [1, 5, 15, 30, 60].map((minutes) => minutes * minute)
/** After three days a letter has nothing to say any more. */
const longest = 3 * 24 * 60 * minute

/**
 * Sends what is due, one letter after the other, until nothing is or `stopping` says so. A letter that
 * fails waits; the others go on.
 *
 * @returns how many went
 */
export async function sendLetters(
  bank: Bank,
  settings: LetterSettings,
  { now, stopping = () => false }: { now: () => Date; stopping?: () => boolean },
): Promise<number> {
  const due = bank
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.state, 'waiting'), lte(letters.nextTryAt, now().getTime())))
    .orderBy(letters.writtenAt)
    .limit(200)
    .all()
  let sent = 0
  for (const { id } of due) {
    if (stopping()) break
    if (await sendLetter(bank, settings, id, now)) sent += 1
  }
  return sent
}

async function sendLetter(
  bank: Bank,
  settings: LetterSettings,
  id: string,
  now: () => Date,
): Promise<boolean> {
  const row = claim(bank, id, now())
  if (!row) return false
  try {
    await deliver(settings, row)
  } catch (error) {
    failed(bank, row, { answer: String((error as Error).message).slice(0, 500), now: now() })
    return false
  }
  end(bank, id, { state: 'sent', now: now() })
  return true
}

/**
 * Takes a letter for oneself: another process that looks meanwhile finds it not due. Were this one to
 * die, the letter is due again after a minute.
 */
function claim(bank: Bank, id: string, now: Date): Row | undefined {
  return bank.transaction((tx) => {
    const isDue = and(
      eq(letters.id, id),
      eq(letters.state, 'waiting'),
      lte(letters.nextTryAt, now.getTime()),
    )
    const row = tx.select().from(letters).where(isDue).get()
    if (row)
      tx.update(letters)
        .set({ tries: row.tries + 1, nextTryAt: now.getTime() + waits[0]! })
        .where(eq(letters.id, id))
        .run()
    return row
  })
}

function failed(
  bank: Bank,
  { id, tries, writtenAt }: Row,
  { answer, now }: { answer: string; now: Date },
): void {
  if (now.getTime() - writtenAt > longest) {
    end(bank, id, { state: 'given-up', now, answer })
    return
  }
  const nextTryAt = now.getTime() + waits[Math.min(tries, waits.length - 1)]!
  bank.update(letters).set({ nextTryAt, lastAnswer: answer }).where(eq(letters.id, id)).run()
}

/** Its text goes with it: it may hold a personal link. */
function end(
  bank: Bank,
  id: string,
  { state, now, answer = '' }: { state: 'sent' | 'given-up'; now: Date; answer?: string },
): void {
  bank
    .update(letters)
    .set({ state, text: '', html: '', endedAt: now.getTime(), lastAnswer: answer })
    .where(eq(letters.id, id))
    .run()
}

async function deliver(settings: LetterSettings, row: Row): Promise<void> {
  const { hostname } = new URL(settings.publicUrl)
  const message = {
    from: settings.mailFrom,
    to: { name: row.name, address: row.address },
    subject: row.subject,
    text: row.text,
    html: row.html,
    messageId: `<${row.id}@${hostname}>`,
    date: new Date(row.writtenAt),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': row.language },
  }
  if (settings.smtpUrl) {
    await createTransport(settings.smtpUrl).sendMail(message)
    return
  }
  const written = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: eml } = await written.sendMail(message)
  const folder = join(settings.dataDir, 'letters')
  await mkdir(folder, { recursive: true })
  const file = join(
    folder,
    `${new Date(row.writtenAt).toISOString().slice(0, 10)}-${row.id}.eml`,
  )
  await writeFile(`${file}.part`, eml as Buffer)
  await rename(`${file}.part`, file)
}
