import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { searchLibrary } from '#app/services/assets/library.server.ts'
import { readLibraryQuery } from '#app/services/assets/library-query.ts'
import { may } from '#app/services/rights.ts'
import { FileGrid } from '#app/ui/media/file-grid.tsx'
import { LibrarySearch } from '#app/ui/media/library-search.tsx'
import { Pager } from '#app/ui/media/pager.tsx'
import { UploadPanel } from '#app/ui/media/upload-panel.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useInBrowser } from '#app/ui/use-in-browser.ts'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'asset:read')
  const query = readLibraryQuery(new URL(request.url).searchParams)
  const { organisationId } = member
  const found = searchLibrary(instance().bank, { ...query, organisationId, now: new Date() })
  return { query, mayAdd: may(member, 'asset:add'), ...found }
})

export const handle: PageHandle = { title: (t) => t('media') }

export default function Media() {
  const { t } = useTranslation('media')
  const { query, mayAdd, rows, found, total, pages } = useLoaderData<typeof loader>()
  const inBrowser = useInBrowser()
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {mayAdd && inBrowser && <UploadPanel />}
      {total === 0 ? (
        <p className="card">{t('empty')}</p>
      ) : (
        <>
          <LibrarySearch query={query} />
          <p role="status">{found > 0 ? t('found', { count: found }) : t('nothingFound')}</p>
          <FileGrid rows={rows} />
          <Pager page={query.page} pages={pages} />
        </>
      )}
    </>
  )
}
