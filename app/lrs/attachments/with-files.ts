import { randomBytes } from 'node:crypto'
import type { Answer } from '../http/answer.server.ts'
import type { StoredStatement } from '../statements/xapi-statement.ts'
import { type Part, writeParts } from './multipart.ts'
import { attachmentsOf } from './read-attachments.ts'

/**
 * An answer of statements with their files behind it, each once.
 *
 * @param payloads the statements of the answer as they are stored
 * @param find the bytes of a file; `null` where only its `fileUrl` is known
 * @see xAPI 1.0.3, Communication 1.5.2
 */
export function withFiles(
  { json = '', ...answer }: Answer,
  payloads: readonly string[],
  find: (sha2: string) => Buffer | null,
): Answer {
  const attachments = payloads.flatMap((payload) =>
    attachmentsOf(JSON.parse(payload) as StoredStatement),
  )
  const types = new Map(attachments.map(({ sha2, contentType }) => [sha2, contentType]))
  const files = [...types].flatMap(([sha2, contentType]): Part[] => {
    const content = find(sha2)
    return content ? [{ headers: fileHeaders(sha2, contentType), content }] : []
  })
  const statements = {
    headers: new Map([['Content-Type', 'application/json']]),
    content: Buffer.from(json),
  }
  // 128 random bits: no file holds them.
  const boundary = randomBytes(16).toString('hex')
  return {
    ...answer,
    content: {
      type: `multipart/mixed; boundary=${boundary}`,
      bytes: writeParts([statements, ...files], boundary),
    },
  }
}

function fileHeaders(sha2: string, contentType: string): Map<string, string> {
  return new Map([
    ['Content-Type', contentType],
    ['Content-Transfer-Encoding', 'binary'],
    ['X-Experience-API-Hash', sha2],
  ])
}
