import { Refusal } from './refusal.ts'

/** The versions of the standard that are spoken here; the request's header chooses. */
export type Version = '1.0.3' | '2.0.0'

export const bothVersions: readonly Version[] = ['1.0.3', '2.0.0']

/** The version that a header asks for: `1.0`, `1.0.x`, `2.0` or `2.0.x`; `null` for any other. */
export function versionNamed(header: string | undefined): Version | null {
  const [, major] = /^(1|2)\.0(?:\.\d+)?$/.exec(header ?? '') ?? []
  if (major === undefined) return null
  return major === '1' ? '1.0.3' : '2.0.0'
}

/**
 * @throws Refusal 400 when there is no such header, or it names a version that is not spoken here
 * @see xAPI 1.0.3, Communication 3.3
 */
export function requiredVersion(header: string | undefined): Version {
  if (header === undefined) {
    throw new Refusal(400, 'version.missing', 'X-Experience-API-Version is required')
  }
  const version = versionNamed(header)
  if (version) return version
  const spoken = bothVersions.join(', ')
  throw new Refusal(400, 'version.unknown', `version ${header} is not spoken here: ${spoken}`)
}
