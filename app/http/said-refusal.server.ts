import type { Request as ExpressRequest } from 'express'
import { sentences } from '#app/i18n/sentences.server.ts'
import { currentLanguage } from './language.server.ts'
import type { UserError } from './user-error.ts'

/** A refusal as it is sent: its sentence is in the language of whoever asked, so that no page carries them all. */
export type SaidRefusal = { code: string; sentence: string }

export type Refused = Pick<UserError, 'code' | 'params'>

export function said(request: Request, { code, params }: Refused): SaidRefusal {
  return { code, sentence: sentences(currentLanguage(request)).refusal({ code, params }) }
}

/** As {@link said}, where the request did not go through Remix. */
export function saidTo(
  { headers }: Pick<ExpressRequest, 'headers'>,
  refused: Refused,
): SaidRefusal {
  const { cookie = '', 'accept-language': language = '' } = headers
  const asked = { headers: { Cookie: cookie, 'Accept-Language': language } }
  return said(new Request('http://application.invalid/', asked), refused)
}
