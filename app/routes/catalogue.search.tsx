import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { type MetaFunction, useLoaderData, useSearchParams } from '#app/framework.ts'
import { alternates } from '#app/http/catalogue-address.ts'
import { loads } from '#app/http/handlers.server.ts'
import catalogueEn from '#app/i18n/en/catalogue.json'
import searchEn from '#app/i18n/en/search.json'
import catalogueFr from '#app/i18n/fr/catalogue.json'
import searchFr from '#app/i18n/fr/search.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readBankQuery, writeBankQuery } from '#app/services/search/bank-query.ts'
import { nameValues } from '#app/services/search/labels.server.ts'
import { searchPublic } from '#app/services/search/search-bank.server.ts'
import { TextField } from '#app/ui/field.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import search from '#app/ui/search/search.module.css'
import { PublicFacets } from '#app/ui/sharing/public-facets.tsx'
import { PublicPages, PublicResults } from '#app/ui/sharing/public-results.tsx'

export const loader = loads(({ request }) => {
  const { bank, settings } = instance()
  const asked = readBankQuery(new URL(request.url).searchParams)
  const query = { ...asked, full: asked.q.trim() !== '' }
  const { values, ...page } = searchPublic(bank, query)
  return {
    query,
    page,
    values: nameValues(bank, values, { organisationId: null }),
    address: `${settings.publicUrl}/catalogue`,
    narrowed: writeBankQuery(asked) !== '',
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { tagName: 'link', rel: 'canonical', href: data.address },
        ...alternates(data.address).map((each) => ({
          ...{ tagName: 'link' as const, rel: 'alternate', ...each },
        })),
        // Each search is another address of the same modules.
        ...(data.narrowed ? [{ name: 'robots', content: 'noindex, follow' }] : []),
      ]
    : []

export const handle: PageHandle = { title: (t) => t('accounts:catalogue') }

/** What everybody may find, without an account. */
export default function CatalogueSearch() {
  useOwnWords('catalogue', { fr: catalogueFr, en: catalogueEn })
  useOwnWords('search', { fr: searchFr, en: searchEn })
  const { t } = useTranslation(['catalogue', 'search'])
  const { query, page, values } = useLoaderData<typeof loader>()
  const language = useSearchParams()[0].get('lang')
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <form method="get" action="/catalogue" key={writeBankQuery(query)}>
        {language && <input type="hidden" name="lang" value={language} />}
        <div className={search.field}>
          <TextField
            label={t('label')}
            name="q"
            type="search"
            maxLength={300}
            defaultValue={query.q}
          />
          <button type="submit">{t('find')}</button>
        </div>
        <div className={search.layout}>
          <PublicFacets values={values} />
          <div>
            <PublicResults page={page} />
            <PublicPages query={query} pages={page.pages} />
          </div>
        </div>
      </form>
    </>
  )
}
