import { extname } from 'node:path'
import type { Response } from 'express'

type Sent = { path: string; fileName: string; sha256: string }

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
}

/** A finished package as a stream, whole or the range that was asked for; always to be saved. */
export function sendPackage(
  response: Response,
  { path, fileName, sha256 }: Sent,
): Promise<void> {
  response.set({
    'Content-Type': mediaTypes[extname(fileName)] ?? 'application/zip',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    ETag: `"${sha256}"`,
  })
  // "allow": the data folder itself may stand below a hidden one.
  const options = { dotfiles: 'allow', cacheControl: false } as const
  return new Promise((resolve, reject) => {
    response.sendFile(path, options, (error?: NodeJS.ErrnoException) => {
      // A program that leaves in the middle is no failure of ours.
      if (!error || response.destroyed || error.code === 'ECONNABORTED') resolve()
      else reject(error)
    })
  })
}
