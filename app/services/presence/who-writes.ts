/** A page on which somebody writes a module. */
export type Writer = {
  tab: string
  personId: string
  name: string
  /** The section they are in, `null` when in none. */
  sectionId: string | null
}

/** How long somebody counts as there after their page last said so, in milliseconds. */
const stay = 12_000
/** The same for a page that is out of sight: browsers wake it once a minute at the least. */
const stayHidden = 75_000
/** More pages than this on one module are not counted, whoever opens them. */
const most = 50

type Seen = Writer & { until: number }

/**
 * Who writes which module at the moment. In memory only: after a restart everybody says again
 * within seconds that they are there, and nothing of it is anybody's business later.
 */
export class WhoWrites {
  readonly #modules = new Map<string, Map<string, Seen>>()

  /** Notes that a page is open; gives the others on the same module, in the order of their names. */
  say(moduleId: string, writer: Writer & { hidden: boolean }, now: Date): Writer[] {
    const here = this.#present(moduleId, now)
    const { hidden, ...seen } = writer
    const until = now.getTime() + (hidden ? stayHidden : stay)
    if (here.size < most || here.has(writer.tab)) here.set(writer.tab, { ...seen, until })
    this.#modules.set(moduleId, here)
    return [...here.values()]
      .filter(({ tab }) => tab !== writer.tab)
      .map(({ until: _, ...other }) => other)
      .sort((a, b) => a.name.localeCompare(b.name) || a.tab.localeCompare(b.tab))
  }

  /** Notes that a page is closed; only its own person can say so. */
  leave(moduleId: string, { tab, personId }: Pick<Writer, 'tab' | 'personId'>): void {
    const here = this.#modules.get(moduleId)
    if (here?.get(tab)?.personId === personId) here.delete(tab)
    if (here?.size === 0) this.#modules.delete(moduleId)
  }

  #present(moduleId: string, now: Date): Map<string, Seen> {
    const here = this.#modules.get(moduleId) ?? new Map<string, Seen>()
    for (const [tab, { until }] of here) if (until < now.getTime()) here.delete(tab)
    return here
  }
}
