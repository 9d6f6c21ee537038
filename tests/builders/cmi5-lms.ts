import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { childNamed, elementsNamed, parseXml } from '#packaging/xml/parse-xml.ts'
import type { Cmi5Session, Told } from './cmi5-rules.ts'

const sessionId = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.vtt': 'text/vtt',
}

/** The LRS behind it, and a key that may do all there. */
export type Lrs = { endpoint: string; authorization: string }

export type LaunchOptions = {
  /** The same for each session of one learner's attempt; a new one by default. */
  registration?: string
  mode?: Cmi5Session['launchData']['launchMode']
  /** `undefined` leaves that of the course structure, `null` gives none. */
  masteryScore?: number | null
  /** Whether the unit is to come back here when it is left. */
  returns?: boolean
  /** What the LMS answers when the token is asked for. */
  answer?: 'token' | 'refusal'
  /** Whether launch data was left. */
  leavesData?: boolean
}

export type Cmi5Launched = { session: Cmi5Session; url: string; address: string }

/** A launching system: as little of an LMS as cmi5 asks for, over a real LRS. */
export type Cmi5Lms = Awaited<ReturnType<typeof startCmi5Lms>>

/**
 * Serves a package and the addresses of its launches.
 *
 * @param files of a package in cmi5, by path
 */
export async function startCmi5Lms(files: Map<string, Buffer>, lrs: Lrs) {
  const tokens = new Map<string, { token: string; spent: boolean }>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    const { pathname } = new URL(request.url ?? '', 'http://lms')
    const [, folder, ...rest] = pathname.split('/')
    if (folder === 'fetch') return giveToken(request, response, rest.join('/'))
    if (folder === 'back') return response.end('<!doctype html><title>LMS</title>Retour')
    const file = files.get(rest.join('/'))
    if (!file) return response.writeHead(404).end()
    const type = types[extname(pathname)] ?? 'application/octet-stream'
    response.setHeader('Content-Type', type).end(file)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const unit = unitOf(files)
  const actor = {
    objectType: 'Agent',
    account: { homePage: origin, name: randomUUID() },
    name: 'Zoé Lambert',
  }
  const activityId = `${origin}/unit/${randomUUID()}`

  /** @see cmi5 (Quartz) §8.2: by POST, once */
  function giveToken(request: IncomingMessage, response: ServerResponse, id: string): void {
    asked.push(request.method ?? '')
    const known = tokens.get(id)
    response.setHeader('Content-Type', 'application/json')
    if (request.method !== 'POST') return void response.writeHead(405).end()
    if (!known || known.spent) {
      return void response.end(JSON.stringify({ 'error-code': '1', 'error-text': 'spent' }))
    }
    known.spent = true
    response.end(JSON.stringify({ 'auth-token': known.token }))
  }

  const lrsRequest = (path: string, init: RequestInit = {}) =>
    fetch(`${lrs.endpoint}${path}`, {
      ...init,
      headers: {
        Authorization: lrs.authorization,
        'X-Experience-API-Version': '1.0.3',
        'Content-Type': 'application/json',
        ...init.headers,
      },
    })
  const agent = JSON.stringify(actor)

  async function launch(options: LaunchOptions = {}): Promise<Cmi5Launched> {
    const session = sessionOf(options)
    if (options.leavesData !== false) await leaveData(session)
    await sayLaunched(session)
    const id = randomUUID()
    const token = lrs.authorization.replace(/^Basic /, '')
    tokens.set(id, { token, spent: options.answer === 'refusal' })
    // In another order than the standard's, among names of somebody else.
    const address = new URLSearchParams({
      lang: 'fr',
      activityId,
      actor: agent,
      fetch: `${origin}/fetch/${id}`,
      registration: session.registration,
      endpoint: `${lrs.endpoint}/`,
    })
    return { session, address: `?${address}`, url: `${origin}/unit/${unit.url}?${address}` }
  }

  function sessionOf({
    registration,
    mode,
    masteryScore,
    returns,
  }: LaunchOptions): Cmi5Session {
    const mastery = masteryScore === undefined ? unit.masteryScore : masteryScore
    return {
      actor,
      activityId,
      registration: registration ?? randomUUID(),
      launchData: {
        contextTemplate: {
          contextActivities: { grouping: [{ id: unit.id }] },
          extensions: { [sessionId]: randomUUID(), [`${origin}/tenant`]: 'val-de-loire' },
        },
        launchMode: mode ?? 'Normal',
        ...{ moveOn: unit.moveOn, launchMethod: 'AnyWindow' },
        ...(mastery !== null && { masteryScore: mastery }),
        ...(returns && { returnURL: `${origin}/back` }),
      },
    }
  }

  /** @see cmi5 (Quartz) §10.1 */
  async function leaveData({ registration, launchData }: Cmi5Session): Promise<void> {
    const query = new URLSearchParams({
      stateId: 'LMS.LaunchData',
      activityId,
      agent,
      registration,
    })
    const body = JSON.stringify(launchData)
    await lrsRequest(`/activities/state?${query}`, { method: 'PUT', body })
  }

  async function sayLaunched({ registration, launchData }: Cmi5Session): Promise<void> {
    const body = JSON.stringify({
      actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/launched' },
      object: { id: activityId },
      context: { registration, ...launchData.contextTemplate },
      timestamp: new Date().toISOString(),
    })
    await lrsRequest('/statements', { method: 'POST', body })
  }

  /** What the unit told in a registration, in the order of its times. */
  async function toldIn(registration: string): Promise<Told[]> {
    const query = new URLSearchParams({ registration, limit: '500', ascending: 'true' })
    const answer = await lrsRequest(`/statements?${query}`)
    const { statements } = (await answer.json()) as { statements: Told[] }
    return statements
      .filter(({ verb }) => !verb.id.endsWith('/launched'))
      .sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1))
  }

  return {
    origin,
    unit,
    actor,
    activityId,
    /** Methods by which the token was asked for. */
    asked,
    launch,
    lrsRequest,
    toldIn,
    async toldBy({ registration, launchData }: Cmi5Session): Promise<Told[]> {
      const own = launchData.contextTemplate.extensions[sessionId]
      const told = await toldIn(registration)
      return told.filter(({ context }) => context?.extensions?.[sessionId] === own)
    },
    /** A document that the LRS holds of this learner; `null` when there is none. */
    async document({ registration }: Cmi5Session, stateId: string): Promise<string | null> {
      const query = new URLSearchParams({ stateId, activityId, agent, registration })
      const answer = await lrsRequest(`/activities/state?${query}`)
      return answer.status === 200 ? answer.text() : null
    },
    async prefers(preferences: object): Promise<void> {
      const query = new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent })
      const body = JSON.stringify(preferences)
      await lrsRequest(`/agents/profile?${query}`, { method: 'POST', body })
    },
    close(): void {
      server.close()
      server.closeAllConnections()
    },
  }
}

function unitOf(files: Map<string, Buffer>) {
  const [unit] = elementsNamed(parseXml(String(files.get('cmi5.xml'))), 'au')
  const { id = '', moveOn = '', masteryScore } = unit!.attributes
  return {
    id,
    moveOn,
    masteryScore: masteryScore === undefined ? null : Number(masteryScore),
    url: childNamed(unit, 'url')!.text,
  }
}
