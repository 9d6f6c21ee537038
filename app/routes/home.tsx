import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import { may } from '#app/services/rights.ts'
import { StateBadge } from '#app/ui/badge.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './home.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'home:read')
  const awaiting = readWhatAwaits(instance().bank, { member, now: new Date() })
  return { name: member.name, mayCreate: may(member, 'module:create'), ...awaiting }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const handle: PageHandle = { title: (t) => t('home') }

export default function Home() {
  const { t } = useTranslation('home')
  const data = useLoaderData<typeof loader>()
  const { reviewsToGive, drafts, toPublish, guaranteesEnding } = data
  const nothing = [reviewsToGive, drafts, toPublish, guaranteesEnding].every(
    (list) => list.length === 0,
  )
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title', { name: data.name.split(' ')[0] })}</h1>
        {data.mayCreate && (
          <Link to="/modules#new-module" className="button">
            {t('newModule')}
          </Link>
        )}
      </div>
      <p className="soft">{t('lead')}</p>
      {nothing && (
        <p className="card">
          {t('nothing')} <Link to="/modules">{t('seeModules')}</Link>
        </p>
      )}
      <div className={styles.lists}>
        <Reviews reviews={reviewsToGive} />
        <Modules title={t('toPublish')} modules={toPublish} page="publish" />
        <Modules title={t('drafts')} modules={drafts} page="write" />
        <Guarantees ending={guaranteesEnding} />
      </div>
    </>
  )
}

function Reviews({ reviews }: { reviews: Data['reviewsToGive'] }) {
  const { t } = useTranslation('home')
  const { day } = useFormat()
  return (
    <Waiting title={t('reviews')} count={reviews.length}>
      {reviews.map((review) => (
        <li key={review.reviewId}>
          <Link to={`/reviews/${review.reviewId}`}>{review.title}</Link>
          <span className="soft">
            {t('askedBy', { name: review.from })}
            {review.dueOn && ` · ${t('dueOn', { day: day(review.dueOn) })}`}
          </span>
        </li>
      ))}
    </Waiting>
  )
}

type ModulesProps = {
  title: string
  modules: (Data['toPublish'][number] & { openRemarks?: number })[]
  page: 'publish' | 'write'
}

function Modules({ title, modules, page }: ModulesProps) {
  const { t } = useTranslation('home')
  const { instant } = useFormat()
  return (
    <Waiting title={title} count={modules.length}>
      {modules.map((module) => (
        <li key={module.id}>
          <Link to={`/modules/${module.id}/${page}`}>{module.title}</Link>{' '}
          <StateBadge state={module.state} />
          <span className="soft">
            {t('savedAt', { date: instant(module.savedAt) })}
            {module.openRemarks ? ` · ${t('openRemarks', { count: module.openRemarks })}` : ''}
          </span>
        </li>
      ))}
    </Waiting>
  )
}

function Guarantees({ ending }: { ending: Data['guaranteesEnding'] }) {
  const { t } = useTranslation(['home', 'modules'])
  const { day } = useFormat()
  return (
    <Waiting title={t('guarantees')} count={ending.length}>
      {ending.map((each) => (
        <li key={`${each.moduleId} ${each.aspect}`}>
          <Link to={`/modules/${each.moduleId}#guarantees`}>{each.title}</Link>
          <span className="soft">
            {t(`modules:aspects.${each.aspect}`)} · {each.person} ·{' '}
            {t('until', { day: day(each.endsOn) })}
          </span>
        </li>
      ))}
    </Waiting>
  )
}

function Waiting(props: { title: string; count: number; children: React.ReactNode }) {
  const id = useId()
  if (props.count === 0) return null
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {props.title} <span className={styles.count}>{props.count}</span>
      </h2>
      <ul className={styles.list}>{props.children}</ul>
    </section>
  )
}
