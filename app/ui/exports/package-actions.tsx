import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import type { PackageView } from '#app/services/exports/find-package.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Refusal } from '#app/ui/notice.tsx'

/** What can be done to a package that is not ready: give it up, or ask for it again. */
export function PackageActions({ row }: { row: PackageView }) {
  const { t } = useTranslation('exports')
  const fetcher = useFetcher()
  const said = useRef<HTMLSpanElement>(null)
  // The button that was pressed goes away: whoever pressed it stays at this package.
  useEffect(() => {
    if (fetcher.data) said.current?.focus()
  }, [fetcher.data])
  if (row.state === 'ready') return null
  const ended = row.state === 'cancelled' || row.state === 'refused'
  const format = t(`formats.${row.format}`)
  return (
    <>
      <Refusal data={fetcher.data} />
      <fetcher.Form method="post" action={`/packages/${row.id}`} className="row">
        <span ref={said} tabIndex={-1} role="status">
          {ended && (
            <Badge tone={row.state === 'refused' ? 'danger' : 'warn'}>
              {t(`states.${row.state}`)}
            </Badge>
          )}
        </span>
        <button
          key={ended ? 'again' : 'cancel'}
          type="submit"
          name="intent"
          value={ended ? 'again' : 'cancel'}
          className="quiet"
          disabled={fetcher.state !== 'idle'}
          aria-label={t(ended ? 'againWhich' : 'cancelWhich', { format })}
        >
          {t(ended ? 'again' : 'cancel')}
        </button>
      </fetcher.Form>
    </>
  )
}
