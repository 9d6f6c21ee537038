import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { DescribedEdition } from '#app/services/sharing/describe-edition.server.ts'
import { alignmentRoles } from '#content-schema/module.ts'
import type { CreditPart } from '#content-schema/rights/credit.ts'
import { Badge } from '../badge.tsx'
import { KeptWaivers } from '../gates/kept-waivers.tsx'
import { LicenceTerms } from './licence-terms.tsx'
import styles from './sharing.module.css'

type Props = { edition: DescribedEdition }

/** All that people of elsewhere are told of a module. */
export function EditionFacts({ edition }: Props) {
  return (
    <>
      <AtAGlance edition={edition} />
      <Competencies edition={edition} />
      <Terms edition={edition} />
      <Freshness edition={edition} />
      <Credits edition={edition} />
    </>
  )
}

function AtAGlance({ edition: { facts } }: Props) {
  const { t, i18n } = useTranslation(['sharing', 'modules'])
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const lines = [
    ['objective', facts.objective],
    ['prerequisites', facts.prerequisites],
    ['duration', t('modules:minutes', { count: facts.minutes })],
    ['audience', facts.audience],
    ['level', t(`modules:levels.${facts.level}`)],
    ['modality', t(`modules:modalities.${facts.modality}`)],
    ['language', names.of(facts.language) ?? facts.language],
    ['keywords', facts.keywords.join(', ')],
  ] as const
  return (
    <section className="card" aria-labelledby="glance">
      <h2 id="glance">{t('facts.heading')}</h2>
      <dl className={styles.facts}>
        {lines
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{t(`facts.${name}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Competencies({ edition: { alignments } }: Props) {
  const { t } = useTranslation(['sharing', 'modules'])
  if (alignments.length === 0) return null
  const byLabel = new Map(alignments.map((each) => [each.competencyId, each]))
  return (
    <section className="card" aria-labelledby="competencies">
      <h2 id="competencies">{t('competencies')}</h2>
      <ul>
        {[...byLabel.values()].map(({ competencyId, label, competencyBlockCode }) => (
          <li key={competencyId}>
            {label} <span className="soft">({competencyBlockCode})</span>{' '}
            {alignmentRoles
              .filter((role) =>
                alignments.some((a) => a.competencyId === competencyId && a.role === role),
              )
              .map((role) => (
                <Badge key={role} tone="accent">
                  {t(`modules:alignment.roles.${role}`)}
                </Badge>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Terms({ edition: { licence } }: Props) {
  const { t } = useTranslation('sharing')
  if (!licence) return null
  return (
    <section className="card" aria-labelledby="licence">
      <h2 id="licence">{t('licence')}</h2>
      <LicenceTerms licence={licence} />
    </section>
  )
}

const tones = { holds: 'ok', ending: 'warn', ended: 'danger', missing: 'neutral' } as const

function Freshness({ edition }: Props) {
  const { t } = useTranslation(['sharing', 'modules'])
  const { instant, day } = useFormat()
  const { number, note, publishedAt, reviewedAt, guarantees, organisation } = edition
  return (
    <section className="card" aria-labelledby="freshness">
      <h2 id="freshness">{t('freshness')}</h2>
      <p>
        {t('published', { number, organisation, at: instant(publishedAt) })}
        {note && ` ${t('note', { note })}`}
      </p>
      <KeptWaivers waivers={edition.waivers} />
      {reviewedAt !== null && <p>{t('reviewed', { at: instant(reviewedAt) })}</p>}
      {guarantees.length === 0 && <p>{t('nobodyAnswers')}</p>}
      <ul className="plain-list">
        {guarantees.map(({ aspect, state, person, endsOn }) => (
          <li key={aspect}>
            <strong>{t(`modules:aspects.${aspect}`)}</strong>{' '}
            <Badge tone={tones[state]}>{t(`modules:guarantee.states.${state}`)}</Badge>{' '}
            {person && endsOn && t('modules:guarantee.by', { person, day: day(endsOn) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Credits({ edition: { credits } }: Props) {
  const { t } = useTranslation('sharing')
  return (
    <section className="card" aria-labelledby="credits">
      <h2 id="credits">{t('credits')}</h2>
      <ul className={styles.credits}>
        {credits.map((parts) => (
          <li key={JSON.stringify(parts)}>
            <Credit parts={parts} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Credit({ parts }: { parts: CreditPart[] }) {
  let at = 0
  return parts.map(({ text, is, href }) => {
    const key = at
    at += text.length + 1
    if (href)
      return (
        <a key={key} href={href} rel="noopener">
          {text}
        </a>
      )
    return is === 'title' ? <cite key={key}>{text}</cite> : <span key={key}>{text}</span>
  })
}
