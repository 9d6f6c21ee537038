import type { Profile } from '#app/services/publication-profiles/profiles.server.ts'
import { type Preset, type Publication, PublicationFields } from '#packaging/index.ts'
import type { ExportFormat } from '#packaging/package-source.ts'

/** How an export is asked for without a page, the later ones having the last word. */
export type Asking = {
  profile: Profile | null
  /** Of the LMS that was named; that of the profile is in the profile's own publication. */
  preset: Preset | null
  /** Of the LMS that the profile is for, when none was named. */
  presetOfProfile: Preset | null
  settings: Partial<Publication> | undefined
  format: ExportFormat | undefined
}

export type Chosen = {
  /** `undefined` when nothing says it. */
  format: ExportFormat | undefined
  preset: string | null
  themed: boolean
  publication?: Publication
}

/** What a profile, a preset, single settings and a format come to together. */
export function choosePublication(asking: Asking): Chosen {
  const { profile, settings } = asking
  const preset = asking.preset ?? asking.presetOfProfile
  const parts = [profile?.publication, asking.preset?.publication, settings]
  const decided = parts.filter((part) => part !== undefined)
  return {
    format: asking.format ?? profile?.format ?? preset?.formats[0],
    preset: preset?.id ?? null,
    themed: profile?.themed ?? true,
    ...(decided.length > 0 && {
      publication: PublicationFields.parse(Object.assign({}, ...decided)),
    }),
  }
}

/** Only what was given: the rest stays as the profile or the preset has it. */
export function givenSettings(given: object): Partial<Publication> {
  const read = Object.entries(PublicationFields.parse(given))
  return Object.fromEntries(read.filter(([name]) => name in given))
}
