import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchivedHistory } from '#app/db/schema/bank/index.ts'
import reviewEn from '#app/i18n/en/review.json'
import toldEn from '#app/i18n/en/told.json'
import trialsEn from '#app/i18n/en/trials.json'
import reviewFr from '#app/i18n/fr/review.json'
import toldFr from '#app/i18n/fr/told.json'
import trialsFr from '#app/i18n/fr/trials.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'

type History = Omit<ArchivedHistory, 'events'>

/** What happened to a module, told to somebody from outside: who, what and when. */
export function ToldHistory({ history }: { history: History }) {
  useOwnWords('told', { fr: toldFr, en: toldEn })
  useOwnWords('review', { fr: reviewFr, en: reviewEn })
  useOwnWords('trials', { fr: trialsFr, en: trialsEn })
  const { t } = useTranslation('told')
  const { opportunities = [], reviews, trials = [], guarantees, decisions } = history
  return (
    <>
      <Part title={t('opportunity')} all={opportunities} told={Opportunity} />
      <Part title={t('reviews')} all={reviews} told={Review} />
      <Part title={t('trials')} all={trials} told={Trial} />
      <Part title={t('guarantees')} all={guarantees} told={Guarantee} />
      <Part title={t('commercial')} all={decisions} told={Commercial} />
    </>
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
  const { t } = useTranslation(['told', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { need, decision, decidedBy: name, decidedAt, reason } = one
  const date = instant(decidedAt ?? 0)
  return (
    <>
      {need}
      {decision && (
        <p className="soft">
          {t('decidedBy', {
            decision: t(`${decision}`),
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
  const { t } = useTranslation(['told', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { revision: number, requestedAt, remarks, ended } = one
  const name = one.signsAs || one.expert
  const settled = remarks.filter(({ resolvedAt }) => resolvedAt !== null).length
  const verdicts = one.verdicts ?? []
  return (
    <>
      {t('review', { number, name, date: instant(requestedAt) })}
      {one.round !== undefined && (
        <span className="soft"> {t('round', { round: one.round })}</span>
      )}
      <ul>
        {one.verdict && <li>{t(`review:verdicts.${one.verdict.value}`)}</li>}
        {verdicts.map(({ aspect, value, note, givenAt }) => (
          <li key={aspect}>
            {t('verdict', {
              aspect: t(`modules:aspects.${aspect}`),
              verdict: t(`review:verdicts.${value}`),
              date: instant(givenAt),
            })}
            {note && <span className="soft"> {note}</span>}
          </li>
        ))}
        {ended && <li>{t(`${ended.as}`, { reason: ended.reason })}</li>}
        {remarks.length > 0 && <li>{t('remarks', { count: remarks.length, settled })}</li>}
      </ul>
    </>
  )
}

function Trial({ one }: Of<'trials'>) {
  const { t } = useTranslation(['told', 'review', 'modules', 'trials'])
  const { day } = useFormat()
  const { revision: number, protocol, facilitator: name, decision, rationale, findings } = one
  const { participants, finished } = one
  return (
    <>
      {t('trial', { number, day: day(one.day), protocol: protocol.name, name })}
      <ul>
        <li>
          {t('took', { finished, participants })}, {t('findings', { count: findings.length })}
        </li>
        {findings.map((finding) => (
          <li key={finding.title}>
            {t('finding', {
              title: finding.title,
              severity: finding.severity,
              decision: t(`trials:findingDecisions.${finding.decision}`),
            })}
            {finding.fixedIn !== null && (
              <span className="soft">
                {' '}
                {t(finding.retested ? `retested.${finding.retested}` : 'fixed', {
                  number: finding.fixedIn,
                })}
              </span>
            )}
          </li>
        ))}
        <li>
          {decision
            ? t('decision', { decision: t(`trials:decisions.${decision}`) })
            : t('undecided')}
          {rationale && <span className="soft"> {rationale}</span>}
        </li>
      </ul>
    </>
  )
}

function Guarantee({ one }: Of<'guarantees'>) {
  const { t } = useTranslation(['told', 'review', 'modules', 'trials'])
  const { day } = useFormat()
  const { aspect, person: name, startsOn, endsOn } = one
  return t('guarantee', {
    ...{ aspect: t(`modules:aspects.${aspect}`), name },
    ...{ from: day(startsOn), until: day(endsOn) },
  })
}

function Commercial({ one }: Of<'decisions'>) {
  const { t } = useTranslation(['told', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { decidedBy: name, decidedAt, reason } = one
  return t('commercialOne', { name, date: instant(decidedAt), reason })
}
