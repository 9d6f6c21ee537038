import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, Link, useRouteError } from '#app/framework.ts'
import { isRefusal, type SaidRefusal, useRefusal } from './notice.tsx'

/** What is shown when a page cannot be: the reason, and a way on. */
export function FailurePage() {
  const { t } = useTranslation()
  const sentence = useRefusal()
  const error = useRouteError()
  const known = isRouteErrorResponse(error) ? refusalIn(error.data) : null
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <section className="card">
      <p className="soft">{status}</p>
      <h1>{known ? sentence(known) : t(status === 404 ? 'notFound' : 'failed')}</h1>
      <p>
        <Link to="/">{t('backHome')}</Link>
      </p>
    </section>
  )
}

function refusalIn(data: unknown) {
  if (isRefusal(data)) return data.refusal
  const said = typeof data === 'object' && data !== null && 'code' in data
  return said ? (data as SaidRefusal) : null
}
