import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { Refusal } from '../http/refusal.ts'
import { isSameStatement } from '../statements/same-statement.ts'
import type { StoredStatement, XapiStatement } from '../statements/xapi-statement.ts'
import type { ReceivedFile } from './read-attachments.ts'

const usageType = 'http://adlnet.gov/expapi/attachments/signature'

/** By the name that a JWS gives its algorithm. */
const algorithms: Record<string, string> = {
  RS256: 'RSA-SHA256',
  RS384: 'RSA-SHA384',
  RS512: 'RSA-SHA512',
}

/**
 * A signature must be a JWS of the very statement it comes with; where its certificate is in it, it
 * must be that certificate's. Whether the certificate is to be trusted is for whoever reads it.
 *
 * @throws Refusal 400
 * @see xAPI 1.0.3, Data 2.6; RFC 7515
 */
export function checkSignatures(
  statement: XapiStatement,
  files: readonly ReceivedFile[],
): void {
  const signatures = (statement.attachments ?? []).filter(
    (each) => each.usageType === usageType,
  )
  for (const { contentType, sha2 } of signatures) {
    if (contentType !== 'application/octet-stream')
      throw wrong('must be application/octet-stream')
    const file = files.find((each) => each.sha2 === sha2.toLowerCase())
    if (!file) throw wrong('must come with its bytes')
    checkSignature(statement, file.content.toString('latin1'))
  }
}

function checkSignature(statement: XapiStatement, jws: string): void {
  const [header, payload, signature, ...more] = jws.trim().split('.')
  if (!header || !payload || !signature || more.length > 0)
    throw wrong('must be a JWS in its compact form')
  const { alg, x5c } = parse(header) as { alg?: string; x5c?: string[] }
  const algorithm = algorithms[alg ?? '']
  if (!algorithm) throw wrong('must be made with RS256, RS384 or RS512')
  if (!isSigned(parse(payload), statement)) throw wrong('is of another statement')
  const [certificate] = Array.isArray(x5c) ? x5c : []
  if (certificate === undefined) return
  const signed = Buffer.from(`${header}.${payload}`)
  const key = keyOf(certificate)
  if (!verify(algorithm, signed, key, Buffer.from(signature, 'base64url')))
    throw wrong('is not of its certificate')
}

/** What was signed is the statement before the signature was added to it. */
function isSigned(signed: unknown, statement: XapiStatement): boolean {
  if (typeof signed !== 'object' || signed === null) return false
  const before = (statement.attachments ?? []).filter((each) => each.usageType !== usageType)
  const { attachments: _, ...rest } = statement
  const whole = { ...rest, ...(before.length > 0 && { attachments: before }) }
  return isSameStatement(signed as XapiStatement, whole as StoredStatement)
}

function parse(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'))
  } catch {
    throw wrong('must be a JWS whose header and payload are JSON')
  }
}

function keyOf(certificate: string) {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
    return createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
  } catch {
    throw wrong('has a certificate that is none')
  }
}

function wrong(rule: string): Refusal {
  return new Refusal(400, 'statement.signature', `the signature ${rule}`)
}
