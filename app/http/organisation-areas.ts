import { type Action, may } from '#app/services/rights.ts'

/** The pages about a whole organisation, `/organisation/<area>`, and the right that each asks. */
const areas = [
  { area: 'deployments', needs: 'deployment:read' },
  { area: 'rights', needs: 'asset:read' },
  { area: 'watch', needs: 'watch:read' },
  { area: 'check-package', needs: 'package:check' },
  { area: 'sharing', needs: 'co-author:decide' },
  { area: 'protocols', needs: 'protocol:keep' },
  { area: 'checklists', needs: 'checklist:keep' },
  { area: 'gates', needs: 'gate-profile:keep' },
  { area: 'identity', needs: 'identity:keep' },
  { area: 'api-tokens', needs: 'api-token:manage' },
  { area: 'lrs-keys', needs: 'lrs-key:manage' },
  { area: 'archive', needs: 'archive:manage' },
  { area: 'harvest', needs: 'harvest:manage' },
  { area: 'forwarding', needs: 'forwarding:keep' },
  { area: 'personal-data', needs: 'processing-register:read' },
] as const satisfies { area: string; needs: Action }[]

export type OrganisationArea = (typeof areas)[number]['area']

/** Those that someone may open, in the order of their tabs. */
export function organisationAreas(member: Parameters<typeof may>[0]): OrganisationArea[] {
  return areas.filter(({ needs }) => may(member, needs)).map(({ area }) => area)
}
