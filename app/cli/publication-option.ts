import { readFile } from 'node:fs/promises'
import type { Bank } from '#app/db/client.server.ts'
import {
  type Chosen,
  choosePublication,
  givenSettings,
} from '#app/services/exports/chosen-publication.ts'
import { listProfiles } from '#app/services/publication-profiles/profiles.server.ts'
import { type Publication, presetOf, presets } from '#packaging/index.ts'
import { type ExportFormat, exportFormats } from '#packaging/package-source.ts'
import { UsageError } from './verb.ts'

/** How an export may be asked for, the later ones having the last word. */
export const publicationOptions = {
  profile: { type: 'string' },
  preset: { type: 'string' },
  settings: { type: 'string' },
} as const

type Options = Record<string, string | boolean | string[] | undefined>
type OfFormat = Chosen & { format: ExportFormat }

/**
 * What a profile, a preset, a file of settings and `--format` come to together.
 *
 * @throws UsageError naming the option that cannot be read
 */
export async function chosenPublication(
  bank: Bank,
  organisationId: string,
  options: Options,
): Promise<OfFormat> {
  const profile = profileOf(bank, organisationId, options.profile)
  const chosen = choosePublication({
    profile,
    preset: presetOption(options.preset),
    presetOfProfile: presetOf(profile?.preset ?? null),
    settings: await settingsOf(options.settings),
    format: options.format as ExportFormat | undefined,
  })
  const { format } = chosen
  if (!format || !exportFormats.includes(format))
    throw new UsageError(`--format must be one of ${exportFormats.join(', ')}`)
  return { ...chosen, format }
}

function profileOf(bank: Bank, organisationId: string, name: Options[string]) {
  if (name === undefined) return null
  const profiles = listProfiles(bank, organisationId)
  const found = profiles.find((profile) => profile.name === name)
  if (found) return found
  throw new UsageError(
    `--profile must be one of ${profiles.map((each) => each.name).join(', ')}`,
  )
}

function presetOption(id: Options[string]) {
  if (id === undefined) return null
  const found = presetOf(String(id))
  if (found) return found
  throw new UsageError(`--preset must be one of ${presets.map((each) => each.id).join(', ')}`)
}

/** Only what the file says: the rest stays as the profile or the preset has it. */
async function settingsOf(path: Options[string]): Promise<Partial<Publication> | undefined> {
  if (path === undefined) return undefined
  const text = await readFile(String(path), 'utf8').catch(() => null)
  if (text === null) throw new UsageError(`--settings: ${path} cannot be read`)
  try {
    return givenSettings(JSON.parse(text))
  } catch (error) {
    throw new UsageError(`--settings: ${(error as Error).message}`)
  }
}
