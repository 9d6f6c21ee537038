import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { rightsIn } from '#app/http/rights-form.server.ts'
import { foundRights } from '#app/services/assets/found-rights.server.ts'
import { readFile } from '#app/services/assets/library.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { replaceEverywhere } from '#app/services/assets/replace-everywhere.server.ts'
import { rightsChoices } from '#app/services/assets/rights-choices.server.ts'
import { may } from '#app/services/rights.ts'
import { CopyCredit } from '#app/ui/media/copy-credit.tsx'
import { FileFacts } from '#app/ui/media/file-facts.tsx'
import { FilePreview } from '#app/ui/media/file-preview.tsx'
import { FileUses } from '#app/ui/media/file-uses.tsx'
import styles from '#app/ui/media/media.module.css'
import { ReplacePanel } from '#app/ui/media/replace-panel.tsx'
import { RightsFields } from '#app/ui/media/rights-fields.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useInBrowser } from '#app/ui/use-in-browser.ts'

const FileParams = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) })

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'asset:read')
  const { digest } = readParams(params, FileParams)
  const { organisationId } = member
  const { bank, settings } = instance()
  const read = readFile(bank, { digest, organisationId, now: new Date() })
  return {
    ...read,
    choices: rightsChoices(bank, organisationId),
    embedded: await foundRights(
      { bank, dataDir: settings.dataDir },
      { ...read.file, organisationId },
    ),
    mayWrite: may(member, 'module:write'),
  }
})

const FileForm = z.discriminatedUnion('intent', [
  z.looseObject({ intent: z.literal('rights') }),
  z.object({ intent: z.literal('replace'), by: z.string() }),
])

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'module:write')
  const { digest } = readParams(params, FileParams)
  const form = await readForm(request, FileForm)
  const key = { digest, organisationId, personId, now: new Date() }
  if (form.intent === 'replace') {
    const { by } = form as { by: string }
    return { by, replaced: replaceEverywhere(instance().bank, { ...key, by }) }
  }
  recordRights(instance().bank, { ...key, record: rightsIn(form) })
  return { done: true }
})

export const handle: PageHandle = { title: (t) => t('media') }

export default function MediaFile() {
  const { t } = useTranslation('media')
  const { file, uses, editions, choices, embedded, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const inBrowser = useInBrowser()
  return (
    <div className="stack">
      <p>
        <Link to="/media">{t('file.back')}</Link>
      </p>
      <h1>{file.rights.title || t('untitled')}</h1>
      <Refusal data={answer} />
      {answer && 'done' in answer && (
        <Notice tone="ok" answers={answer}>
          {t('saved')}
        </Notice>
      )}
      {answer && 'replaced' in answer && <Replaced {...answer} />}
      <div className={styles.file}>
        <FilePreview file={file} />
        <FileFacts file={file} />
      </div>
      <section className="card" aria-labelledby="rights">
        <h2 id="rights">{t('search.rights')}</h2>
        <Form method="post" key={file.digest}>
          <input type="hidden" name="intent" value="rights" />
          <RightsFields
            rights={file.rights}
            {...choices}
            embedded={embedded}
            mayWrite={mayWrite}
          />
        </Form>
        <h3 className={styles.creditTitle}>{t('credit')}</h3>
        <CopyCredit rights={file.rights} />
      </section>
      <FileUses uses={uses} editions={editions} />
      {mayWrite && inBrowser && uses.length > 0 && (
        <ReplacePanel key={file.digest} file={file} uses={uses} />
      )}
    </div>
  )
}

type ReplacedProps = { by: string; replaced: { title: string; done: boolean }[] }

function Replaced({ by, replaced }: ReplacedProps) {
  const { t } = useTranslation('media')
  const failed = replaced.filter(({ done }) => !done).map(({ title }) => title)
  return (
    <Notice tone={failed.length > 0 ? 'warn' : 'ok'} answers={replaced}>
      <p>{t('replace.done', { count: replaced.length - failed.length })}</p>
      {failed.length > 0 && <p>{t('replace.failed', { titles: failed.join(', ') })}</p>}
      <p>
        <Link to={`/media/${by}`}>{t('replace.seeNew')}</Link>
      </p>
    </Notice>
  )
}
