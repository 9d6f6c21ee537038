import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { iriOf } from '#app/http/own-iri.ts'
import { currentMember, requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import idsEn from '#app/i18n/en/ids.json'
import idsFr from '#app/i18n/fr/ids.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { describeActivity } from '#app/services/activities/describe-activity.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { FailurePage } from '#app/ui/failure-page.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from '#app/ui/profile/profile.module.css'
import { PublicFrame } from '#app/ui/sharing/public-frame.tsx'
import { readOwnIri } from '#content-schema/statements/own-iris.ts'

/**
 * Activity ids can be opened: they say what they stand for to whoever may know it. Nobody else learns
 * whether there is anything.
 */
export const loader = loads(({ request }) => {
  const here = instance()
  const iri = iriOf(here.iriBase, new URL(request.url).pathname)
  if (!readOwnIri(here.iriBase, iri)) throw new UserError('page.not-found', {}, 404)
  const member = currentMember(request)
  const organisationId = member && may(member, 'module:read') ? member.organisationId : null
  const found = describeActivity(here, { iri, organisationId })
  if (found) {
    const { definition: _, ...shown } = found
    return { ...shown, iri }
  }
  requireMember(request, 'module:read')
  throw new UserError('page.not-found', {}, 404)
})

export const handle: PageHandle<{ title: string }> = { title: (_t, { title }) => title }

export default function OwnIri() {
  useOwnWords('ids', { fr: idsFr, en: idsEn })
  const { t } = useTranslation('ids')
  const { kind, title, moduleTitle, edition, isCurrent, to, iri } =
    useLoaderData<typeof loader>()
  return (
    <PublicFrame>
      <article className="card stack">
        <p className="row">
          <Badge tone="accent">{t(`kinds.${kind}`)}</Badge>
          {edition ? t('edition', { edition }) : kind !== 'trial' && t('draft')}
        </p>
        <h1>{title}</h1>
        {moduleTitle !== title && <p>{t('of', { title: moduleTitle })}</p>}
        {!isCurrent && <p className="soft">{t('former')}</p>}
        <p>
          <Link to={to} className="button">
            {t(kind === 'trial' ? 'openTrial' : 'openModule')}
          </Link>
        </p>
        <p className="soft">
          {t('permanent')} <code className={styles.iri}>{iri}</code>
        </p>
        <p className="soft">
          {t('forPrograms')} <Link to="/id/profile">{t('profile')}</Link>
        </p>
      </article>
    </PublicFrame>
  )
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <FailurePage />
    </PublicFrame>
  )
}
