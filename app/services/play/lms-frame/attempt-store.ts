/** A data model as scorm-again writes and reads it. */
export type Kept = { cmi: Record<string, unknown> }

/**
 * What an LMS would have in its database, kept in this origin's storage: written at each commit, so
 * that an attempt survives the closing of the tab as it does in an LMS.
 */
export function keep(key: string, model: Kept): void {
  localStorage.setItem(name(key), JSON.stringify(model))
}

export function forget(key: string): void {
  localStorage.removeItem(name(key))
}

/** The model for the next launch: what was set stays, the session's own fields start again. */
export function recall(key: string): Kept | null {
  const text = localStorage.getItem(name(key))
  if (!text) return null
  const { cmi } = JSON.parse(text) as Kept
  const core = cmi.core as Record<string, unknown> | undefined
  return { cmi: core ? { ...cmi, core: nextLaunch(core) } : nextLaunch(cmi) }
}

/** An attempt that was suspended is resumed; `session_time` and `exit` belong to one sitting. */
function nextLaunch(fields: Record<string, unknown>): Record<string, unknown> {
  const { exit, session_time: _, ...rest } = fields
  return { ...rest, entry: exit === 'suspend' ? 'resume' : '' }
}

function name(key: string): string {
  return `attempt ${key}`
}
