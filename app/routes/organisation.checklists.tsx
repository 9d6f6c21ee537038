import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { ChecklistForm } from '#app/http/checklist-form.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import checklistsEn from '#app/i18n/en/checklists.json'
import checklistsFr from '#app/i18n/fr/checklists.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { keepChecklist, listChecklists } from '#app/services/review/checklists.server.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ChecklistEditor } from '#app/ui/review/checklist-editor.tsx'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'checklist:keep')
  const language = currentLanguage(request)
  return { checklists: listChecklists(instance().bank, { organisationId, language }) }
})

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'checklist:keep')
  const { intent, aspect, items } = await readForm(request, ChecklistForm)
  const acting = { organisationId, personId, now: new Date() }
  keepChecklist(instance().bank, { ...acting, aspect, items })
  return { done: intent, aspect }
})

export const handle: PageHandle = { title: (t) => t('areas.checklists') }

/** What an organisation has its reviewers look at, aspect by aspect. */
export default function OrganisationChecklists() {
  useOwnWords('checklists', { fr: checklistsFr, en: checklistsEn })
  const { t } = useTranslation(['checklists', 'modules'])
  const { checklists } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Refusal data={data} />
      {data && 'done' in data && (
        <Notice tone="ok" answers={data}>
          {t(`done.${data.done}`, { aspect: t(`modules:aspects.${data.aspect}`) })}
        </Notice>
      )}
      {checklists.map((list) => (
        <ChecklistEditor key={`${list.aspect} ${list.changedAt}`} checklist={list} />
      ))}
    </div>
  )
}
