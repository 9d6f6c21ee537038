import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PublicPlace } from '#app/services/sharing/visibility.server.ts'
import { type ListAsked, type ListVerb, metadataPrefixes, OaiError } from './read-request.ts'

/** Where a list goes on, and what was asked. */
export type Resumption = {
  verb: ListVerb
  asked: ListAsked
  after: PublicPlace
  /** How many were given before. */
  cursor: number
}

/** All that is needed to go on, sealed: nothing of it is kept here, so that it holds across restarts. */
export function writeToken(
  signingKey: string,
  { verb, asked, after, cursor }: Resumption,
): string {
  const { prefix, set, from, until } = asked
  const claim = [verb, prefix, set, from, until, after.changedAt, after.moduleId, cursor]
  const written = Buffer.from(JSON.stringify(claim)).toString('base64url')
  return `${written}.${seal(signingKey, written)}`
}

/** @throws OaiError `badResumptionToken` for one that was not made here, or for another verb */
export function readToken(signingKey: string, token: string, asking: ListVerb): Resumption {
  const [written = '', signature = ''] = token.split('.')
  const expected = Buffer.from(seal(signingKey, written))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw badToken()
  const claim = JSON.parse(Buffer.from(written, 'base64url').toString('utf8'))
  const [verb, prefix, set, from, until, changedAt, moduleId, cursor] = claim
  if (verb !== asking || !metadataPrefixes.includes(prefix)) throw badToken()
  return { verb, asked: { prefix, set, from, until }, after: { changedAt, moduleId }, cursor }
}

export function badToken(): OaiError {
  return new OaiError('badResumptionToken', 'This token was not given for this request.')
}

/** Not the seal of a link to a played package: one cannot stand for the other. */
function seal(signingKey: string, written: string): string {
  return createHmac('sha256', signingKey).update(`oai ${written}`).digest('base64url')
}
