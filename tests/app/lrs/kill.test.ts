import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openStatements } from '#app/db/client.server.ts'
import { learner } from './learner.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

const kills = 50
const clients = 6
const script = fileURLToPath(new URL('./serve-endpoint.ts', import.meta.url))

type Served = { process: ChildProcess; url: string; key: string }

it(`loses no acknowledged statement when the server is killed ${kills} times`, {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'grain-kill-'))
  const acknowledged: string[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const served = await serve(folder)
    const senders = Array.from({ length: clients }, () => send(served, acknowledged))
    await new Promise((resolve) => setTimeout(resolve, 40 + (kill % 10) * 15))
    served.process.kill('SIGKILL')
    await Promise.all([...senders, once(served.process, 'exit')])
    check(folder, acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThan(kills * clients)
  rmSync(folder, { recursive: true })
})

async function serve(folder: string): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  return { process: child, ...JSON.parse(line) }
}

/** Posts one statement after another until the server is gone. */
async function send({ url, key }: Served, acknowledged: string[]): Promise<void> {
  const someone = learner()
  for (let section = 1; ; section += 1) {
    const told =
      section % 3
        ? someone.reads(`section${section % 5}`, section)
        : someone.answers('question01', 'a', 1)
    const posted = await post(`${url}/statements`, key, told).catch(() => null)
    if (!posted?.ok) return
    acknowledged.push(told.id)
  }
}

function post(url: string, key: string, told: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      Authorization: key,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(told),
  })
}

function check(folder: string, acknowledged: string[]): void {
  const statements = openStatements(join(folder, 'statements.sqlite'))
  const ids = statements.$client.prepare('select hex(id) from statements').pluck().all()
  const stored = new Set(ids as string[])
  const lost = acknowledged.filter((id) => !stored.has(id.replaceAll('-', '').toUpperCase()))
  expect(lost).toEqual([])
  expect(statements.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(dumpRollups(statements)).toEqual(recomputedRollups(statements))
  statements.$client.close()
}
