import { DocumentError } from '#content-schema/document.ts'

type RefusalCode =
  | keyof typeof import('#app/i18n/en/errors.json')
  | keyof typeof import('#app/i18n/en/api-errors.json')
  | keyof typeof import('#app/i18n/en/browser-errors.json')

/**
 * A refusal the user can act on. `code` names a sentence in `i18n/{fr,en}/errors.json`, in
 * `api-errors.json` where only programs meet it, or in `browser-errors.json` where a page also says
 * it by itself; `message` is for the logs.
 */
export class UserError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Record<string, string | number> = {},
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 = 422,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}

/**
 * What a person is told of an error; `null` for one that is ours. A stored document that this program
 * cannot read, such as one of a later version, is said wherever it is met.
 */
export function asUserError(error: unknown): UserError | null {
  if (error instanceof UserError) return error
  return error instanceof DocumentError ? new UserError(error.code, error.params) : null
}
