import type Database from 'better-sqlite3'

/**
 * Lets requests that arrive together share one commit. What was enqueued during a turn of the
 * event loop is written in one transaction at its end; each promise settles once that is on the
 * disk, so that an acknowledgement is worth the same as with a commit of its own.
 *
 * @param write does one job; when it throws, only that job is undone and its promise rejected
 * @param forget called when something was rolled back, or another process wrote: what was remembered
 *   of it may be false
 */
export function commitQueue<Job, Result>(
  client: Database.Database,
  write: (job: Job) => Result,
  forget: () => void,
): (job: Job) => Promise<Result> {
  let waiting: Waiting<Job, Result>[] = []
  const writeAlone = client.transaction(write)
  const version = client.prepare('pragma data_version').pluck()
  let seen = version.get()
  const writeAll = client.transaction((jobs: Waiting<Job, Result>[]) => {
    const now = version.get()
    if (now !== seen) forget()
    seen = now
    return jobs.map(({ job }) => {
      const outcome = settled(() => writeAlone(job), forget)
      // A disk that is full ends the transaction itself: none of these jobs is written.
      if ('error' in outcome && !client.inTransaction) throw outcome.error
      return outcome
    })
  })
  const flush = () => {
    const jobs = waiting
    waiting = []
    acknowledge(
      jobs,
      settled(() => writeAll.immediate(jobs), forget),
    )
  }
  return (job) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ job, resolve, reject })
    })
}

type Waiting<Job, Result> = {
  job: Job
  resolve: (result: Result) => void
  reject: (reason: unknown) => void
}

type Settled<Result> = { value: Result } | { error: unknown }

function settled<Result>(run: () => Result, forget: () => void): Settled<Result> {
  try {
    return { value: run() }
  } catch (error) {
    forget()
    return { error }
  }
}

function acknowledge<Job, Result>(
  jobs: Waiting<Job, Result>[],
  commit: Settled<Settled<Result>[]>,
): void {
  jobs.forEach(({ resolve, reject }, index) => {
    const outcome = 'error' in commit ? commit : commit.value[index]!
    if ('error' in outcome) reject(outcome.error)
    else resolve(outcome.value)
  })
}
