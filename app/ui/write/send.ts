import { largestFile } from '#app/services/assets/largest-file.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { SaveAnswer } from '#editor/autosave.ts'
import type { UploadedAsset } from '#editor/host.ts'

/** What somebody else saved first. */
export type SavedElsewhere = { version: number; savedAt: number; document: StoredDocument }

/** The server said no, with a reason the author can read. */
export class Refusal extends Error {
  constructor(readonly refusal: { code: string; params: Record<string, unknown> }) {
    super(refusal.code)
  }
}

/** A request body that a browser still sends after its page is closed, in bytes. */
const outlivesPage = 60_000

/** @throws Refusal, or TypeError when the server cannot be reached */
export async function sendDraft(
  moduleId: string,
  document: StoredDocument,
  baseVersion: number,
): Promise<SaveAnswer<SavedElsewhere>> {
  const body = JSON.stringify({ document, baseVersion })
  const response = await fetch(`/modules/${moduleId}/draft`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    keepalive: new TextEncoder().encode(body).length < outlivesPage,
  })
  return answerOf(
    response.redirected,
    response.status,
    await response.text(),
  ) as SaveAnswer<SavedElsewhere>
}

/**
 * Sends a file, telling how far it is.
 *
 * @throws Refusal, or Error when the connection breaks
 */
export function sendFile(
  file: File,
  onProgress: (share: number) => void,
): Promise<UploadedAsset> {
  if (file.size > largestFile) {
    const params = { megabytes: largestFile / 1024 ** 2 }
    return Promise.reject(new Refusal({ code: 'asset.too-large', params }))
  }
  const form = new FormData()
  form.append('file', file)
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = () => reject(new Error('the connection broke'))
    request.onload = () => {
      try {
        resolve(answerOf(false, request.status, request.responseText) as UploadedAsset)
      } catch (error) {
        reject(error)
      }
    }
    request.open('POST', '/files')
    request.send(form)
  })
}

function answerOf(redirected: boolean, status: number, text: string): unknown {
  if (redirected) throw new Refusal({ code: 'sign-in.needed', params: {} })
  if (status < 300) return JSON.parse(text)
  throw new Refusal(refusalIn(text) ?? { code: 'server.failed', params: {} })
}

function refusalIn(text: string): Refusal['refusal'] | null {
  try {
    return (JSON.parse(text) as { refusal?: Refusal['refusal'] }).refusal ?? null
  } catch {
    return null
  }
}
