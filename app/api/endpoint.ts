import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Instance } from '#app/db/instance.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Action, ApiCaller } from '#app/services/rights.ts'

/** A request whose caller is known and whose parts have the shape that the endpoint says. */
export type Call<Path, Query, Body> = {
  here: Instance
  caller: ApiCaller
  language: Language
  now: Date
  path: Path
  query: Query
  body: Body
  request: Request
  response: Response
}

export type Answer = { status: number; body: unknown }

/** What a status is answered with: JSON, or the file itself. */
export type AnswerSaid = { description: string; schema: z.ZodType | 'file' }

type Object = z.ZodObject

/** One thing that can be asked; the router and the description are both made from it. */
export type Endpoint<P extends Object = Object, Q extends Object = Object, B = unknown> = {
  method: 'get' | 'post' | 'delete'
  /** Below `/api/v1`, as OpenAPI writes it: `/modules/{code}`. */
  path: string
  operationId: string
  summary: string
  description?: string
  needs: Action
  parameters: P
  query: Q
  /** JSON of this shape, a zip, or nothing. */
  body: z.ZodType<B> | 'zip' | null
  /** Requests that it counts for. */
  cost: number
  answers: Record<number, AnswerSaid>
  /** `null` when it has answered by itself, as one that sends a file does. */
  answer: (call: Call<z.infer<P>, z.infer<Q>, B>) => Answer | null | Promise<Answer | null>
}

/** So that each endpoint's own shapes are known where it answers, and forgotten in their list. */
export function endpoint<P extends Object, Q extends Object, B = null>(
  given: Endpoint<P, Q, B>,
): Endpoint {
  return given as unknown as Endpoint
}
