import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { progressOf } from '#packaging/player/progress.ts'
import type { Report } from '#packaging/player/reporters/reporter.ts'
import { openXapi } from '#packaging/player/reporters/xapi.ts'
import { newState } from '#packaging/player/state.ts'
import { dataOf } from '#tests/builders/sitting.ts'

const data = dataOf()
const stored = new Map<string, string>()
/** How many times it will say no before it takes a state. */
let refusals = 0
const seen: { method: string; url: URL; auth: string; version: string }[] = []

/** The state resource of an LRS. @see xAPI 1.0.3 Communication §2.3 */
const lrs = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://lrs')
  seen.push({
    method: request.method ?? '',
    url,
    auth: String(request.headers.authorization),
    version: String(request.headers['x-experience-api-version']),
  })
  if (request.method === 'PUT' && refusals > 0) {
    refusals -= 1
    return response.writeHead(503).end()
  }
  if (request.method === 'PUT') {
    stored.set(url.search, await text(request))
    return response.writeHead(204).end()
  }
  const found = stored.get(url.search)
  return response.writeHead(found === undefined ? 404 : 200).end(found)
}).listen(0, '127.0.0.1')

afterAll(() => {
  lrs.close()
  lrs.closeAllConnections()
})

it('keeps the state of an xAPI launch in the LRS that launched it', async () => {
  const launch = {
    endpoint: `http://127.0.0.1:${(lrs.address() as AddressInfo).port}/xapi/`,
    auth: 'Basic lms',
    actor: { mbox: 'mailto:zoe@example.org', objectType: 'Agent' },
    registration: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11',
    activityId: 'https://lms.example/activity/7',
  }
  const first = await openXapi(data, launch)
  expect(first.saved).toBe('')

  const progress = progressOf(data, newState(data))
  first.report({
    state: 'the state',
    sectionId: '',
    progress,
    standing: 'none',
    status: 'incomplete',
    objectives: [],
    open: 0,
    finished: false,
  })
  first.send()
  first.close()
  for (let wait = 0; wait < 100 && stored.size === 0; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect((await openXapi(data, launch)).saved).toBe('the state')

  const put = seen.filter(({ method }) => method === 'PUT')
  expect(put).toHaveLength(1)
  expect(put[0]).toMatchObject({ auth: 'Basic lms', version: '1.0.3' })
  expect(Object.fromEntries(put[0]!.url.searchParams)).toEqual({
    stateId: 'grainotheque-state',
    activityId: launch.activityId,
    agent: JSON.stringify(launch.actor),
    registration: launch.registration,
  })
})

it('lets the module be learnt when the LRS of the launch is gone', async () => {
  const launch = {
    endpoint: 'http://127.0.0.1:1/',
    auth: '',
    actor: {},
    registration: null,
    activityId: null,
  }
  const run = await openXapi(data, launch)
  expect(run.saved).toBe('')
  expect(() => run.close()).not.toThrow()
})

it('sends again what the LRS did not take', async () => {
  const launch = {
    endpoint: `http://127.0.0.1:${(lrs.address() as AddressInfo).port}/xapi/`,
    auth: 'Basic lms',
    actor: { mbox: 'mailto:leo@example.org', objectType: 'Agent' },
    registration: '3f0d7c52-9a86-4b11-8a4e-2f1f54a0c9aa',
    activityId: 'https://lms.example/activity/7',
  }
  const run = await openXapi(data, launch)
  const progress = progressOf(data, newState(data))
  const report = {
    sectionId: '',
    progress,
    standing: 'none',
    status: 'incomplete',
    objectives: [],
    open: 0,
    finished: false,
  } satisfies Omit<Report, 'state'>
  refusals = 1
  run.report({ ...report, state: 'kept at the second try' })
  run.send()
  for (let wait = 0; wait < 100 && refusals > 0; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  run.send()
  for (
    let wait = 0;
    wait < 100 && ![...stored.values()].includes('kept at the second try');
    wait += 1
  ) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect([...stored.values()]).toContain('kept at the second try')
})
