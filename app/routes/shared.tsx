import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import sharingEn from '#app/i18n/en/sharing.json'
import sharingFr from '#app/i18n/fr/sharing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { describeEdition } from '#app/services/sharing/describe-edition.server.ts'
import { previewEdition } from '#app/services/sharing/preview-edition.server.ts'
import { reachableEdition } from '#app/services/sharing/visibility.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { AdoptActions } from '#app/ui/sharing/adopt-actions.tsx'
import { EditionFacts } from '#app/ui/sharing/edition-facts.tsx'
import { EditionPreview } from '#app/ui/sharing/edition-preview.tsx'
import styles from '#app/ui/sharing/sharing.module.css'

export const loader = loads(async ({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:read')
  const { moduleId } = readParams(params, ModuleParams)
  const here = instance()
  const found = reachableEdition(here.bank, { moduleId, organisationId })
  if (!found) throw new UserError('module.not-found', { id: moduleId }, 404)
  const now = new Date()
  const previewed = new URL(request.url).searchParams.has('preview')
  return {
    edition: describeEdition(here.bank, found, { language: currentLanguage(request), now }),
    preview: previewed ? await previewEdition(here, found, now) : null,
  }
})

export const handle: PageHandle<{ edition: { facts: { title: string } } }> = {
  title: (_t, { edition }) => edition.facts.title,
}

/** A module as it was last published, as other organisations see it: to be read and used, not written. */
export default function Shared() {
  useOwnWords('sharing', { fr: sharingFr, en: sharingEn })
  const { t } = useTranslation('sharing')
  const { edition, preview } = useLoaderData<typeof loader>()
  const { title, summary } = edition.facts
  return (
    <div className="stack">
      <h1>{title}</h1>
      <p className="row">
        <span>{t('sharedBy', { organisation: edition.organisation })}</span>
        <span>{t('edition', { number: edition.number })}</span>
        <code className="soft">{edition.code}</code>
      </p>
      {summary && <p className={styles.lead}>{summary}</p>}
      <AdoptActions />
      <EditionPreview title={title} url={preview} ask="?preview=1#preview" />
      <EditionFacts edition={edition} />
    </div>
  )
}
