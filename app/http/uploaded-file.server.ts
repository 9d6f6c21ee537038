import { pipeline, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { heard } from './heard.ts'
import { UserError } from './user-error.ts'

/** The first file of a posted form, and the fields that came before it. */
export type UploadedForm = { file: Readable; fields: Record<string, string> }

/**
 * The first file of a posted form as a stream, with what was said before it.
 *
 * @throws UserError `asset.none` (400)
 */
export function uploadedForm(request: Request): Promise<UploadedForm> {
  return new Promise((resolve, reject) => {
    const missing = new UserError('asset.none', {}, 400)
    if (!request.body) return reject(missing)
    const headers = Object.fromEntries(request.headers)
    try {
      const parser = busboy({ headers, limits: { files: 1, fields: 20, fieldSize: 2000 } })
      const fields: UploadedForm['fields'] = {}
      parser.on('field', (name, value) => {
        fields[name] = value
      })
      parser.on('file', (_field, stream) => resolve({ file: heard(stream), fields }))
      const body = Readable.fromWeb(request.body as ReadableStream)
      // Unlike pipe(), this also ends the file when the sender goes away in the middle of it.
      pipeline(body, parser, () => reject(missing))
    } catch {
      reject(missing)
    }
  })
}
