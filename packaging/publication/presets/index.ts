import type { Preset } from '../preset.ts'
import { moodle } from './moodle.ts'

/** The LMSs whose ways are known, by name. */
export const presets: readonly Preset[] = [moodle]

export function presetOf(id: string | null): Preset | null {
  return presets.find((preset) => preset.id === id) ?? null
}
