import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { forwardingTargets } from '#app/db/schema/bank/index.ts'
import { createXapiHandler } from '#app/lrs/index.server.ts'
import {
  type ForwardOptions,
  forwardTarget,
} from '#app/services/forwarding/forward-target.server.ts'
import { seal } from '#app/services/forwarding/sealed-secret.server.ts'
import { addTarget, type NewTarget } from '#app/services/forwarding/targets.server.ts'
import { now, type Workplace } from '#tests/builders/bank.ts'

/** How tests reach an LRS on this machine: as nobody else may. */
export const onThisMachine = { mayReach: () => true, plain: true } as const

/** An organisation that passes everything on, to an address that only a test may name. */
export function forwardTo(
  here: Instance,
  { organisationId, people }: Pick<Workplace, 'organisationId' | 'people'>,
  {
    url,
    key,
    secret,
    ...wanted
  }: { url: string; key: string; secret: string } & Partial<NewTarget>,
): string {
  const id = addTarget(here, {
    ...{ name: 'LRS du groupe', version: '1.0.3', from: '', moduleIds: [], verbIds: [] },
    ...{ trials: false, ...wanted, key, secret, endpoint: 'https://lrs.exemple.fr/xapi' },
    ...{ organisationId, personId: people.administrator.id, now },
  })
  const { bank, signingKey } = here
  bank
    .update(forwardingTargets)
    .set({ endpoint: url, sealedSecret: seal(signingKey, secret) })
    .where(eq(forwardingTargets.id, id))
    .run()
  return id
}

export function forward(
  here: Instance,
  id: string,
  options: Partial<ForwardOptions> = {},
): Promise<void> {
  const { now: clock = () => new Date(), ...others } = options
  return forwardTarget(here, id, {
    ...{ holder: 'this-test', ...onThisMachine, now: clock },
    ...others,
  })
}

/** Serves our own endpoint over an installation, on a port of its own. */
export async function serveXapi(here: Instance): Promise<{ url: string; server: Server }> {
  const { bank, statements, iriBase } = here
  const server = createServer(
    createXapiHandler({ bank, statements, iriBase, now: () => new Date() }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`, server }
}
