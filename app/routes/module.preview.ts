import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { screenLanguage } from '#app/i18n/languages.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { openDraftPreview } from '#app/services/play/open-package.server.ts'

/** Where the draft can be played as it was last saved, in the real player. */
export const loader = loads(async ({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const here = instance()
  const draft = findDraft(here.bank, { ...readParams(params, ModuleParams), organisationId })
  const language = screenLanguage(draft.facts.language)
  const url = await openDraftPreview(here, { draft, organisationId, language, now: new Date() })
  return { url }
})
