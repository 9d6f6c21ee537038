import type { Opening, Standard, Taken, Told } from './messages.ts'
import { asApi } from './runtime.ts'

export type ShimParts = {
  standard: Standard
  snapshot: Opening['snapshot']
  tell: (told: Told) => void
  /** The state as the LMS is to keep it. */
  written?: (state: string) => string
}

/** Numbers of errors that both standards have, or that of the one which asks. */
const errors = {
  'scorm-12': { unknown: '201', ended: '301' },
  'scorm-2004': { unknown: '401', ended: '133' },
}

/**
 * A run-time for a player whose LMS is in another page. It answers at once, from what the LMS said
 * when it began and from what was set since; what the LMS refuses is said the next time it is asked
 * to store, and from then on until it stores again.
 */
export function createShim({
  standard,
  snapshot,
  tell,
  written = (state) => state,
}: ShimParts) {
  const values = new Map(Object.entries(snapshot))
  const { unknown, ended: over } = errors[standard]
  let lastError = '0'
  let refusal = '0'
  let refused = false
  let ended = false
  let unanswered = 0
  let leaving = false
  let changed = false

  function answer(value: string, error = '0'): string {
    lastError = error
    return value
  }

  /** Nothing but the time went on: a page that is about to go need not be believed to lose anything. */
  function isTime(name: string, value: string): boolean {
    if (name.endsWith('suspend_data')) return essence(value) === essence(values.get(name))
    return /session_time$|\.exit$/.test(name) || values.get(name) === value
  }

  const api = asApi(standard, {
    initialize: () => (ended ? answer('false', over) : answer('true')),
    getValue(name = '') {
      const value = values.get(name)
      return value === undefined ? answer('', unknown) : answer(value)
    },
    setValue(name = '', given = '') {
      if (ended) return answer('false', over)
      const value = String(given)
      changed ||= !isTime(name, value)
      values.set(name, value)
      counted(values, name)
      tell({ do: 'set', name, value: name === 'cmi.suspend_data' ? written(value) : value })
      return answer('true', refusal)
    },
    commit() {
      if (ended) return answer('false', over)
      const sure = !refused && unanswered === 0 && !(leaving && changed)
      changed = false
      unanswered += 1
      tell({ do: 'commit' })
      return answer(String(sure), refusal)
    },
    end() {
      if (ended) return answer('false', over)
      ended = true
      tell({ do: 'end' })
      return answer('true')
    },
    getLastError: () => lastError,
    getErrorString: () => '',
    getDiagnostic: () => '',
  })

  return {
    api,
    /** What the LMS made of the last request to store. */
    taken({ stored, error }: Taken): void {
      unanswered = Math.max(0, unanswered - 1)
      refused = !stored
      refusal = stored ? '0' : error
      if (refused) lastError = error
    },
    /** The page is about to go: nothing it says from now on is sure to arrive. */
    leave(): void {
      leaving = true
    },
  }
}

/** A state without the seconds in it and the checksum behind it. */
function essence(state = ''): string {
  return state
    .split(';')
    .filter((_, place, all) => place !== 6 && place < all.length - 1)
    .join(';')
}

/** Who writes the place after the last makes it one more. */
function counted(values: Map<string, string>, name: string): void {
  const [, list, place] = /^cmi\.(interactions|objectives)\.(\d+)\.id$/.exec(name) ?? []
  const key = `cmi.${list}._count`
  if (list && Number(values.get(key)) === Number(place))
    values.set(key, String(Number(place) + 1))
}
