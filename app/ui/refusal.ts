import type { SaidRefusal } from './notice.tsx'

/** The server said no, with a reason the author can read. */
export class Refusal extends Error {
  constructor(readonly refusal: SaidRefusal) {
    super(refusal.code)
  }
}

/** The reason in an answer of the server; that it failed, when it gives none. */
export function refusalIn(text: string): Refusal['refusal'] {
  try {
    return (JSON.parse(text) as Partial<Refusal>).refusal ?? failed
  } catch {
    return failed
  }
}

const failed = { code: 'server.failed', params: {} }
