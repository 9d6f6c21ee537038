import { pipeline, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { heard } from './heard.ts'
import { UserError } from './user-error.ts'

/**
 * The first file of a posted form, as a stream: a national register file exceeds 100 MB.
 *
 * @throws UserError `asset.none` (400)
 */
export function uploadedFile(request: Request): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const missing = new UserError('asset.none', {}, 400)
    if (!request.body) return reject(missing)
    const headers = Object.fromEntries(request.headers)
    try {
      const parser = busboy({ headers, limits: { files: 1 } })
      parser.on('file', (_field, stream) => resolve(heard(stream)))
      const body = Readable.fromWeb(request.body as ReadableStream)
      // Unlike pipe(), this also ends the file when the sender goes away in the middle of it.
      pipeline(body, parser, () => reject(missing))
    } catch {
      reject(missing)
    }
  })
}
