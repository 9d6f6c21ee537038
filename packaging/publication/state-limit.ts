import { limits as scorm12 } from '../formats/scorm-12/limits.ts'
import { limits as scorm2004 } from '../formats/scorm-2004/limits.ts'
import { type ExportFormat, isPaper, isScorm, playedAs } from '../package-source.ts'
import type { Preset } from './preset.ts'

/** Characters of a module's state that an LMS keeps; `null` where it does not go through its data model. */
export function stateLimit(format: ExportFormat, preset: Preset | null): number | null {
  if (isPaper(format) || !isScorm(format)) return null
  const in12 = playedAs(format) === 'scorm-12'
  return in12 ? (preset?.limits.suspendData ?? scorm12.suspendData) : scorm2004.suspendData
}
