import type { XapiActor } from './xapi-statement.ts'

/**
 * What tells an actor from all others, as one text; `null` for a group without an identifier.
 * The address of a mailbox and a digest compare without case.
 *
 * @see xAPI 1.0.3, Data 2.4.2.3, Inverse Functional Identifier
 */
export function identifierOf(actor: XapiActor): string | null {
  if (actor.account) return `account ${actor.account.homePage} ${actor.account.name}`
  if (actor.mbox !== undefined) return `mbox ${actor.mbox.toLowerCase()}`
  if (actor.mbox_sha1sum !== undefined)
    return `mbox_sha1sum ${actor.mbox_sha1sum.toLowerCase()}`
  if (actor.openid !== undefined) return `openid ${actor.openid}`
  return null
}
