import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { type MetaFunction, useActionData, useLoaderData } from '#app/framework.ts'
import { alternates, cataloguePath } from '#app/http/catalogue-address.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { UserError } from '#app/http/user-error.ts'
import catalogueEn from '#app/i18n/en/catalogue.json'
import sharingEn from '#app/i18n/en/sharing.json'
import catalogueFr from '#app/i18n/fr/catalogue.json'
import sharingFr from '#app/i18n/fr/sharing.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { describeEdition } from '#app/services/sharing/describe-edition.server.ts'
import { learningResource } from '#app/services/sharing/learning-resource.ts'
import { previewEdition } from '#app/services/sharing/preview-edition.server.ts'
import { publicByCode } from '#app/services/sharing/visibility.server.ts'
import { sendVisitorMessage } from '#app/services/sharing/visitor-messages.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ContactForm } from '#app/ui/sharing/contact-form.tsx'
import { EditionFacts } from '#app/ui/sharing/edition-facts.tsx'
import { EditionPreview } from '#app/ui/sharing/edition-preview.tsx'
import styles from '#app/ui/sharing/sharing.module.css'
import { useCatalogueLink } from '#app/ui/sharing/use-catalogue-link.ts'
import { activities } from '#content-schema/statements/activities.ts'

const Params = z.object({
  organisationId: z.string().min(1).max(40),
  code: z.string().min(1).max(80),
})

export const loader = loads(async ({ request, params }) => {
  const here = instance()
  const found = publicByCode(here.bank, readParams(params, Params))
  if (!found) throw new UserError('page.not-found', {}, 404)
  const now = new Date()
  const edition = describeEdition(here.bank, found, { language: currentLanguage(request), now })
  const url = `${here.settings.publicUrl}${cataloguePath(edition)}`
  const previewed = new URL(request.url).searchParams.has('preview')
  return {
    edition,
    url,
    previewed,
    resource: learningResource({
      ...{ edition, url },
      provider: `${here.settings.publicUrl}/catalogue?organisation=${edition.organisationId}`,
      iri: activities.edition(here.iriBase, edition.moduleId, found.edition),
    }),
    preview: previewed ? await previewEdition(here, found, now) : null,
  }
})

const MessageForm = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(200),
  body: z.string().trim().min(1).max(4000),
  /** Out of sight: only programs fill it. */
  website: z.string().max(0).default(''),
})

export const action = acts(async ({ request, params, context }) => {
  const { bank } = instance()
  const found = publicByCode(bank, readParams(params, Params))
  if (!found) throw new UserError('page.not-found', {}, 404)
  const { website: _, ...form } = await readForm(request, MessageForm)
  const address = String((context as { address?: unknown }).address ?? '')
  sendVisitorMessage(bank, { ...form, moduleId: found.moduleId, address, now: new Date() })
  return { sent: true }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { edition, url, resource, previewed } = data
  const { title, summary, objective, language } = edition.facts
  const description = summary || objective
  return [
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    ...alternates(url).map((each) => ({ tagName: 'link', rel: 'alternate', ...each }) as const),
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: url },
    { property: 'og:site_name', content: 'Grainothèque' },
    { property: 'og:locale', content: language },
    ...(previewed ? [{ name: 'robots', content: 'noindex' }] : []),
    { 'script:ld+json': resource },
  ]
}

export const handle: PageHandle<{ edition: { facts: { title: string } } }> = {
  title: (_t, { edition }) => edition.facts.title,
}

/** A public module, for whoever passes by. */
export default function CatalogueModule() {
  useOwnWords('catalogue', { fr: catalogueFr, en: catalogueEn })
  useOwnWords('sharing', { fr: sharingFr, en: sharingEn })
  const { t } = useTranslation('sharing')
  const link = useCatalogueLink()
  const { edition, preview } = useLoaderData<typeof loader>()
  const { title, summary, language } = edition.facts
  return (
    <article className="stack">
      <h1 lang={language}>{title}</h1>
      <p>{t('sharedBy', { organisation: edition.organisation })}</p>
      {summary && (
        <p className={styles.lead} lang={language}>
          {summary}
        </p>
      )}
      <EditionPreview title={title} url={preview} ask={`${link('?preview=1')}#preview`} />
      <EditionFacts edition={edition} />
      <ContactForm
        organisation={edition.organisation}
        answer={useActionData<typeof action>()}
      />
    </article>
  )
}
