import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '#app/framework.ts'
import { asUserError, type UserError } from './user-error.ts'

/** What a refused action sends back: the form stays as it was, with the sentence above it. */
export type Refusal = { code: string; params: Record<string, string | number> }

/** A loader whose refusals become a page of their own, with the right status. */
export function loads<T>(read: (args: LoaderFunctionArgs) => T | Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await read(args)
    } catch (error) {
      const refused = asUserError(error)
      if (!refused) throw error
      const body = JSON.stringify(refusalOf(refused))
      throw new Response(body, {
        status: refused.status,
        headers: { 'Content-Type': 'application/json' },
      })
    }
  }
}

/** An action whose refusals are shown on the page it was sent from. */
export function acts<T>(perform: (args: ActionFunctionArgs) => T | Promise<T>) {
  return async (args: ActionFunctionArgs) => {
    try {
      return await perform(args)
    } catch (error) {
      const refused = asUserError(error)
      if (!refused) throw error
      return json({ refusal: refusalOf(refused) }, { status: refused.status })
    }
  }
}

function refusalOf({ code, params }: UserError): Refusal {
  return { code, params }
}
