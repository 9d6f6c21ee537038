import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import sharingEn from '#app/i18n/en/sharing.json'
import sharingFr from '#app/i18n/fr/sharing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listModules, type ModuleSubject } from '#app/services/modules/list-modules.server.ts'
import { forkModule } from '#app/services/reuse/fork.server.ts'
import { may } from '#app/services/rights.ts'
import { describeEdition } from '#app/services/sharing/describe-edition.server.ts'
import { previewEdition } from '#app/services/sharing/preview-edition.server.ts'
import {
  type ReachableEdition,
  reachableEdition,
} from '#app/services/sharing/visibility.server.ts'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { AdoptActions } from '#app/ui/sharing/adopt-actions.tsx'
import { EditionFacts } from '#app/ui/sharing/edition-facts.tsx'
import { EditionPreview } from '#app/ui/sharing/edition-preview.tsx'
import styles from '#app/ui/sharing/sharing.module.css'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { moduleId } = readParams(params, ModuleParams)
  const here = instance()
  const found = reachableEdition(here.bank, { moduleId, organisationId })
  if (!found) throw new UserError('module.not-found', { id: moduleId }, 404)
  const now = new Date()
  const previewed = new URL(request.url).searchParams.has('preview')
  return {
    edition: describeEdition(here.bank, found, { language: currentLanguage(request), now }),
    preview: previewed ? await previewEdition(here, found, now) : null,
    paths: listModules(here.bank, organisationId, isPath).map(({ id, title }) => ({
      id,
      title,
    })),
    mayWrite: may(member, 'module:write'),
    mayFork: may(member, 'module:create') && mayAdapt(found),
  }
})

const isPath = ({ facts }: ModuleSubject) => facts.kind === 'path'

function mayAdapt({ revision }: ReachableEdition): boolean {
  return licenceOf(revision.facts.licence)?.permits.adapt === true
}

const ForkForm = z.object({
  intent: z.literal('fork'),
  title: z.string().trim().min(1).max(200),
})

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId, name } = requireMember(request, 'module:create')
  const { moduleId } = readParams(params, ModuleParams)
  const { title } = await readForm(request, ForkForm)
  const author = { id: personId, name }
  const asked = { moduleId, organisationId, title, author, now: new Date() }
  return redirect(`/modules/${forkModule(instance().bank, asked)}`)
})

export const handle: PageHandle<{ edition: { facts: { title: string } } }> = {
  title: (_t, { edition }) => edition.facts.title,
}

/** A module as it was last published, as other organisations see it: to be read and used, not written. */
export default function Shared() {
  useOwnWords('sharing', { fr: sharingFr, en: sharingEn })
  const { t } = useTranslation('sharing')
  const { edition, preview, ...adopting } = useLoaderData<typeof loader>()
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
      <Refusal data={useActionData<typeof action>()} />
      <AdoptActions title={title} {...adopting} />
      <EditionPreview title={title} url={preview} ask="?preview=1#preview" />
      <EditionFacts edition={edition} />
    </div>
  )
}
