import { setTimeout as sleep } from 'node:timers/promises'
import { FetchFailure, fetchPublic } from '#app/services/outgoing/fetch-public.server.ts'
import { childNamed, type Element, elementsNamed } from '#packaging/xml/parse-xml.ts'
import { readLoosely } from './read-loosely.ts'

/** Why a harvest ends early; its code names a sentence of the page. */
export class HarvestError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}

export type Listening = {
  url: string
  signal?: AbortSignal | undefined
  /** Which addresses may be reached: see `fetchPublic`. */
  mayReach?: ((address: string) => boolean) | undefined
  /** How long one second is, in milliseconds: tests do not wait. */
  second?: number
}

/** Of one answer, in bytes and milliseconds. */
const limits = { most: 20_000_000, within: 60_000 }
/** Seconds that a busy bank is waited for at once, and how often. */
const patience = { longest: 120, times: 5 }

/** What an OAI-PMH repository answers, as a tree; its errors stay in it. */
export async function askRepository(
  listening: Listening,
  asked: Record<string, string>,
): Promise<Element> {
  const url = new URL(listening.url)
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const body = await fetched(url.href, listening)
  const root = readLoosely(body)
  const answer = root && elementsNamed(root, 'OAI-PMH')[0]
  if (!answer) throw new HarvestError('not-oai')
  return answer
}

/** Waits as long as it is asked to, within reason. @see OAI-PMH 2.0, §3.1.2.2 */
async function fetched(url: string, listening: Listening): Promise<Buffer> {
  const { signal, mayReach, second = 1000 } = listening
  for (let times = 0; ; times += 1) {
    const { status, headers, body } = await fetchPublic(url, {
      ...limits,
      signal,
      ...(mayReach && { mayReach }),
    }).catch((error) => {
      if (error instanceof FetchFailure)
        throw new HarvestError(error.code, { what: error.what })
      throw error
    })
    if (status === 200) return body
    if (status !== 503 && status !== 429) throw new HarvestError('status', { status })
    const wait = secondsIn(headers['retry-after'])
    if (times >= patience.times || wait > patience.longest) throw new HarvestError('busy')
    await sleep(wait * second, undefined, signal ? { signal } : {})
  }
}

/** A number of seconds, or a date. @see RFC 9110, §10.2.3 */
function secondsIn(header: string | undefined): number {
  if (!header) return 10
  if (/^\d{1,6}$/.test(header.trim())) return Math.max(1, Number(header))
  const at = Date.parse(header)
  return Number.isNaN(at) ? 10 : Math.max(1, Math.ceil((at - Date.now()) / 1000))
}

/** What a repository says of itself, as far as a harvest needs it. */
export type Repository = {
  name: string
  /** Whether what is deleted there is told for good; otherwise all is asked for each time. */
  tellsDeletions: boolean
  /** Whether it only knows days. */
  inDays: boolean
  /** The richest format of those that we read. */
  prefix: string
  /** The instant of its answer, as it writes it: what the next harvest begins with. */
  now: string
}

export async function identify(listening: Listening): Promise<Repository> {
  const answer = await askRepository(listening, { verb: 'Identify' })
  const said = childNamed(answer, 'Identify')
  if (!said) throw new HarvestError('not-oai')
  const text = (name: string) => childNamed(said, name)?.text.trim() ?? ''
  return {
    name: text('repositoryName').slice(0, 200),
    tellsDeletions: text('deletedRecord').toLowerCase() === 'persistent',
    inDays: !/hh/i.test(text('granularity')),
    prefix: await choosePrefix(listening),
    now: childNamed(answer, 'responseDate')?.text.trim() ?? '',
  }
}

/** LOM where it is offered; every repository has Dublin Core. */
async function choosePrefix(listening: Listening): Promise<string> {
  const answer = await askRepository(listening, { verb: 'ListMetadataFormats' })
  const offered = elementsNamed(answer, 'metadataPrefix').map(({ text }) => text.trim())
  return ['lom', 'oai_lom', 'oai_dc'].find((each) => offered.includes(each)) ?? 'oai_dc'
}
