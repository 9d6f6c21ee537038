import { createHash } from 'node:crypto'

/** Any fixed one would do: what is named in it is named alike for ever. */
const namespace = '6f0d4c1e-2f5a-5a3b-9b0e-1d1f2a7c9e44'

/**
 * The identifier by which CASE knows something of ours: its own where it came with one, else one
 * that follows from ours.
 *
 * @see RFC 9562, UUID version 5
 */
export function caseId(own: string, origin: string | null | undefined = null): string {
  return origin && isUuid(origin) ? origin.toLowerCase() : named(own)
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

function named(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
