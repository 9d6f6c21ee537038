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

/** @property left closed since: what it still said before may come after */
type Seen = Writer & { until: number; left: boolean }

/**
 * Who writes which module at the moment. In memory only: after a restart everybody says again
 * within seconds that they are there, and nothing of it is anybody's business later.
 */
export class WhoWrites {
  readonly #modules = new Map<string, Map<string, Seen>>()

  /** Notes that a page is open; gives the others on the same module, in the order of their names. */
  say(moduleId: string, writer: Writer & { hidden: boolean }, now: Date): Writer[] {
    const here = this.#present(moduleId, now)
    const { tab, personId, name, sectionId, hidden } = writer
    const known = here.get(tab)
    if (known ? !known.left : here.size < most) {
      const until = now.getTime() + (hidden ? stayHidden : stay)
      here.set(tab, { tab, personId, name, sectionId, until, left: false })
    }
    this.#modules.set(moduleId, here)
    return [...here.values()]
      .filter((other) => other.tab !== tab && !other.left)
      .map(({ until: _until, left: _left, ...other }) => other)
      .sort((a, b) => a.name.localeCompare(b.name) || a.tab.localeCompare(b.tab))
  }

  /** Notes that a page is closed, for good; only its own person can say so. */
  leave(
    moduleId: string,
    { tab, personId }: Pick<Writer, 'tab' | 'personId'>,
    now: Date,
  ): void {
    const here = this.#present(moduleId, now)
    const seen = here.get(tab)
    if (seen?.personId === personId)
      here.set(tab, { ...seen, left: true, until: now.getTime() + stay })
  }

  #present(moduleId: string, now: Date): Map<string, Seen> {
    const here = this.#modules.get(moduleId) ?? new Map<string, Seen>()
    for (const [tab, { until }] of here) if (until < now.getTime()) here.delete(tab)
    return here
  }
}
