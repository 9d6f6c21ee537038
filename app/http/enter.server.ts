import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { readForm } from './read-form.server.ts'
import { sessionCookie } from './session-cookie.server.ts'

const SignInForm = z.object({
  email: z.string().max(200),
  password: z.string().max(500),
  to: z.string().default('/'),
})

type Asked = { request: Request; context: { address?: unknown } }

/**
 * Signs in whoever filled the form: where they wanted to go, and the header that opens the session.
 *
 * @throws UserError as `signIn` does
 */
export async function enter({ request, context }: Asked) {
  const { email, password, to } = await readForm(request, SignInForm)
  const address = String(context.address ?? '')
  const token = await signIn(instance().bank, { email, password, address, now: new Date() })
  return { to, headers: { 'Set-Cookie': sessionCookie(token) } }
}
