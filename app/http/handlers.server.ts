import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '#app/framework.ts'
import { said } from './said-refusal.server.ts'
import { asUserError } from './user-error.ts'

/** A loader whose refusals become a page of their own, with the right status. */
export function loads<T>(read: (args: LoaderFunctionArgs) => T | Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await read(args)
    } catch (error) {
      const refused = asUserError(error)
      if (!refused) throw error
      const body = JSON.stringify(said(args.request, refused))
      throw new Response(body, {
        status: refused.status,
        headers: { 'Content-Type': 'application/json' },
      })
    }
  }
}

/** An action whose refusals are shown on the page it was sent from: the form stays as it was. */
export function acts<T>(perform: (args: ActionFunctionArgs) => T | Promise<T>) {
  return async (args: ActionFunctionArgs) => {
    try {
      return await perform(args)
    } catch (error) {
      const refused = asUserError(error)
      if (!refused) throw error
      return json({ refusal: said(args.request, refused) }, { status: refused.status })
    }
  }
}
