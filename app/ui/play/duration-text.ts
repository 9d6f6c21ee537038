/**
 * A duration as people read it, in units that French and English write alike.
 *
 * @param text as SCORM 1.2 (`0001:02:03.45`), SCORM 2004 and xAPI (`PT1H2M3.45S`) write it
 * @returns for example `1 h 2 min 3 s`; the text itself where it is no duration
 */
export function durationText(text: string): string {
  const found =
    /^(?<h>\d{2,4}):(?<m>\d\d):(?<s>\d\d)(?:\.\d+)?$/.exec(text) ??
    /^PT(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)(?:\.\d+)?S)?$/.exec(text)
  if (!found) return text
  const { h = '0', m = '0', s = '0' } = found.groups ?? {}
  const units = [`${Number(h)} h`, `${Number(m)} min`, `${Number(s)} s`]
  const said = units.filter((unit) => !unit.startsWith('0 '))
  return said.length > 0 ? said.join(' ') : '0 s'
}
