import type { Instance } from '#app/db/instance.server.ts'
import { sendLetters } from '#app/services/letters/send-letters.server.ts'

/**
 * Sends the letters that are due, in this process; the table is the outbox, so what a crash
 * interrupted goes out at the next start.
 *
 * @returns a function that stops looking and resolves when the letter in hand is answered
 */
export function startSendingLetters(
  { bank, settings }: Instance,
  everyMs = 5000,
): () => Promise<void> {
  let working: Promise<unknown> | null = null
  let stopped = false
  const timer = setInterval(() => {
    working ??= sendLetters(bank, settings, { now: () => new Date(), stopping: () => stopped })
      .catch((error) => console.error('letters cannot be sent', error))
      .finally(() => {
        working = null
      })
  }, everyMs)
  return async () => {
    stopped = true
    clearInterval(timer)
    await working
  }
}
