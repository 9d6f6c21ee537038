/**
 * A request that the endpoint will not carry out. `code` is for programs, `message` for whoever
 * reads the log of the client: it names the place in the statement and the rule.
 */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 429 | 501 | 503,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
