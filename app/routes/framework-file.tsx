import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, useActionData, useLoaderData } from '#app/framework.ts'
import { arrivedFile } from '#app/http/arrived-uploads.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { UploadParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { said } from '#app/http/said-refusal.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import {
  type FileReading,
  lookIntoFile,
  searchEntries,
} from '#app/services/competencies/files/look-into-file.server.ts'
import { importFrameworkFile } from '#app/services/competencies/import-framework.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { EntryChoice } from '#app/ui/competencies/entry-choice.tsx'
import { useCompetencyWords } from '#app/ui/competencies/use-competency-words.ts'
import { WholeFramework } from '#app/ui/competencies/whole-framework.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useAskingAgain } from '#app/ui/use-asking-again.ts'

/** Entries shown at once: whoever looks for another says more of it. */
const shownEntries = 50

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'framework:import')
  const { uploadId } = readParams(params, UploadParams)
  const { path, name } = await arrivedFile(instance(), member, uploadId)
  const search = new URL(request.url).searchParams
  const q = (search.get('q') ?? '').slice(0, 200)
  const active = search.get('all') !== 'yes'
  return {
    name,
    q,
    active,
    ...shownOf(request, lookIntoFile(path), { q, active }, member.organisationId),
  }
})

/** What of a reading a page needs: of a national register, only the entries that are asked for. */
function shownOf(
  request: Request,
  reading: FileReading,
  search: { q: string; active: boolean },
  organisationId: string,
) {
  if (reading.state === 'refused')
    return { reading: { ...reading, refusal: said(request, reading.refusal) }, entries: null }
  if (reading.state !== 'read' || reading.content.format !== 'register')
    return { reading, entries: null }
  const { entries } = reading.content
  const found = searchEntries(entries, search)
  const known = new Map(
    listFrameworks(instance().bank, organisationId).map(({ code, id }) => [code, id]),
  )
  const shown = found.slice(0, shownEntries)
  return {
    reading: { state: 'chosen' as const },
    entries: {
      total: entries.length,
      found: found.length,
      shown: shown.map((entry) => ({ ...entry, frameworkId: known.get(entry.code) ?? null })),
    },
  }
}

const ChoiceForm = z.object({ entries: z.array(z.string().max(40)).max(200).optional() })

export const action = acts(async ({ request, params }) => {
  const member = requireMember(request, 'framework:import')
  const { uploadId } = readParams(params, UploadParams)
  const { path } = await arrivedFile(instance(), member, uploadId)
  const { entries } = await readForm(request, ChoiceForm)
  const { organisationId } = member
  const { bank } = instance()
  const chosen = entries && { entries }
  const codes = await importFrameworkFile(bank, {
    path,
    ...chosen,
    organisationId,
    now: new Date(),
  })
  const known = listFrameworks(bank, organisationId)
  return { imported: known.filter(({ code }) => codes.includes(code)) }
})

export const handle: PageHandle = { title: (t) => t('competencies:import') }

/** What stands in a file that arrived, and what of it is to be imported. */
export default function FrameworkFilePage() {
  useCompetencyWords()
  const { t } = useTranslation('referentials')
  const { name, reading, entries, q, active } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <p>
        <Link to="/frameworks">{t('file.back')}</Link>
      </p>
      <h1>{name}</h1>
      <Refusal data={answer} />
      {answer && 'imported' in answer && (
        <Imported frameworks={answer.imported} answer={answer} />
      )}
      {reading.state === 'reading' && <Reading share={reading.share} />}
      {reading.state === 'refused' && <Refusal data={reading} />}
      {entries && <EntryChoice {...entries} q={q} active={active} />}
      {reading.state === 'read' && <WholeFramework content={reading.content} />}
    </div>
  )
}

type ImportedProps = {
  frameworks: { id: string; code: string; title: string }[]
  answer: unknown
}

function Imported({ frameworks, answer }: ImportedProps) {
  const { t } = useTranslation('referentials')
  return (
    <Notice tone="ok" answers={answer}>
      {t('file.imported', { count: frameworks.length })}
      <ul>
        {frameworks.map(({ id, code, title }) => (
          <li key={id}>
            <Link to={`/frameworks/${id}`}>
              {code} · {title}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Asks again until all is read. */
function Reading({ share }: { share: number }) {
  const { t } = useTranslation('referentials')
  const { percent } = useFormat()
  useAskingAgain(true)
  return (
    <p className="card" role="status">
      {t('file.reading')}{' '}
      <progress value={share} max={1}>
        {percent(share)}
      </progress>
    </p>
  )
}
