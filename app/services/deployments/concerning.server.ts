import type { Bank } from '#app/db/client.server.ts'
import { modulesGuardedBy } from '#app/services/guarantees/read-guarantees.server.ts'
import type { Deployment } from './deployment.ts'
import { readDeployments } from './read-deployments.server.ts'
import { gravity } from './standing.ts'

/**
 * The deployments that a person is told of: those that somebody should look at, and that they
 * exported or guard the module of. The gravest first.
 */
export function concerning(
  bank: Bank,
  { personId, organisationId, now }: { personId: string; organisationId: string; now: Date },
): Deployment[] {
  const guarded = modulesGuardedBy(bank, { personId, organisationId })
  return readDeployments(
    bank,
    { organisationId, now },
    ({ requestedBy, moduleId }) => requestedBy === personId || guarded.has(moduleId),
  )
    .filter(({ standing }) => standing.state === 'attention')
    .sort((a, b) => gravity(a.standing.reasons[0]!) - gravity(b.standing.reasons[0]!))
}
