import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openStatements } from '#app/db/client.server.ts'
import { compiled } from '#tests/builders/compiled.ts'
import { learner } from './learner.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

const kills = Number(process.env.KILLS ?? 50)
const clients = 6
const script = compiled('tests/app/lrs/serve-endpoint.ts')

type Served = { process: ChildProcess; url: string; key: string }

/** By state id: the last count that was acknowledged. */
type States = Map<string, number>

it(`loses no acknowledged statement or state when the server is killed ${kills} times`, {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'grain-kill-'))
  const acknowledged: string[] = []
  const states: States = new Map()
  for (let kill = 0; kill < kills; kill += 1) {
    const served = await serve(folder)
    const senders = Array.from({ length: clients }, (_, client) =>
      Promise.all([send(served, acknowledged), keep(served, `client ${client}`, states)]),
    )
    // In the thick of it, however fast the machine is.
    const some = acknowledged.length + clients
    while (acknowledged.length < some) await pause(5)
    await pause((kill % 10) * 15)
    served.process.kill('SIGKILL')
    await Promise.all([...senders, once(served.process, 'exit')])
    check(folder, acknowledged, states)
  }
  expect(states.size).toBe(clients)
  rmSync(folder, { recursive: true })
})

async function serve(folder: string): Promise<Served> {
  const child = spawn(process.execPath, [await script, folder], {
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

/** Counts in a state until the server is gone. */
async function keep({ url, key }: Served, stateId: string, states: States): Promise<void> {
  for (let count = (states.get(stateId) ?? 0) + 1; ; count += 1) {
    const agent = JSON.stringify({ mbox: 'mailto:zoe@example.org' })
    const query = new URLSearchParams({ activityId: 'https://example.org/a', agent, stateId })
    const put = await request('PUT', `${url}/activities/state?${query}`, key, count).catch(
      () => null,
    )
    if (!put?.ok) return
    states.set(stateId, count)
  }
}

function post(url: string, key: string, told: unknown): Promise<Response> {
  return request('POST', url, key, told)
}

function request(method: string, url: string, key: string, told: unknown): Promise<Response> {
  return fetch(url, {
    method,
    headers: {
      Authorization: key,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(told),
  })
}

function check(folder: string, acknowledged: string[], states: States): void {
  const statements = openStatements(join(folder, 'statements.sqlite'))
  const ids = statements.$client.prepare('select hex(id) from statements').pluck().all()
  const stored = new Set(ids as string[])
  const lost = acknowledged.filter((id) => !stored.has(id.replaceAll('-', '').toUpperCase()))
  expect(lost).toEqual([])
  const content = statements.$client.prepare(
    'select content from documents where documentId = ?',
  )
  // What was written and not acknowledged before the end may stand there.
  for (const [stateId, count] of states) {
    const { content: kept } = content.get(stateId) as { content: Buffer }
    expect(Number(kept)).toBeGreaterThanOrEqual(count)
  }
  expect(statements.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(dumpRollups(statements)).toEqual(recomputedRollups(statements))
  statements.$client.close()
}
