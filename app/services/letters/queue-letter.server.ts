import type { Bank } from '#app/db/client.server.ts'
import { letters } from '#app/db/schema/bank/index.ts'
import { newId } from '#content-schema/identity.ts'
import { type Addressee, type Letter, letterHtml, letterText } from './letter.ts'

export type NewLetter = { organisationId: string; to: Addressee; letter: Letter; now: Date }

/** Puts a letter in the outbox; it goes out once the transaction holds. @returns its id */
export function queueLetter(
  tx: Pick<Bank, 'insert'>,
  { organisationId, to, letter, now }: NewLetter,
): string {
  const id = newId()
  const at = now.getTime()
  tx.insert(letters)
    .values({
      ...{ id, organisationId, ...to, subject: letter.subject },
      ...{ text: letterText(letter), html: letterHtml(letter, to.language) },
      ...{ writtenAt: at, nextTryAt: at },
    })
    .run()
  return id
}
