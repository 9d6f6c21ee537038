import type { UploadAsset } from '#editor/host.ts'
import type { StoredFile } from './send-in-parts.ts'

export type { StoredFile }

/**
 * Sends a file part by part, as `send-in-parts.ts` says: loaded with the first file, since no page
 * needs it to be opened.
 */
export async function sendFile(...sending: Parameters<UploadAsset>): Promise<StoredFile> {
  const { sendInParts } = await import('./send-in-parts.ts')
  return sendInParts(...sending)
}
