import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { redirect } from '#app/framework.ts'
import { acts } from '#app/http/handlers.server.ts'
import { languageCookie } from '#app/http/language.server.ts'
import { localPath } from '#app/http/local-path.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { currentMember } from '#app/http/require-member.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { chooseLanguage } from '#app/services/accounts/sessions.server.ts'

export function loader() {
  return redirect('/')
}

export const action = acts(async ({ request }) => {
  const { language, to } = await readForm(request, LanguageForm)
  const member = currentMember(request)
  if (member) chooseLanguage(instance().bank, member.personId, language)
  return redirect(localPath(to), { headers: { 'Set-Cookie': languageCookie(language) } })
})

const LanguageForm = z.object({ language: z.enum(languages), to: z.string().default('/') })
