import type { RightsRecord } from '../rights-record.ts'

/** The day a file may last be shown: of its right or of the consent of those one recognises in it. */
export function endOfRights({
  until,
  people,
  release,
}: Pick<RightsRecord, 'until' | 'people' | 'release'>): string | null {
  const ends = [until, people === 'with-release' ? release.until : null]
  return ends.filter((day) => day !== null).sort()[0] ?? null
}
