import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData, useNavigate } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import archiveEn from '#app/i18n/en/archive.json'
import archiveFr from '#app/i18n/fr/archive.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { findMaking, startArchive } from '#app/services/archive/archive-work.server.ts'
import { listArchivable } from '#app/services/archive/list-archivable.server.ts'
import { ExportCard } from '#app/ui/archive/export-card.tsx'
import { MadeArchive } from '#app/ui/archive/made-archive.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { SendCard } from '#app/ui/uploads/send-card.tsx'
import { useAskingAgain } from '#app/ui/use-asking-again.ts'

export const loader = loads(async ({ request }) => {
  const { organisationId } = requireMember(request, 'archive:manage')
  const making = await findMaking(organisationId)
  if (making?.state !== 'ready') return { modules: modulesOf(organisationId), making }
  const { path: _, ...ready } = making
  return { modules: modulesOf(organisationId), making: ready }
})

const ExportForm = z.object({
  which: z.enum(['all', 'chosen']),
  modules: z.array(z.string().max(40)).max(10_000).default([]),
})

export const action = acts(async ({ request }) => {
  const { organisationId, organisationName } = requireMember(request, 'archive:manage')
  const { which, modules } = await readForm(request, ExportForm)
  const all = modulesOf(organisationId).map(({ id }) => id)
  const moduleIds = which === 'all' ? all : modules
  if (moduleIds.length === 0) throw new UserError('archive.nothing-chosen')
  const stranger = moduleIds.find((id) => !all.includes(id))
  if (stranger) throw new UserError('module.not-found', { id: stranger }, 404)
  const wanted = { organisationId, organisationName, moduleIds, now: new Date() }
  await startArchive(instance(), wanted)
  return { started: true }
})

function modulesOf(organisationId: string) {
  return listArchivable(instance().bank, organisationId)
}

export const handle: PageHandle = { title: (t) => t('areas.archive') }

/** Modules handed over to another bank, or taken from one. */
export default function Archive() {
  useOwnWords('archive', { fr: archiveFr, en: archiveEn })
  const { t } = useTranslation('archive')
  const { modules, making } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const navigate = useNavigate()
  const busy = making?.state === 'making'
  useAskingAgain(busy)
  const words = {
    title: t('import.title'),
    file: t('import.file'),
    hint: t('import.hint'),
    sending: t('import.sending'),
    interrupted: t('import.interrupted'),
    stop: t('import.stop'),
    button: t('import.button'),
  }
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Refusal data={answer} />
      {making && <MadeArchive making={making} />}
      <ExportCard modules={modules} busy={busy} />
      <SendCard
        words={words}
        accept=".zip"
        onSent={(id) => navigate(`/organisation/archive/${id}`)}
      />
    </div>
  )
}
