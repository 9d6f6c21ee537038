import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import homeEn from '#app/i18n/en/home.json'
import homeFr from '#app/i18n/fr/home.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { type Need, type NeedSpeech, sayNeed } from '#app/services/home/need.ts'
import { nothingUntil, whatNeeds } from '#app/services/home/needs.server.ts'
import { draftsOf } from '#app/services/home/what-awaits.server.ts'
import { may } from '#app/services/rights.ts'
import { listSavedSearches } from '#app/services/search/saved-searches.server.ts'
import { Badge, StateBadge } from '#app/ui/badge.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './home.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'home:read')
  const { bank } = instance()
  const now = new Date()
  const needs = whatNeeds(bank, { member, now })
  return {
    name: member.name,
    mayCreate: may(member, 'module:create'),
    needs,
    today: dayIn(now),
    until: needs.length === 0 ? nothingUntil(bank, { member, now }) : null,
    drafts: draftsOf(bank, member),
    searches: listSavedSearches(bank, member),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const handle: PageHandle = { title: (t) => t('home') }

/** What needs somebody, in one list; then what is theirs and waits for nobody. */
export default function Home() {
  useOwnWords('home', { fr: homeFr, en: homeEn })
  const { t } = useTranslation('home')
  const { day } = useFormat()
  const { name, mayCreate, needs, today, until, drafts, searches } =
    useLoaderData<typeof loader>()
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title', { name: name.split(' ')[0] })}</h1>
        {mayCreate && (
          <Link to="/modules#new-module" className="button">
            {t('newModule')}
          </Link>
        )}
      </div>
      {needs.length === 0 ? (
        <p className="card">
          {until === null ? t('nothing') : t('nothingUntil', { day: day(until) })}{' '}
          <Link to="/modules">{t('seeModules')}</Link>
        </p>
      ) : (
        <section className="card" aria-labelledby="needs">
          <h2 id="needs">
            {t('needs')} <span className={styles.count}>{needs.length}</span>
          </h2>
          <ol className={styles.needs}>
            {needs.map((need) => (
              <Line key={need.id} need={need} today={today} />
            ))}
          </ol>
        </section>
      )}
      <div className={styles.lists}>
        <Drafts drafts={drafts} />
        <Searches searches={searches} />
      </div>
    </>
  )
}

const tones = { stops: 'danger', waits: 'accent', soon: 'neutral' } as const

function Line({ need, today }: { need: Need; today: string }) {
  const { t } = useTranslation(['home', 'modules'])
  const { day } = useFormat()
  const speech: NeedSpeech = { t: t as NeedSpeech['t'], day }
  const { kind, title, to, on, consequence } = need
  const action = t(`home:actions.${kind}`)
  return (
    <li>
      <div>
        <Link to={to} className={styles.title}>
          {title}
        </Link>{' '}
        <Badge tone={tones[consequence]}>{t(`home:consequence.${consequence}`)}</Badge>
        <p className="soft">
          {sayNeed(speech, need)} {on === today ? t('home:today') : day(on)}
        </p>
      </div>
      <Link to={to} aria-label={`${action} (${title})`}>
        {action}
      </Link>
    </li>
  )
}

function Drafts({ drafts }: { drafts: Data['drafts'] }) {
  const { t } = useTranslation('home')
  const { instant } = useFormat()
  return (
    <Quiet title={t('drafts')} count={drafts.length}>
      {drafts.map((module) => (
        <li key={module.id}>
          <Link to={`/modules/${module.id}/write`}>{module.title}</Link>{' '}
          <StateBadge state={module.state} />
          <span className="soft">
            {t('savedAt', { date: instant(module.savedAt) })}
            {module.openRemarks ? ` · ${t('openRemarks', { count: module.openRemarks })}` : ''}
          </span>
        </li>
      ))}
    </Quiet>
  )
}

/** The searches of the bank that this person gave a name. */
function Searches({ searches }: { searches: Data['searches'] }) {
  const { t } = useTranslation('home')
  return (
    <Quiet title={t('searches')} count={searches.length}>
      {searches.map(({ id, name, query }) => (
        <li key={id}>
          <Link to={`/modules?${query}`}>{name}</Link>
        </li>
      ))}
    </Quiet>
  )
}

function Quiet(props: { title: string; count: number; children: React.ReactNode }) {
  const id = useId()
  if (props.count === 0) return null
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <ul className={styles.list}>{props.children}</ul>
    </section>
  )
}
