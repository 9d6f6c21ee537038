import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import coWritingEn from '#app/i18n/en/co-writing.json'
import homeEn from '#app/i18n/en/home.json'
import coWritingFr from '#app/i18n/fr/co-writing.json'
import homeFr from '#app/i18n/fr/home.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import { may } from '#app/services/rights.ts'
import { listSavedSearches } from '#app/services/search/saved-searches.server.ts'
import { listInvitations } from '#app/services/sharing/co-written.server.ts'
import { listVisitorMessages } from '#app/services/sharing/visitor-messages.server.ts'
import { StateBadge } from '#app/ui/badge.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './home.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'home:read')
  const awaiting = readWhatAwaits(instance().bank, { member, now: new Date() })
  const { deployments, ...lists } = awaiting
  return {
    name: member.name,
    mayCreate: may(member, 'module:create'),
    mayRegister: may(member, 'deployment:read'),
    messages: may(member, 'visitor-message:handle')
      ? listVisitorMessages(instance().bank, member)
      : [],
    invitations: may(member, 'co-author:decide')
      ? listInvitations(instance().bank, member)
      : [],
    searches: listSavedSearches(instance().bank, member),
    ...lists,
    deployments: { count: deployments.length, first: deployments.slice(0, 5) },
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const handle: PageHandle = { title: (t) => t('home') }

export default function Home() {
  useOwnWords('coWriting', { fr: coWritingFr, en: coWritingEn })
  useOwnWords('home', { fr: homeFr, en: homeEn })
  const { t } = useTranslation('home')
  const data = useLoaderData<typeof loader>()
  const { reviewsToGive, drafts, toPublish, guaranteesEnding } = data
  const { deployments, rightsEnding, endedFrameworks } = data
  const lists = [reviewsToGive, drafts, toPublish, guaranteesEnding, rightsEnding]
  const others = [
    deployments.first,
    endedFrameworks,
    data.messages,
    data.invitations,
    data.waiversToDecide,
  ]
  const nothing = [...lists, ...others].every((list) => list.length === 0)
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
        <Waivers asked={data.waiversToDecide} />
        <Invitations invitations={data.invitations} />
        <Modules title={t('toPublish')} modules={toPublish} page="publish" />
        <Modules title={t('drafts')} modules={drafts} page="write" />
        <Guarantees ending={guaranteesEnding} />
        <Rights ending={rightsEnding} />
        <EndedFrameworks ties={endedFrameworks} />
        <Messages messages={data.messages} />
        <Deployments {...deployments} mayRegister={data.mayRegister} />
        <Searches searches={data.searches} />
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

function Waivers({ asked }: { asked: Data['waiversToDecide'] }) {
  const { t } = useTranslation('home')
  const { instant } = useFormat()
  return (
    <Waiting title={t('waivers')} count={asked.length}>
      {asked.map(({ waiverId, moduleId, title, askedBy, askedAt }) => (
        <li key={waiverId}>
          <Link to={`/modules/${moduleId}/publish`}>{title}</Link>
          <span className="soft">
            {t('askedBy', { name: askedBy })} · {instant(askedAt)}
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

/** What others lent and must soon be given up. */
function Rights({ ending }: { ending: Data['rightsEnding'] }) {
  const { t } = useTranslation('home')
  const { day } = useFormat()
  return (
    <Waiting title={t('rights')} count={ending.length}>
      {ending.slice(0, 5).map(({ digest, title, endsOn, isOver }) => (
        <li key={digest}>
          <Link to={`/media/${digest}`}>{title}</Link>
          <span className="soft">
            {t(isOver ? 'rightEnded' : 'until', { day: day(endsOn) })}
          </span>
        </li>
      ))}
      <li>
        <Link to="/organisation/rights?show=attention">{t('seeRights')}</Link>
      </li>
    </Waiting>
  )
}

/** Modules that follow a register entry which is over. */
function EndedFrameworks({ ties }: { ties: Data['endedFrameworks'] }) {
  const { t } = useTranslation('home')
  return (
    <Waiting title={t('endedFrameworks')} count={ties.length}>
      {ties.map(({ id, title, end }) => (
        <li key={`${id} ${end.code}`}>
          <Link to={`/modules/${id}#alignments`}>{title}</Link>
          <span className="soft">
            <Link to={`/frameworks/${end.id}/versions`}>{end.code}</Link>
            {end.replacedBy.length > 0 &&
              ` · ${t('replacedBy', { codes: end.replacedBy.join(', ') })}`}
          </span>
        </li>
      ))}
    </Waiting>
  )
}

type DeploymentsProps = Data['deployments'] & { mayRegister: boolean }

/** What went out and is not as it should be; who guards a module without exporting is told of it too. */
function Deployments({ count, first, mayRegister }: DeploymentsProps) {
  const { t } = useTranslation('home')
  const register = '/organisation/deployments'
  return (
    <Waiting title={t('deployments')} count={count}>
      {first.map(({ packageId, moduleId, code, title, edition, recipient, lms, standing }) => (
        <li key={packageId}>
          <Link
            to={
              mayRegister ? `${register}?show=attention&module=${code}` : `/modules/${moduleId}`
            }
          >
            {title}
          </Link>
          <span className="soft">
            {[
              t('deployedEdition', { edition }),
              ...[recipient, lms].filter(Boolean),
              ...standing.reasons.slice(0, 1).map(({ code }) => t(`deploymentReasons.${code}`)),
            ].join(' · ')}
          </span>
        </li>
      ))}
      {mayRegister && (
        <li>
          <Link to={`${register}?show=attention`}>{t('seeDeployments')}</Link>
        </li>
      )}
    </Waiting>
  )
}

/** Modules that other organisations ask one's own to write with them. */
function Invitations({ invitations }: { invitations: Data['invitations'] }) {
  const { t } = useTranslation('coWriting')
  return (
    <Waiting title={t('invitations')} count={invitations.length}>
      {invitations.map(({ moduleId, title, owner }) => (
        <li key={moduleId}>
          <Link to="/organisation/sharing#invitations">{title}</Link>
          <span className="soft">{t('askedBy', { owner })}</span>
        </li>
      ))}
    </Waiting>
  )
}

/** What visitors of the public catalogue wrote. */
function Messages({ messages }: { messages: Data['messages'] }) {
  const { t } = useTranslation('home')
  const { instant } = useFormat()
  return (
    <Waiting title={t('messages')} count={messages.length}>
      {messages.slice(0, 5).map(({ id, name, title, sentAt }) => (
        <li key={id}>
          <Link to="/organisation/sharing#messages">{title}</Link>
          <span className="soft">
            {name} · {instant(sentAt)}
          </span>
        </li>
      ))}
    </Waiting>
  )
}

/** The searches of the bank that this person gave a name. */
function Searches({ searches }: { searches: Data['searches'] }) {
  const { t } = useTranslation('home')
  return (
    <Waiting title={t('searches')} count={searches.length}>
      {searches.map(({ id, name, query }) => (
        <li key={id}>
          <Link to={`/modules?${query}`}>{name}</Link>
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
