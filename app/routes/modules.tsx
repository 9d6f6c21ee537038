import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import coWritingEn from '#app/i18n/en/co-writing.json'
import searchEn from '#app/i18n/en/search.json'
import coWritingFr from '#app/i18n/fr/co-writing.json'
import searchFr from '#app/i18n/fr/search.json'
import { languages } from '#app/i18n/languages.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { findCompetency } from '#app/services/competencies/read-frameworks.server.ts'
import { countElsewhere } from '#app/services/harvest/search-elsewhere.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { listCodes } from '#app/services/modules/list-codes.server.ts'
import { codeFrom, freeCode } from '#app/services/modules/propose-code.ts'
import { may } from '#app/services/rights.ts'
import { readBankQuery, writeBankQuery } from '#app/services/search/bank-query.ts'
import { nameValues } from '#app/services/search/labels.server.ts'
import { countWaiting } from '#app/services/search/reindex.server.ts'
import { listSavedSearches } from '#app/services/search/saved-searches.server.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import { listCoWritten } from '#app/services/sharing/co-written.server.ts'
import { CoWrittenList } from '#app/ui/module/co-written-list.tsx'
import { NewModule } from '#app/ui/module/new-module.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { FacetPanel } from '#app/ui/search/facet-panel.tsx'
import { ResultCards, ResultTable } from '#app/ui/search/result-list.tsx'
import { SavedSearches } from '#app/ui/search/saved-searches.tsx'
import search from '#app/ui/search/search.module.css'
import { NothingFound, SearchAnswer } from '#app/ui/search/search-answer.tsx'
import { SearchField } from '#app/ui/search/search-field.tsx'
import { ResultPages, SearchTools } from '#app/ui/search/search-tools.tsx'
import { useSearch } from '#app/ui/search/use-search.ts'
import { type Alignment, alignmentRoles } from '#content-schema/module.ts'
import styles from './modules.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'module:read')
  const { bank } = instance()
  const { organisationId } = member
  const search = new URL(request.url).searchParams
  const query = readBankQuery(search)
  const { values, ...page } = searchBank(bank, { ...query, organisationId })
  return {
    query,
    page,
    values: nameValues(bank, values, member),
    elsewhere: countElsewhere(bank, { organisationId, q: query.q }),
    indexing: page.total === 0 && countWaiting(bank) > 0,
    coWritten: listCoWritten(bank, member),
    saved: listSavedSearches(bank, member),
    mayCreate: may(member, 'module:create'),
    madeFor: tieTo(search.get('for'), search.get('as'), organisationId),
  }
})

export const action = acts(async ({ request }) => {
  const { personId, name, organisationId } = requireMember(request, 'module:create')
  const { next, competency, role, ...form } = await readForm(request, NewModuleForm)
  const { bank } = instance()
  const tie = tieTo(competency, role, organisationId)
  const id = createModule(bank, {
    ...form,
    code: chosenCode(form, organisationId),
    author: { id: personId, name },
    organisationId,
    kind: next === 'compose' ? 'path' : undefined,
    alignments: tie ? [tie] : [],
    now: new Date(),
  })
  return redirect(`/modules/${id}/${next}`)
})

const NewModuleForm = z.object({
  next: z.enum(['write', 'import', 'compose']).default('write'),
  title: z.string().trim().min(1).max(200),
  /** Empty, or what the title proposes: a number is added where that is taken. */
  code: z.string().trim().max(200).default(''),
  language: z.enum(languages),
  competency: z.string().max(40).default(''),
  role: z.string().max(20).default(''),
})

/** What a new module is made for, as a link says; `null` when it names no competency of ours. */
function tieTo(
  competencyId: string | null,
  role: string | null,
  organisationId: string,
): Alignment | null {
  const known = alignmentRoles.find((each) => each === role) ?? 'teaches'
  const hit = competencyId && findCompetency(instance().bank, { competencyId, organisationId })
  if (!hit) return null
  const { competencyBlockLabel: _, ...tie } = hit
  return { ...tie, role: known }
}

function chosenCode({ title, code }: { title: string; code: string }, organisationId: string) {
  const own = code && codeFrom(code)
  if (own && own !== codeFrom(title)) return own
  return freeCode(title, listCodes(instance().bank, organisationId))
}

export const handle: PageHandle = { title: (t) => t('modules') }

/** The bank: every module in reach, found as one types and narrowed down by what it is. */
export default function Modules() {
  useOwnWords('search', { fr: searchFr, en: searchEn })
  useOwnWords('coWriting', { fr: coWritingFr, en: coWritingEn })
  const { t } = useTranslation('modules')
  const data = useLoaderData<typeof loader>()
  const { query, page, mayCreate, madeFor } = data
  const refused = useActionData<typeof action>()
  const empty = page.unfiltered === 0 && writeBankQuery(query) === '' && !data.indexing
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        {mayCreate && !empty && (
          <Link to="#new-module" className="button">
            {t('new')}
          </Link>
        )}
      </div>
      <CoWrittenList modules={data.coWritten} className={`card ${styles.written}`} />
      {empty ? <p className="card">{t('none')}</p> : <Bank data={data} />}
      {mayCreate && (
        <NewModule
          key={madeFor?.competencyId}
          refused={refused}
          madeFor={madeFor}
          className={`card ${styles.create}`}
        />
      )}
    </>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

function Bank({ data }: { data: Data }) {
  const { query, page, values, saved, indexing, elsewhere } = data
  const { t } = useTranslation('search')
  const searching = useSearch(query)
  const Results = query.view === 'table' ? ResultTable : ResultCards
  return (
    <>
      {elsewhere > 0 && (
        <p>
          <Link to={`/elsewhere?${new URLSearchParams({ q: query.q })}`}>
            {t('elsewhere', { count: elsewhere })}
          </Link>
        </p>
      )}
      <SavedSearches searches={saved} query={writeBankQuery({ ...query, page: 1 })} />
      <Form
        method="get"
        action="/modules"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const q = String(new FormData(event.currentTarget).get('q') ?? '')
          searching.ask({ ...searching.shown, q, full: q.trim() !== '', page: 1 })
        }}
      >
        <SearchField query={query} searching={searching} />
        {query.view !== 'cards' && <input type="hidden" name="view" value={query.view} />}
        <div className={search.layout}>
          <FacetPanel values={values} searching={searching} />
          <div>
            <div className={search.head}>
              <div>
                <SearchAnswer query={query} page={page} values={values} />
              </div>
              <SearchTools query={query} sort={page.sort} searching={searching} />
            </div>
            {page.rows.length > 0 ? (
              <Results rows={page.rows} />
            ) : (
              <NothingFound query={query} page={page} values={values} indexing={indexing} />
            )}
            <ResultPages query={query} pages={page.pages} />
          </div>
        </div>
      </Form>
    </>
  )
}
