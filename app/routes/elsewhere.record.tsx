import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import harvestEn from '#app/i18n/en/harvest.json'
import harvestFr from '#app/i18n/fr/harvest.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readElsewhere } from '#app/services/harvest/search-elsewhere.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { licence } from '#content-schema/licences/catalogue.ts'

const Params = z.object({ recordId: z.coerce.number().int().min(1) })

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:read')
  const { recordId } = readParams(params, Params)
  const record = readElsewhere(instance().bank, { recordId, organisationId })
  const known = record.licence === null ? null : licence(record.licence)
  return { record, name: known?.name ?? null }
})

export const handle: PageHandle<{ record: { title: string } }> = {
  title: (_, { record }) => record.title,
}

/** A record of another bank: what it says, and the way to it. All of it is text. */
export default function ElsewhereRecord() {
  useOwnWords('harvest', { fr: harvestFr, en: harvestEn })
  const { t, i18n } = useTranslation('harvest')
  const { record, name } = useLoaderData<typeof loader>()
  const { title, description, authors, subjects, language, address, rights, source } = record
  const facts = [
    ['source', source],
    ['authors', authors.join(', ')],
    ['subjects', subjects.join(', ')],
    ['language', language],
    ['rights', rights],
    ['licence', name ? name[i18n.language === 'en' ? 'en' : 'fr'] : ''],
    ['identifier', record.identifier],
    ['datestamp', record.datestamp],
  ].filter(([, value]) => value !== '')
  return (
    <article className="stack">
      <p>
        <Link to="/elsewhere">{t('elsewhere.title')}</Link>
      </p>
      <h1>{title}</h1>
      {description && <p>{description}</p>}
      <dl>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`record.${key as 'source'}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Notice tone={name ? 'info' : 'warn'}>
        {t(name ? 'record.read' : 'record.unclear')}
      </Notice>
      {address ? (
        <p>
          <a href={address} rel="noopener noreferrer external" target="_blank">
            {t('record.open', { host: new URL(address).host })}
          </a>
        </p>
      ) : (
        <p>{t('record.noAddress')}</p>
      )}
    </article>
  )
}
