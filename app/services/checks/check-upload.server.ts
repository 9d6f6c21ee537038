import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { UserError } from '#app/http/user-error.ts'
import { receive } from '#app/services/assets/asset-files.server.ts'
import { checkForeign, type ForeignCheck, presetOf } from '#packaging/index.ts'

/** The largest package that is taken to be checked, in bytes: no LMS that we know takes more. */
export const largestPackage = 1024 ** 3

/** How many may be on their way at once: each takes its size on the disk until it is looked at. */
const mostAtOnce = 4
let under = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * Checks a package that comes as a stream, and keeps nothing of it. One is looked at after another,
 * so that a few large ones do not stand in the way of those who write.
 *
 * @throws UserError `asset.too-large` (413), `check.busy` (429)
 */
export async function checkUpload(
  dataDir: string,
  stream: Readable,
  preset: string | null,
): Promise<ForeignCheck> {
  if (under >= mostAtOnce) throw new UserError('check.busy', {}, 429)
  under += 1
  try {
    const { path } = await receive(dataDir, stream, largestPackage)
    try {
      return await inTurn(() => checkForeign(path, presetOf(preset)))
    } finally {
      await rm(path, { force: true })
    }
  } finally {
    under -= 1
  }
}

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const own = last.then(act)
  last = own.catch(() => undefined)
  return own
}
