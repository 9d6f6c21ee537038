import type { Taken } from './messages.ts'
import type { LmsRuntime } from './runtime.ts'

/** Without these a learner would lose something; an LMS may refuse all else for good. */
const vital =
  /^cmi\.(core\.)?(suspend_data|(lesson|completion|success)_status|score\.(raw|scaled))$/
const ofInteraction = /^cmi\.interactions\.(\d+)\.(.*)$/

/**
 * Hands over to the LMS what a player says from afar, in its order. What was refused and must not be
 * lost waits, and all that comes after it; each time the LMS is asked to store it is told again.
 */
export function createLine(lms: LmsRuntime) {
  const waiting = new Map<string, string>()
  const gone = new Set<number>()
  /** The LMS was told something that it was not asked to store. */
  let unstored = false
  let ended = false

  function tellAll(): boolean {
    for (const [name, value] of waiting) {
      if (!tell(name, value) && vital.test(name)) return false
      waiting.delete(name)
    }
    return true
  }

  /** An interaction whose id was refused is not told, and its number stays free for the next one. */
  function tell(name: string, value: string): boolean {
    unstored = true
    const [, digits, field] = ofInteraction.exec(name) ?? []
    if (digits === undefined) return lms.set(name, value)
    const number = Number(digits)
    if (gone.has(number)) return true
    const before = [...gone].filter((each) => each < number).length
    const taken = lms.set(`cmi.interactions.${number - before}.${field}`, value)
    if (!taken && field === 'id') gone.add(number)
    return taken
  }

  function store(): Taken {
    const told = tellAll()
    const refusal = told ? '0' : lms.error()
    const stored = told && lms.commit()
    if (stored) unstored = false
    return { stored, error: stored || !told ? refusal : lms.error() }
  }

  return {
    set(name: string, value: string): void {
      if (ended) return
      const first = waiting.size === 0
      waiting.set(name, value)
      if (first) tellAll()
    },
    commit: (): Taken => (ended ? { stored: false, error: '0' } : store()),
    /** Last of all, once, whether or not the LMS stores. */
    end(): Taken {
      const taken = ended || !unstored ? { stored: true, error: '0' } : store()
      if (!ended) lms.end()
      ended = true
      return taken
    },
    isEnded: () => ended,
  }
}
