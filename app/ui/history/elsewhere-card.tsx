import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import reviewEn from '#app/i18n/en/review.json'
import trialsEn from '#app/i18n/en/trials.json'
import reviewFr from '#app/i18n/fr/review.json'
import trialsFr from '#app/i18n/fr/trials.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Elsewhere } from '#app/services/archive/read-elsewhere.server.ts'

type History = Elsewhere['history']

/** What was decided of a module before it came here: told, and counted for nothing. */
export function ElsewhereCard({ elsewhere }: { elsewhere: Elsewhere }) {
  useOwnWords('review', { fr: reviewFr, en: reviewEn })
  useOwnWords('trials', { fr: trialsFr, en: trialsEn })
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { home, broughtAt, broughtBy: by, history, events } = elsewhere
  const { opportunities = [], reviews, trials = [], guarantees, decisions } = history
  return (
    <section className="card" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere.heading')}</h2>
      <p>
        {t('elsewhere.from', { organisation: home.organisation, date: instant(broughtAt), by })}
      </p>
      <p className="soft">{t('elsewhere.lead')}</p>
      <Part title={t('elsewhere.opportunity')} all={opportunities} told={Opportunity} />
      <Part title={t('elsewhere.reviews')} all={reviews} told={Review} />
      <Part title={t('elsewhere.trials')} all={trials} told={Trial} />
      <Part title={t('elsewhere.guarantees')} all={guarantees} told={Guarantee} />
      <Part title={t('elsewhere.commercial')} all={decisions} told={Commercial} />
      {events > 0 && <p className="soft">{t('elsewhere.events', { count: events })}</p>}
    </section>
  )
}

type PartProps<One> = {
  title: string
  all: readonly One[]
  told: (props: { one: One }) => ReactNode
}

function Part<One>({ title, all, told: Told }: PartProps<One>) {
  if (all.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {all.map((one) => (
          <li key={JSON.stringify(one)}>
            <Told one={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

type Of<Key extends keyof History> = { one: NonNullable<History[Key]>[number] }

function Opportunity({ one }: Of<'opportunities'>) {
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { need, decision, decidedBy: name, decidedAt, reason } = one
  const date = instant(decidedAt ?? 0)
  return (
    <>
      {need}
      {decision && (
        <p className="soft">
          {t('elsewhere.decidedBy', {
            decision: t(`elsewhere.${decision}`),
            name,
            date,
            reason,
          })}
        </p>
      )}
    </>
  )
}

function Review({ one }: Of<'reviews'>) {
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { revision: number, requestedAt, remarks, ended } = one
  const name = one.signsAs || one.expert
  const settled = remarks.filter(({ resolvedAt }) => resolvedAt !== null).length
  const verdicts = one.verdicts ?? []
  return (
    <>
      {t('elsewhere.review', { number, name, date: instant(requestedAt) })}
      <ul>
        {one.verdict && <li>{t(`review:verdicts.${one.verdict.value}`)}</li>}
        {verdicts.map(({ aspect, value, note }) => (
          <li key={aspect}>
            {t('elsewhere.verdict', {
              aspect: t(`modules:aspects.${aspect}`),
              verdict: t(`review:verdicts.${value}`),
            })}
            {note && <span className="soft"> {note}</span>}
          </li>
        ))}
        {ended && <li>{t(`elsewhere.${ended.as}`, { reason: ended.reason })}</li>}
        {remarks.length > 0 && (
          <li>{t('elsewhere.remarks', { count: remarks.length, settled })}</li>
        )}
      </ul>
    </>
  )
}

function Trial({ one }: Of<'trials'>) {
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { day } = useFormat()
  const { revision: number, protocol, facilitator: name, decision, rationale, findings } = one
  const { participants, finished } = one
  return (
    <>
      {t('elsewhere.trial', { number, day: day(one.day), protocol: protocol.name, name })}
      <ul>
        <li>
          {t('elsewhere.took', { finished, participants })},{' '}
          {t('elsewhere.findings', { count: findings.length })}
        </li>
        <li>
          {decision
            ? t('elsewhere.decision', { decision: t(`trials:decisions.${decision}`) })
            : t('elsewhere.undecided')}
          {rationale && <span className="soft"> {rationale}</span>}
        </li>
      </ul>
    </>
  )
}

function Guarantee({ one }: Of<'guarantees'>) {
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { day } = useFormat()
  const { aspect, person: name, startsOn, endsOn } = one
  return t('elsewhere.guarantee', {
    ...{ aspect: t(`modules:aspects.${aspect}`), name },
    ...{ from: day(startsOn), until: day(endsOn) },
  })
}

function Commercial({ one }: Of<'decisions'>) {
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { decidedBy: name, decidedAt, reason } = one
  return t('elsewhere.commercialOne', { name, date: instant(decidedAt), reason })
}
