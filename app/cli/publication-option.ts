import { readFile } from 'node:fs/promises'
import type { Bank } from '#app/db/client.server.ts'
import { listProfiles } from '#app/services/publication-profiles/profiles.server.ts'
import { type Publication, PublicationFields, presetOf, presets } from '#packaging/index.ts'
import { type ExportFormat, exportFormats } from '#packaging/package-source.ts'
import { UsageError } from './verb.ts'

/** How an export may be asked for, the later ones having the last word. */
export const publicationOptions = {
  profile: { type: 'string' },
  preset: { type: 'string' },
  settings: { type: 'string' },
} as const

type Options = Record<string, string | boolean | string[] | undefined>
type Chosen = { format: ExportFormat; preset: string | null; publication?: Publication }

/**
 * What a profile, a preset, a file of settings and `--format` come to together.
 *
 * @throws UsageError naming the option that cannot be read
 */
export async function chosenPublication(
  bank: Bank,
  organisationId: string,
  options: Options,
): Promise<Chosen> {
  const profile = profileOf(bank, organisationId, options.profile)
  const preset = presetOption(options.preset) ?? presetOf(profile?.preset ?? null)
  const file = await settingsOf(options.settings)
  const format = options.format ?? profile?.format ?? preset?.formats[0]
  if (!exportFormats.includes(format as ExportFormat))
    throw new UsageError(`--format must be one of ${exportFormats.join(', ')}`)
  const parts = [profile?.publication, options.preset ? preset?.publication : undefined, file]
  const decided = parts.filter((part) => part !== undefined)
  return {
    format: format as ExportFormat,
    preset: preset?.id ?? null,
    ...(decided.length > 0 && {
      publication: PublicationFields.parse(Object.assign({}, ...decided)),
    }),
  }
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
    const given: object = JSON.parse(text)
    const read = Object.entries(PublicationFields.parse(given))
    return Object.fromEntries(read.filter(([name]) => name in given))
  } catch (error) {
    throw new UsageError(`--settings: ${(error as Error).message}`)
  }
}
