import type { Instance } from '#app/db/instance.server.ts'
import { composePath } from '#app/services/paths/compose-path.server.ts'
import { offeredFor } from '#app/services/paths/offered.server.ts'
import { readPath } from '#app/services/paths/read-path.server.ts'
import { reachedFrom } from '#app/services/reuse/content-digest.server.ts'
import { forkModule } from '#app/services/reuse/fork.server.ts'
import { readReused } from '#app/services/reuse/read-reused.server.ts'
import { reusableEdition } from '#app/services/reuse/reusable.server.ts'
import { readReusable } from '#app/services/reuse/reusable-content.server.ts'
import { decideUpdate, listUpdates } from '#app/services/reuse/updates.server.ts'
import { usesOf, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { offerAgain, withdrawModule } from '#app/services/reuse/withdraw.server.ts'

type Key = {
  organisationId: string
  personId: string
  moduleId: string
  digest: string
  now: Date
}

/** What a member of another organisation is refused of paths and of reuse, whatever they name. */
export function refusingReuse(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  return {
    readPath: () => readPath(bank(), key()),
    readReusable: () => readReusable(bank(), { ...key(), usedModuleId: key().moduleId }),
    readReused: () => readReused(bank(), { ...key(), node: { type: 'reuse' } }),
    whereUsed: () => whereUsed(bank(), key()),
    usesOf: () => usesOf(bank(), key()),
    listUpdates: () => listUpdates(bank(), key()),
    decideUpdate: () =>
      decideUpdate(bank(), { ...key(), referenceId: 'origin', decision: 'accept' }),
    forkModule: () =>
      forkModule(bank(), { ...key(), title: 'x', author: { id: key().personId, name: 'x' } }),
    withdrawModule: () => withdrawModule(bank(), { ...key(), reason: 'x' }),
    offerAgain: () => offerAgain(bank(), key()),
    composePath: () => composePath(bank(), { ...key(), step: { do: 'add-stage', title: 'x' } }),
  }
}

/** What they find nothing of. */
export function findingReuse(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  const orNothing = (found: unknown) => (found === 'reuse.private' ? [] : [found])
  return {
    offeredFor: () => offeredFor(bank(), { ...key(), words: '' }).rows,
    reusableEdition: () => orNothing(reusableEdition(bank(), key())),
    reachedFrom: () => {
      const { moduleId, digest, organisationId } = key()
      const where = { id: 'x', type: 'moduleRow', nodeId: null, edition: '1.0' } as const
      const reference = { ...where, moduleId, digest, follows: true }
      return orNothing(reachedFrom(bank(), reference, organisationId))
    },
  }
}
