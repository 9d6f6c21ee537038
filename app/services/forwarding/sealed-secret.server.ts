import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const sizes = { nonce: 12, tag: 16 }

/**
 * A secret that has to be used again, so that no listing, log or copy of one table shows it. Whoever
 * has the whole bank has the key of the installation too.
 */
export function seal(signingKey: string, secret: string): string {
  const nonce = randomBytes(sizes.nonce)
  const cipher = createCipheriv(algorithm, keyOf(signingKey), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws when it was sealed by another installation, or changed */
export function unseal(signingKey: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const start = sizes.nonce + sizes.tag
  const opener = createDecipheriv(
    algorithm,
    keyOf(signingKey),
    bytes.subarray(0, sizes.nonce),
  ).setAuthTag(bytes.subarray(sizes.nonce, start))
  return Buffer.concat([opener.update(bytes.subarray(start)), opener.final()]).toString('utf8')
}

function keyOf(signingKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', signingKey, '', 'forwarding', 32))
}
