import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { learner } from '#tests/app/lrs/learner.ts'
import { inTurn, median } from './in-turn.ts'
import { atLeast, beside, type Figures, type Measure } from './measure.ts'

const clients = 8
const secondsEach = 1.5
const rounds = 7
const bound = 0.4

/**
 * Statements accepted a second over HTTP, one a request, eight clients at once: ours, which
 * checks, indexes and counts them, against a bare server that inserts the same rows. In turn,
 * so that what else the machine does falls on both. What was promised is about the server that
 * commits each request; the one that commits together tells how far from the disk's own limit we are.
 */
export async function benchStatementIngestion(): Promise<Measure[]> {
  return [
    atLeast(bound, await compared('a commit each', 'one')),
    beside(await compared('one commit for all that wait', 'together')),
  ]
}

async function compared(how: string, manner: 'one' | 'together'): Promise<Figures> {
  const ours = await serve('../app/lrs/serve-endpoint.ts', 'add')
  const bare = await serve('./bare-statement-server.ts', manner)
  try {
    await load(ours, 1)
    await load(bare, 1)
    const rates = await inTurn(
      rounds,
      () => load(ours, secondsEach),
      () => load(bare, secondsEach),
    )
    return figures(how, median(rates.ours), median(rates.limit))
  } finally {
    await Promise.all([stop(ours), stop(bare)])
  }
}

function figures(how: string, ours: number, limit: number): Figures {
  const note = `limit: a bare server that inserts the same rows, as durably, ${how}`
  return { name: 'statements: stored one by one, 8 clients', unit: '/s', ours, limit, note }
}

type Served = { process: ChildProcess; folder: string; url: string; key: string }

/** A process of its own for each server, on a folder of its own. */
async function serve(script: string, manner: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'grain-bench-'))
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, folder, manner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  return { process: child, folder, ...JSON.parse(line) }
}

async function stop({ process: child, folder }: Served): Promise<void> {
  child.kill()
  await once(child, 'exit')
  rmSync(folder, { recursive: true })
}

/** @returns statements acknowledged a second */
async function load(served: Served, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const started = performance.now()
  const until = started + seconds * 1000
  const counts = await Promise.all(
    Array.from({ length: clients }, () => sendUntil(served, agent, until)),
  )
  const elapsed = (performance.now() - started) / 1000
  agent.destroy()
  return counts.reduce((sum, count) => sum + count, 0) / elapsed
}

async function sendUntil(served: Served, agent: Agent, until: number): Promise<number> {
  let sent = 0
  for (const body of attempts()) {
    if (performance.now() > until) break
    await post(served, agent, body)
    sent += 1
  }
  return sent
}

/** Learner after learner, some seventeen statements each, as packages tell them. */
function* attempts(): Generator<string> {
  for (;;) {
    const someone = learner()
    yield JSON.stringify(someone.starts())
    for (let node = 1; node <= 8; node += 1) {
      yield JSON.stringify(someone.reads(`section${node}`, node * 20))
      yield JSON.stringify(someone.answers(`question${node}`, 'abcd'[node % 4]!, node % 2))
    }
    yield JSON.stringify(someone.completes())
    yield JSON.stringify(someone.passes())
  }
}

function post({ url, key }: Served, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: key,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    }
    const sent = request(
      `${url}/statements`,
      { method: 'POST', agent, headers },
      (response) => {
        response.resume()
        response.on('end', () => {
          if (response.statusCode === 200) resolve()
          else reject(new Error(`the server answered ${response.statusCode}`))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
