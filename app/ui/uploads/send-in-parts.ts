import { DetailedError, Upload, type UploadOptions } from 'tus-js-client'
import { largestFile } from '#app/services/assets/largest-file.ts'
import type { OnProgress, UploadedAsset } from '#editor/host.ts'
import { Refusal, refusalIn } from '../refusal.ts'

/** What the server says of a file that it took; the warning is a code with its sentence. */
export type StoredFile = Omit<UploadedAsset, 'warning'> & {
  warning: Refusal['refusal'] | null
}

/** Bytes of one request: it ends long before a proxy loses patience, even on a slow line. */
const partBytes = 16 * 1024 ** 2

/** Waits between two tries, in milliseconds: an hour in all, after which it is said to have failed. */
const waits = [0, 1000, 2000, ...Array.from({ length: 900 }, () => 4000)]

/**
 * Sends a file part by part, going on by itself after a lost connection; chosen again after the
 * page was closed, it goes on from what has arrived.
 *
 * @throws Refusal, an `AbortError` when `signal` said to stop, or Error when the server stayed away
 */
export async function sendInParts(
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
  madeFrom?: string,
): Promise<StoredFile> {
  refuseTooLarge(file)
  return alone(fileKey(file), async () => {
    const address = await sendParts(file, onProgress, signal, madeFrom)
    onProgress(1, 'checking')
    return takeIn(address, () => onProgress(1, 'interrupted'), signal)
  })
}

/**
 * As {@link sendInParts}, and leaves it where it arrived: it is read there, and not kept.
 *
 * @returns the id of the upload
 */
export async function sendToRead(
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<string> {
  refuseTooLarge(file)
  const address = await alone(fileKey(file), () => sendParts(file, onProgress, signal))
  return address.split('/').at(-1) ?? ''
}

function refuseTooLarge({ size }: File): void {
  if (size <= largestFile) return
  const params = { megabytes: largestFile / 1024 ** 2 }
  throw new Refusal({ code: 'asset.too-large', params })
}

/** Sends what has not arrived yet; gives the address of the upload. */
function sendParts(
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
  madeFrom?: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let share = 0
    const upload: Upload = new Upload(file, {
      ...sending(file, madeFrom),
      onProgress: (sent, total) => {
        share = total > 0 ? sent / total : 1
        onProgress(share, 'sending')
      },
      onShouldRetry: (error) => {
        const again = isPassing(error)
        if (again) onProgress(share, 'interrupted')
        return again
      },
      onError: (error) => reject(refusalOf(error)),
      onSuccess: () => {
        // What has arrived is a file of its own from now on: there is nothing left to be given up.
        signal?.removeEventListener('abort', giveUp)
        resolve(upload.url ?? '')
      },
    })
    const giveUp = () => {
      void upload.abort(true).catch(() => undefined)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', giveUp)
    void takeUpAgain(upload)
  })
}

function sending(file: File, madeFrom?: string): UploadOptions {
  return {
    endpoint: '/uploads',
    metadata: { filename: file.name, ...(madeFrom && { madeFrom }) },
    chunkSize: partBytes,
    retryDelays: waits,
    removeFingerprintOnSuccess: true,
    fingerprint: async () => fileKey(file),
  }
}

async function takeUpAgain(upload: Upload): Promise<void> {
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
}

/** The same file chosen again, as far as a browser can tell. */
function fileKey({ name, size, type, lastModified }: File): string {
  return ['upload', name, type, size, lastModified].join(' ')
}

/** One sending of a file at a time: two would take each other's place on the server. */
async function alone<T>(key: string, send: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request(key, send) : send()
}

/** Nothing answered, or the server was not itself: all other answers are meant. */
function isPassing(error: Error): boolean {
  const status = statusOf(error)
  return status === 0 || status >= 500 || [409, 423, 429].includes(status)
}

function statusOf(error: Error): number {
  return error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0
}

function refusalOf(error: Error): Error {
  if (!(error instanceof DetailedError) || !error.originalResponse) return error
  return new Refusal(refusalIn(error.originalResponse.getBody()))
}

/** Has the file that arrived looked at and stored. Asked again after a lost answer: it is the same. */
async function takeIn(
  address: string,
  onInterrupted: () => void,
  signal?: AbortSignal,
): Promise<StoredFile> {
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const answer = await ask(address, signal)
    if (answer) return answer
    onInterrupted()
  }
  throw new Error('the server stayed away')
}

/** `null` when nobody answered. */
async function ask(address: string, signal?: AbortSignal): Promise<StoredFile | null> {
  const init = { method: 'POST', ...(signal && { signal }) }
  const response = await fetch(`${new URL(address, location.href).pathname}/asset`, init).catch(
    () => null,
  )
  signal?.throwIfAborted()
  if (!response || [502, 503, 504].includes(response.status)) return null
  const text = await response.text()
  if (!response.ok) throw new Refusal(refusalIn(text))
  return JSON.parse(text) as StoredFile
}
