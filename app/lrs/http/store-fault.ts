/** A disk that is full or fails, a database that somebody else holds: it passes, and nothing was written. */
const passing = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_CANTOPEN', 'ENOSPC']

/** Whether an error is of the store and not of what was sent. */
export function isStoreFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return passing.some((each) => code === each || code.startsWith(`${each}_`))
}
