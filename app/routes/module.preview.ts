import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { screenLanguage } from '#app/i18n/languages.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { openDraftPreview } from '#app/services/play/open-package.server.ts'

/** Where the draft can be played as it was last saved, in the real player. */
export const loader = loads(async ({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const here = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { draft, ownerId } = findHeld(here.bank, key)
  const language = screenLanguage(draft.facts.language)
  const whose = { draft, organisationId: ownerId }
  const url = await openDraftPreview(here, { ...whose, language, now: new Date() })
  return { url }
})
