import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openStatements, type StatementsDb } from '#app/db/client.server.ts'
import { compiled } from '#tests/builders/compiled.ts'

export type SecondLrs = {
  url: string
  key: string
  secret: string
  /** What it keeps, read beside it. */
  statements: StatementsDb
  /** Ids in the order in which they were stored there. */
  ids: () => string[]
  discard: () => Promise<void>
}

/** Our own endpoint in a process and over databases of its own. */
export async function startSecondLrs(): Promise<SecondLrs> {
  const folder = mkdtempSync(join(tmpdir(), 'grain-second-lrs-'))
  const [line, process] = await start(await compiled('tests/app/lrs/serve-endpoint.ts'), [
    folder,
  ])
  const { url, key: header } = JSON.parse(line) as { url: string; key: string }
  const [key = '', secret = ''] = Buffer.from(header.slice('Basic '.length), 'base64')
    .toString()
    .split(':')
  const statements = openStatements(join(folder, 'statements.sqlite'))
  return {
    ...{ url, key, secret, statements },
    ids: () =>
      (
        statements.$client
          .prepare('select payload from statements order by seq')
          .pluck()
          .all() as string[]
      ).map((payload) => JSON.parse(payload).id),
    discard: async () => {
      statements.$client.close()
      process.kill('SIGKILL')
      await once(process, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts a compiled script and waits for its first line. */
export async function start(script: string, args: string[]): Promise<[string, ChildProcess]> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  return [line as string, child]
}
