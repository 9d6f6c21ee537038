import { json } from '#app/framework.ts'
import { enter } from '#app/http/enter.server.ts'
import { acts } from '#app/http/handlers.server.ts'

/** Signs in from a page that must not be left, because something on it is not saved yet. */
export const action = acts(async (asked) => {
  const { headers } = await enter(asked)
  return json({ signedIn: true }, { headers })
})
