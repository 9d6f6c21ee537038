import type { XapiLaunch } from './reporter.ts'

/** Whom an LRS is asked as, and where it is. */
export type LrsAccess = Pick<XapiLaunch, 'endpoint' | 'auth'>

/** An LRS that takes longer is not waited for: the module starts from what this browser kept. */
const patience = 4000

export function lrsAddress(
  { endpoint }: LrsAccess,
  path: string,
  query: Record<string, string> = {},
): string {
  const named = new URLSearchParams(query)
  return `${endpoint.replace(/\/$/, '')}/${path}${named.size ? `?${named}` : ''}`
}

/** `null` when the LRS does not answer, or not in time. */
export async function askLrs(
  { auth }: LrsAccess,
  address: string,
  options: RequestInit & { type?: string } = {},
): Promise<Response | null> {
  const { type = 'text/plain', ...request } = options
  return waitFor(address, {
    ...request,
    headers: {
      Authorization: auth,
      'X-Experience-API-Version': '1.0.3',
      ...(request.body !== undefined && { 'Content-Type': type }),
    },
  })
}

export async function waitFor(address: string, options: RequestInit): Promise<Response | null> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    return await fetch(address, { credentials: 'omit', signal: giveUp.signal, ...options })
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
