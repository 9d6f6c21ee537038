import { randomUUID } from 'node:crypto'
import type { Instance } from '#app/db/instance.server.ts'
import { createCredential } from '#app/lrs/index.server.ts'
import { listTargets, type TargetView } from '#app/services/forwarding/targets.server.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import { basic } from '#tests/app/lrs/endpoint.ts'
import { type Learner, learner } from '#tests/app/lrs/learner.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { serveXapi } from './second-lrs.ts'
import { type SecondLrs, startSecondLrs } from './target-process.ts'

/** An installation that hears statements, and a second LRS that they may be passed on to. */
export type TwoLrs = {
  here: Instance
  place: Workplace
  second: SecondLrs
  /** Of the first one. */
  url: string
  /** Authorization header of a key of the organisation. */
  key: string
  tell: (told: unknown, version?: string) => Promise<void>
  /** Tells so many statements, fifty at a time. */
  many: (count: number) => Promise<Statement[]>
  /** Somebody who learns in the organisation's module, or in another. */
  someone: (moduleId?: string) => Learner
  /** How the first target stands. */
  standing: () => Promise<TargetView>
  discard: () => Promise<void>
}

export async function openTwoLrs(): Promise<TwoLrs> {
  const here = openFolder()
  const place = workplace(here.bank)
  const { organisationId } = place
  const { url, server } = await serveXapi(here)
  const second = await startSecondLrs()
  const key = basic(createCredential(here.bank, { organisationId, scope: 'all', now }))

  async function tell(told: unknown, version = '1.0.3'): Promise<void> {
    const headers = {
      Authorization: key,
      'X-Experience-API-Version': version,
      'Content-Type': 'application/json',
    }
    const body = JSON.stringify(told)
    const answer = await fetch(`${url}/statements`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(await answer.text())
  }

  const someone = (moduleId = place.moduleId) =>
    learner({ iriBase: here.iriBase, moduleId, registration: randomUUID() })

  return {
    ...{ here, place, second, url, key, tell, someone },
    async many(count) {
      const who = someone()
      const told = Array.from({ length: count }, (_, index) => who.reads(`s${index % 5}`, 10))
      for (let at = 0; at < count; at += 50) await tell(told.slice(at, at + 50))
      return told
    },
    standing: async () => (await listTargets(here, organisationId))[0]!,
    async discard() {
      server.closeAllConnections()
      server.close()
      await second.discard()
      removeFolder(here)
    },
  }
}
