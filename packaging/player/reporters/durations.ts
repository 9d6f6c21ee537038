/**
 * Writes a duration as SCORM 1.2 reads it. Hundredths are cut, never rounded, so that nobody is
 * credited with time not spent; a longer time than can be written is written as the longest.
 *
 * @param milliseconds elapsed time; below zero counts as none
 * @returns `HHHH:MM:SS.SS`, for example `0001:02:03.45`
 * @see SCORM 1.2 Run-Time Environment, data type CMITimespan
 */
export function timespan(milliseconds: number): string {
  const hundredths = cut(milliseconds, 10, 9999 * 360_000 + 359_999)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = String(Math.floor(hundredths / 360_000)).padStart(4, '0')
  const minutes = two(Math.floor(hundredths / 6000) % 60)
  const seconds = two(Math.floor(hundredths / 100) % 60)
  return `${hours}:${minutes}:${seconds}.${two(hundredths % 100)}`
}

/**
 * Writes a duration as SCORM 2004 and xAPI read it, in whole or hundredth seconds, cut.
 *
 * @returns for example `PT1H2M3.45S`
 * @see SCORM 2004 4th edition Run-Time Environment §4.1.1.7, timeinterval(second,10,2); ISO 8601
 */
export function isoDuration(milliseconds: number): string {
  const hundredths = cut(milliseconds, 10, Number.MAX_SAFE_INTEGER)
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor(hundredths / 6000) % 60
  const seconds = (hundredths % 6000) / 100
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`]
  return `PT${parts.filter(Boolean).join('') || '0S'}`
}

function cut(milliseconds: number, unit: number, most: number): number {
  return Math.min(most, Math.max(0, Math.floor(milliseconds / unit) || 0))
}
