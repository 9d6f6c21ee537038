import { checkString, refuse } from './shape.ts'

const extended =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i
const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d(?:\d\d)?)?$/i

/**
 * A date with its time. An offset of minus zero is refused: it says that the offset is unknown.
 *
 * @see ISO 8601; RFC 3339 §4.3; xAPI 1.0.3, Data 4.5
 */
export function checkTimestamp(value: unknown, path: string): asserts value is string {
  checkString(value, path)
  if (timestampMs(value) === null) refuse(path, 'must be an ISO 8601 date and time')
}

/**
 * The instant in milliseconds since 1970; without an offset it is UTC. `null` when not a
 * timestamp.
 */
export function timestampMs(text: string): number | null {
  const parts = extended.exec(text) ?? basic.exec(text)
  if (!parts) return null
  const [, year, month, day, hour, minute, second = '00', offset = 'Z'] = parts
  const offsetMs = offsetOf(offset)
  if (offsetMs === null || !isTime(hour!, minute!, second)) return null
  if (!isDay(Number(year), Number(month), Number(day))) return null
  const fraction = Number(`0.${/[.,](\d+)/.exec(text)?.[1] ?? 0}`)
  const whole = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second)
  return whole + Math.floor(fraction * 1000) - offsetMs
}

function isTime(hour: string, minute: string, second: string): boolean {
  // 60 is a leap second; 24:00:00 the end of a day.
  if (hour === '24') return minute === '00' && second === '00'
  return hour < '24' && minute < '60' && second <= '60'
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function offsetOf(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset)!
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000
  if (hours! > '23' || minutes > '59' || (sign === '-' && ms === 0)) return null
  return sign === '-' ? -ms : ms
}
