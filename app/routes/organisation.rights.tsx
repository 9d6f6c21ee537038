import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData, useLocation } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import rightsEn from '#app/i18n/en/rights.json'
import rightsFr from '#app/i18n/fr/rights.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listThirdParty } from '#app/services/rights-register/register.server.ts'
import { readRegisterQuery } from '#app/services/rights-register/third-party.ts'
import { Pager } from '#app/ui/media/pager.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { RegisterSearch } from '#app/ui/rights-register/register-search.tsx'
import { RegisterTable } from '#app/ui/rights-register/register-table.tsx'
import { licences } from '#content-schema/licences/catalogue.ts'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'asset:read')
  const query = readRegisterQuery(new URL(request.url).searchParams)
  const found = listThirdParty(instance().bank, { ...query, organisationId, now: new Date() })
  const named = new Set(found.rows.map(({ rights }) => rights.licence))
  return {
    query,
    ...found,
    licences: licences.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name })),
  }
})

export const handle: PageHandle = { title: (t) => t('areas.rights') }

/** What others lent to the organisation: at which title, until when, and where it is used. */
export default function ThirdParty() {
  useOwnWords('rights', { fr: rightsFr, en: rightsEn })
  const { t } = useTranslation('rights')
  const {
    rows,
    found,
    total,
    attention,
    pages,
    query,
    licences: names,
  } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <h1>{t('register.title')}</h1>
      <p>{t('register.lead')}</p>
      {total === 0 ? (
        <p className="card">
          {t('register.empty')} <Link to="/media">{t('register.seeMedia')}</Link>
        </p>
      ) : (
        <>
          {attention > 0 && query.show !== 'attention' && (
            <Notice tone="warn">
              {t('register.attention', { count: attention })}.{' '}
              <Link to="?show=attention" reloadDocument>
                {t('register.seeAttention')}
              </Link>
            </Notice>
          )}
          <RegisterSearch query={query} />
          <p className="row">
            <span role="status">
              {found > 0 ? t('register.found', { count: found }) : t('register.nothingFound')}
            </span>
            {found > 0 && (
              <a href={`/organisation/rights.csv${search}`} download>
                {t('register.download')}
              </a>
            )}
          </p>
          {rows.length > 0 && <RegisterTable rows={rows} licences={names} />}
          <Pager page={query.page} pages={pages} />
        </>
      )}
    </div>
  )
}
