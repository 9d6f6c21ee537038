import type { OnProgress, UploadAsset } from '#editor/host.ts'
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

/** As {@link sendFile}, for a file that is only read: gives the id of its upload. */
export async function sendFileToRead(
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<string> {
  const { sendToRead } = await import('./send-in-parts.ts')
  return sendToRead(file, onProgress, signal)
}
