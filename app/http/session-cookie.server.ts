import { instance } from '#app/db/instance.server.ts'
import { sessionDays } from '#app/services/accounts/sessions.server.ts'

/** Over HTTPS the name itself (`__Host-`) keeps another subdomain from setting it. */
function cookieName(): string {
  return secure() ? '__Host-session' : 'session'
}

function secure(): boolean {
  return instance().settings.publicUrl.startsWith('https:')
}

export function readSessionCookie(request: Request): string | null {
  return readCookie(request.headers.get('Cookie'), cookieName())
}

export function sessionCookie(token: string): string {
  return `${cookieName()}=${token}; ${attributes()}; Max-Age=${sessionDays * 86_400}`
}

export function endedSessionCookie(): string {
  return `${cookieName()}=; ${attributes()}; Max-Age=0`
}

export function readCookie(header: string | null | undefined, name: string): string | null {
  const pair = (header ?? '').split(/;\s*/).find((each) => each.startsWith(`${name}=`))
  return pair ? pair.slice(name.length + 1) : null
}

function attributes(): string {
  return `Path=/; HttpOnly; SameSite=Lax${secure() ? '; Secure' : ''}`
}
