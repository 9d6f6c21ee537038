import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import harvestEn from '#app/i18n/en/harvest.json'
import harvestFr from '#app/i18n/fr/harvest.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { searchElsewhere } from '#app/services/harvest/search-elsewhere.server.ts'
import { TextField } from '#app/ui/field.tsx'
import { RecordCard } from '#app/ui/harvest/record-card.tsx'
import { Pager } from '#app/ui/media/pager.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import styles from './elsewhere.module.css'

const mostPages = 500

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'module:read')
  const search = new URL(request.url).searchParams
  const q = (search.get('q') ?? '').slice(0, 300)
  const asked = Number(search.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= mostPages ? asked : 1
  const { rows, ...found } = searchElsewhere(instance().bank, { organisationId, q, page })
  const named = rows.map((row) => ({
    ...row,
    licenceName: row.licence === null ? null : (licence(row.licence)?.name ?? null),
  }))
  return { q, page, rows: named, ...found }
})

export const handle: PageHandle = { title: (t) => t('elsewhere') }

/** What other banks have, as they say it. */
export default function Elsewhere() {
  useOwnWords('harvest', { fr: harvestFr, en: harvestEn })
  const { t } = useTranslation('harvest')
  const { q, page, rows, found, pages } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <p>
        <Link to={q ? `/modules?q=${encodeURIComponent(q)}` : '/modules'}>
          {t('elsewhere.ours')}
        </Link>
      </p>
      <h1>{t('elsewhere.title')}</h1>
      <p>{t('elsewhere.lead')}</p>
      <Form method="get" role="search" className={styles.search}>
        <TextField
          label={t('elsewhere.words')}
          name="q"
          type="search"
          defaultValue={q}
          key={q}
        />
        <button type="submit">{t('elsewhere.search')}</button>
      </Form>
      <p role="status">{t('elsewhere.found', { count: found })}</p>
      <ul className="plain-list stack">
        {rows.map((record) => (
          <li key={record.id}>
            <RecordCard record={record} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </div>
  )
}
