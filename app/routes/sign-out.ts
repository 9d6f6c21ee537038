import { instance } from '#app/db/instance.server.ts'
import { type ActionFunctionArgs, redirect } from '#app/framework.ts'
import { endedSessionCookie, readSessionCookie } from '#app/http/session-cookie.server.ts'
import { closeSession } from '#app/services/accounts/sessions.server.ts'

export function loader() {
  return redirect('/')
}

export function action({ request }: ActionFunctionArgs) {
  const token = readSessionCookie(request)
  if (token) closeSession(instance().bank, token)
  return redirect('/sign-in', { headers: { 'Set-Cookie': endedSessionCookie() } })
}
