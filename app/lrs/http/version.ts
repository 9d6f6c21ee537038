import { Refusal } from './refusal.ts'

/** The versions of the standard that are spoken here; the request's header chooses. */
export type Version = '1.0.3' | '2.0.0'

/** Documents, agents and activities are the same in both but for a few rules. */
export const bothVersions: readonly Version[] = ['1.0.3', '2.0.0']
export const firstVersion: readonly Version[] = ['1.0.3']

/** The version that a header asks for: `1.0`, `1.0.x`, `2.0` or `2.0.x`; `null` for any other. */
export function versionNamed(header: string | undefined): Version | null {
  const [, major] = /^(1|2)\.0(?:\.\d+)?$/.exec(header ?? '') ?? []
  if (major === undefined) return null
  return major === '1' ? '1.0.3' : '2.0.0'
}

/**
 * @throws Refusal 400 when there is no such header, or this resource does not speak that version
 * @see xAPI 1.0.3, Communication 3.3
 */
export function requiredVersion(
  header: string | undefined,
  spoken: readonly Version[],
): Version {
  if (header === undefined) {
    throw new Refusal(400, 'version.missing', 'X-Experience-API-Version is required')
  }
  const version = versionNamed(header)
  if (version && spoken.includes(version)) return version
  throw new Refusal(
    400,
    'version.unknown',
    `version ${header} is not spoken here: ${spoken.join(', ')}`,
  )
}
