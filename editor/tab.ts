import { newId } from '#content-schema/identity.ts'

const prefix = 'grainotheque.tab.'

/**
 * Gives this page an id that lives exactly as long as it does, by holding a lock under its name:
 * a browser lets go of the locks of a page that is closed or killed.
 *
 * @returns the id, which other pages are open (none where locks do not exist: plain http), and how
 *   to let go of the id when the page only goes on to another screen
 * @see Web Locks API
 */
export async function holdTab(
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<{ tab: string; alive: Set<string>; release: () => void }> {
  const tab = newId()
  if (!locks) return { tab, alive: new Set(), release: () => undefined }
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  void locks.request(prefix + tab, () => released)
  const { held = [] } = await locks.query()
  const names = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []))
  const alive = new Set(names.map((name) => name.slice(prefix.length)))
  alive.delete(tab)
  return { tab, alive, release }
}
