import { canonicalJson } from '#content-schema/canonical-json.ts'
import { timestampMs } from '../validation/timestamp.ts'
import type { StoredStatement, XapiStatement } from './xapi-statement.ts'

/**
 * Whether a statement received again is the one that is stored: what the server sets, the words
 * of a verb, definitions and the order of a group's members do not count.
 *
 * @see xAPI 1.0.3, Data 2.3.1, Statement Comparison Requirements
 */
export function isSameStatement(received: XapiStatement, stored: StoredStatement): boolean {
  const timed = received.timestamp !== undefined
  return comparable(received, timed) === comparable(stored, timed)
}

function comparable(statement: XapiStatement, timed: boolean): string {
  const {
    id: _id,
    stored: _stored,
    authority: _authority,
    version: _version,
    ...told
  } = statement
  if (!timed) delete told.timestamp
  return canonicalJson(simplify(told, ''))
}

/** Rewrites what may be written in several ways without saying anything else. */
function simplify(value: unknown, key: string): unknown {
  if (key === 'extensions' || value === null || typeof value !== 'object') {
    return simplifyText(value, key)
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => simplify(item, ''))
    return key === 'member' ? items.map((item) => canonicalJson(item)).sort() : items
  }
  const members = Object.entries(value).filter(([name]) => !isUncounted(value, name))
  return Object.fromEntries(members.map(([name, member]) => [name, simplify(member, name)]))
}

function isUncounted(owner: object, name: string): boolean {
  if (name === 'display' || name === 'definition') return 'id' in owner
  if (name !== 'objectType') return false
  return ['Agent', 'Activity'].includes(String((owner as Record<string, unknown>)[name]))
}

function simplifyText(value: unknown, key: string): unknown {
  if (typeof value !== 'string') return value
  if (key === 'timestamp') return timestampMs(value)
  if (key === 'duration') return toHundredths(value)
  if (key === 'mbox' || key === 'mbox_sha1sum' || key === 'registration')
    return value.toLowerCase()
  return value
}

/** Durations are told apart by hundredths of a second, and no finer. @see xAPI 1.0.3, Data 4.6 */
function toHundredths(duration: string): string {
  return duration.replace(/(\d+)[.,](\d+)S$/, (_, seconds: string, fraction: string) => {
    const kept = fraction.slice(0, 2).replace(/0+$/, '')
    return `${seconds}${kept && `.${kept}`}S`
  })
}
