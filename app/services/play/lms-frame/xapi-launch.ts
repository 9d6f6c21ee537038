import { uuidv7 } from '#packaging/player/traces/uuid.ts'
import type { Start, ToldStatement } from './messages.ts'

/** Milliseconds between two looks at what the LRS was told. */
const lookEvery = 1000

type Lrs = { endpoint: string; fetch: string; auth: string }

/**
 * Launches the package as an LMS over xAPI does, in the LRS of try-outs of this origin.
 *
 * @param onStatement called with each statement of this launch, in the order they arrive
 * @returns what the address of the package ends with
 */
export async function launchOverXapi(
  { standard, key, tryOut, reset }: Start,
  onStatement: (statement: ToldStatement) => void,
): Promise<string> {
  const lrs = await openLrs(tryOut.network === 'slow')
  const launch = {
    registration: registrationOf(key, reset),
    activityId: `${location.origin}/try/${key}`,
    actor: JSON.stringify(actor),
  }
  const unit = standard === 'cmi5' ? await readUnit() : null
  if (unit) await leaveLaunchData(lrs, launch, { ...unit, launchMode: modes[tryOut.mode] })
  await follow(lrs, launch.registration, onStatement)
  const { endpoint, fetch, auth } = lrs
  const own = unit ? { fetch } : { auth, activity_id: launch.activityId }
  return `?${new URLSearchParams({ endpoint, ...launch, ...own })}`
}

const actor = {
  objectType: 'Agent',
  account: { homePage: location.origin, name: 'try' },
  name: 'Camille Essai',
}

const modes = { normal: 'Normal', review: 'Review', browse: 'Browse' }

async function openLrs(isSlow: boolean): Promise<Lrs> {
  const base = new URL(isSlow ? 'slow/' : './', location.href).href
  const fetchAddress = new URL('token', location.href).href
  const answer = await (await fetch(fetchAddress, { method: 'POST' })).json()
  return {
    endpoint: `${base}lrs/`,
    fetch: fetchAddress,
    auth: `Basic ${answer['auth-token']}`,
  }
}

/** What the course structure says of its unit. @see cmi5 (Quartz) §13.1.4 */
async function readUnit() {
  const text = await (await fetch('files/cmi5.xml')).text()
  const unit = new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('au')[0]
  const mastery = unit?.getAttribute('masteryScore')
  return {
    contextTemplate: {
      contextActivities: { grouping: [{ id: unit?.getAttribute('id') ?? location.origin }] },
      extensions: {
        'https://w3id.org/xapi/cmi5/context/extensions/sessionid': uuidv7(Date.now()),
      },
    },
    moveOn: unit?.getAttribute('moveOn') ?? 'NotApplicable',
    launchMethod: 'AnyWindow',
    ...(mastery && { masteryScore: Number(mastery) }),
  }
}

/** @see cmi5 (Quartz) §10.1 */
async function leaveLaunchData(
  lrs: Lrs,
  {
    activityId,
    registration,
    actor: agent,
  }: Record<'activityId' | 'registration' | 'actor', string>,
  data: object,
): Promise<void> {
  const query = { stateId: 'LMS.LaunchData', activityId, registration, agent }
  await ask(lrs, `activities/state?${new URLSearchParams(query)}`, {
    method: 'PUT',
    body: JSON.stringify(data),
  })
}

/** Looks again and again; what was told before this launch belongs to the story of another. */
async function follow(
  lrs: Lrs,
  registration: string,
  onStatement: (statement: ToldStatement) => void,
): Promise<void> {
  const told = new Set((await read(lrs, registration)).map(({ id }) => id))
  const look = async () => {
    for (const statement of await read(lrs, registration)) {
      if (told.has(statement.id)) continue
      told.add(statement.id)
      onStatement(statement)
    }
    setTimeout(look, lookEvery)
  }
  setTimeout(look, lookEvery)
}

/** In the order they were stored; the latest five hundred of an attempt. */
async function read(lrs: Lrs, registration: string): Promise<ToldStatement[]> {
  const query = new URLSearchParams({ registration, limit: '500' })
  try {
    const response = await ask(lrs, `statements?${query}`)
    return response.ok ? (await response.json()).statements.reverse() : []
  } catch {
    return []
  }
}

/** As the LMS, which the learner's session and their network do not concern. */
function ask({ auth }: Lrs, path: string, request: RequestInit = {}): Promise<Response> {
  return fetch(`records/${path}`, {
    ...request,
    headers: {
      Authorization: auth,
      'Content-Type': 'application/json',
      'X-Experience-API-Version': '1.0.3',
    },
  })
}

/** The same for each launch until the attempt is forgotten: what an LMS calls a registration. */
function registrationOf(key: string, reset: boolean): string {
  const name = `registration ${key}`
  const kept = reset ? null : localStorage.getItem(name)
  const registration = kept ?? uuidv7(Date.now())
  localStorage.setItem(name, registration)
  return registration
}
