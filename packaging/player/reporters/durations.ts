/**
 * Writes a duration as SCORM 1.2 reads it. Hundredths are cut, never rounded, so that nobody is
 * credited with time not spent; a longer time than can be written is written as the longest.
 *
 * @param milliseconds elapsed time; below zero counts as none
 * @returns `HHHH:MM:SS.SS`, for example `0001:02:03.45`
 * @see SCORM 1.2 Run-Time Environment, data type CMITimespan
 */
export function timespan(milliseconds: number): string {
  const time = Math.min(Math.max(0, milliseconds || 0), longest)
  const hours = String(Math.floor(time / 3_600_000)).padStart(4, '0')
  return `${hours}:${new Date(time).toISOString().slice(14, 22)}`
}

/** `9999:59:59.99` */
const longest = 35_999_999_990

/**
 * Writes a duration as SCORM 2004 and xAPI read it, in whole or hundredth seconds, cut.
 *
 * @returns for example `PT1H2M3.45S`
 * @see SCORM 2004 4th edition Run-Time Environment §4.1.1.7, timeinterval(second,10,2); ISO 8601
 */
export function isoDuration(milliseconds: number): string {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10) || 0)
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor(hundredths / 6000) % 60
  const seconds = (hundredths % 6000) / 100
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`]
  return `PT${parts.filter(Boolean).join('') || '0S'}`
}
