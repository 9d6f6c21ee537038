import type { IncomingMessage, ServerResponse } from 'node:http'
import { openBank, openStatements } from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import { createCredential, createXapiHandler } from '#app/lrs/index.server.ts'

/** Of all try-outs together; then they are forgotten, and begin again. */
const mostStatements = 20_000

export type TryLrs = {
  /** What opens the statements of one package's try-outs, as `Authorization: Basic …` takes it. */
  tokenFor: (folder: string) => string
  handle: (request: IncomingMessage, response: ServerResponse) => void
}

/**
 * The LRS of packages that are tried: our own, in memory, so that no try-out counts as a learner on
 * the pages about quality. It forgets everything when the server stops.
 */
export function openTryLrs(iriBase: string): TryLrs {
  let lrs: ReturnType<typeof openInMemory> | null = null
  const opened = () => {
    lrs ??= openInMemory(iriBase)
    return lrs
  }
  return {
    tokenFor(folder) {
      if (opened().size() > mostStatements) {
        lrs?.close()
        lrs = null
      }
      return opened().tokenFor(folder)
    },
    handle: (request, response) => opened().handle(request, response),
  }
}

function openInMemory(iriBase: string) {
  const bank = openBank(':memory:')
  const statements = openStatements(':memory:')
  const now = () => new Date()
  const tokens = new Map<string, string>()
  const count = statements.$client
    .prepare<[], number>('select count(*) from statements')
    .pluck()

  /** Each package is an organisation of its own here: none reads what another told. */
  function addToken(folder: string): string {
    bank.insert(organisations).values({ id: folder, name: folder }).run()
    const given = { organisationId: folder, scope: 'all', now: now() } as const
    const { key, secret } = createCredential(bank, given)
    const token = Buffer.from(`${key}:${secret}`).toString('base64')
    tokens.set(folder, token)
    return token
  }

  return {
    tokenFor: (folder: string) => tokens.get(folder) ?? addToken(folder),
    handle: createXapiHandler({ bank, statements, iriBase, now }),
    size: () => count.get() ?? 0,
    close() {
      bank.$client.close()
      statements.$client.close()
    },
  }
}
