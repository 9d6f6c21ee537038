/** A data model as scorm-again writes and reads it, with the time of all sittings up to now. */
export type Kept = { cmi: Record<string, unknown>; totalTime: string }

/**
 * What an LMS would have in its database, kept in this origin's storage: written at each commit, so
 * that an attempt survives the closing of the tab as it does in an LMS.
 */
export function keep(key: string, model: Kept): void {
  localStorage.setItem(name(key), JSON.stringify(model))
}

/** Forgets an attempt, and what packages that speak to no LMS keep in this origin for themselves. */
export function forget(key: string): void {
  const own = Object.keys(localStorage).filter((each) => each.startsWith('grainotheque.'))
  for (const each of [name(key), ...own]) localStorage.removeItem(each)
}

/** The model for the next launch: what was set stays, the session's own fields start again. */
export function recall(key: string): Kept | null {
  const text = localStorage.getItem(name(key))
  if (!text) return null
  const { cmi, totalTime } = JSON.parse(text) as Kept
  const core = cmi.core as Record<string, unknown> | undefined
  const next = core ? { ...cmi, core: nextLaunch(core, totalTime) } : nextLaunch(cmi, totalTime)
  return { cmi: next, totalTime }
}

/** An attempt that was suspended is resumed; `session_time` and `exit` belong to one sitting. */
function nextLaunch(
  fields: Record<string, unknown>,
  totalTime: string,
): Record<string, unknown> {
  const { exit, session_time: _, ...rest } = fields
  return { ...rest, total_time: totalTime, entry: exit === 'suspend' ? 'resume' : '' }
}

function name(key: string): string {
  return `attempt ${key}`
}
