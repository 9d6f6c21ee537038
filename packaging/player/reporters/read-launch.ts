import type { XapiLaunch } from './reporter.ts'

/**
 * Reads the address an xAPI launch opened the module with; `null` when it is no launch.
 *
 * The oldest launches give the actor's members as arrays (`"mbox":["mailto:…"]`) and accounts in
 * another form; both are made plain.
 *
 * @see Rustici Software, Tin Can API launch method
 */
export function readLaunch(search: string): XapiLaunch | null {
  const query = new URLSearchParams(search)
  const endpoint = query.get('endpoint')
  const actor = readActor(query.get('actor'))
  if (!endpoint || !/^https?:\/\//.test(endpoint) || !actor) return null
  return {
    endpoint,
    auth: query.get('auth') ?? '',
    actor,
    registration: uuidOrNull(query.get('registration')),
    activityId: query.get('activity_id'),
  }
}

function readActor(text: string | null): Record<string, unknown> | null {
  try {
    const actor: unknown = JSON.parse(text ?? '')
    return typeof actor === 'object' && actor !== null ? plainActor(actor) : null
  } catch {
    return null
  }
}

function plainActor(actor: object): Record<string, unknown> {
  const members = Object.entries(actor).map(([name, value]): [string, unknown] => {
    const first: unknown = Array.isArray(value) && name !== 'member' ? value[0] : value
    return [name, name === 'account' ? plainAccount(first) : first]
  })
  const kept = members.filter(([, value]) => value !== undefined && value !== null)
  const plain = Object.fromEntries(kept)
  return { ...plain, objectType: plain.objectType === 'Group' ? 'Group' : 'Agent' }
}

/** `accountServiceHomePage` and `accountName` were the names before xAPI 1.0. */
function plainAccount(account: unknown): unknown {
  if (typeof account !== 'object' || account === null) return undefined
  const given = account as Record<string, unknown>
  const homePage = given.homePage ?? given.accountServiceHomePage
  const name = given.name ?? given.accountName
  return homePage && name ? { homePage, name } : undefined
}

function uuidOrNull(text: string | null): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '') ? text : null
}
