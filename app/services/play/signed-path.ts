import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a link to a played package works. */
export const linkHours = 12

/**
 * A path segment that opens one extracted package for a while: what it opens, until when, and a
 * signature. The content origin has no cookies, so the link itself is the right to read.
 */
export function signPath(signingKey: string, folder: string, now: Date): string {
  const until = now.getTime() + linkHours * 3_600_000
  const claim = Buffer.from(JSON.stringify([folder, until])).toString('base64url')
  return `${claim}.${seal(signingKey, claim)}`
}

/** The folder a segment opens; `null` when it is forged, cut or too old. */
export function readSignedPath(signingKey: string, segment: string, now: Date): string | null {
  const [claim = '', signature = ''] = segment.split('.')
  const expected = Buffer.from(seal(signingKey, claim))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [folder, until] = JSON.parse(Buffer.from(claim, 'base64url').toString('utf8')) as [
    string,
    number,
  ]
  return until > now.getTime() ? folder : null
}

function seal(signingKey: string, claim: string): string {
  return createHmac('sha256', signingKey).update(claim).digest('base64url')
}
