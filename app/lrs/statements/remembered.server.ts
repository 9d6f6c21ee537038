import type Database from 'better-sqlite3'

const remembered = new WeakMap<Database.Database, Set<() => void>>()

/** Whoever remembers ids of a database says how to forget them. */
export function rememberIn(client: Database.Database, forget: () => void): void {
  const all = remembered.get(client) ?? new Set()
  remembered.set(client, all.add(forget))
}

/** After something was taken out of a database: what is remembered of it may be false. */
export function forgetIn(client: Database.Database): void {
  for (const forget of remembered.get(client) ?? []) forget()
}
