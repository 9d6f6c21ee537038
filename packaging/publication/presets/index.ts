import type { Preset } from '../preset.ts'
import { learning360 } from './360learning.ts'
import { blackboard } from './blackboard.ts'
import { canvas } from './canvas.ts'
import { chamilo } from './chamilo.ts'
import { cornerstone } from './cornerstone.ts'
import { crossknowledge } from './crossknowledge.ts'
import { docebo } from './docebo.ts'
import { ilias } from './ilias.ts'
import { moodle } from './moodle.ts'
import { riseUp } from './rise-up.ts'
import { scormCloud } from './scorm-cloud.ts'
import { successfactors } from './successfactors.ts'
import { talentlms } from './talentlms.ts'

/** The LMSs whose ways are known, by name. */
export const presets: readonly Preset[] = [
  learning360,
  blackboard,
  canvas,
  chamilo,
  cornerstone,
  crossknowledge,
  docebo,
  ilias,
  moodle,
  riseUp,
  successfactors,
  scormCloud,
  talentlms,
]

export function presetOf(id: string | null): Preset | null {
  return presets.find((preset) => preset.id === id) ?? null
}
