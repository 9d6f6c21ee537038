import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import processingEn from '#app/i18n/en/processing.json'
import processingFr from '#app/i18n/fr/processing.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readProcessingRegister } from '#app/services/processing-register/read-register.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from '#app/ui/processing-register/processing.module.css'
import { ProcessingCard } from '#app/ui/processing-register/processing-card.tsx'

export const loader = loads(async ({ request }) => {
  const { organisationId, organisationName, name } = requireMember(
    request,
    'processing-register:read',
  )
  const register = await readProcessingRegister(instance(), organisationId)
  return { ...register, organisationName, name, at: Date.now() }
})

export const handle: PageHandle = { title: (t) => t('areas.personal-data') }

const measures = [
  'passwords',
  'pseudonyms',
  'separation',
  'rights',
  'trail',
  'packages',
  'secrets',
  'durability',
] as const

/** The register of processing, to be read here or printed and handed over. */
export default function PersonalData() {
  useOwnWords('processing', { fr: processingFr, en: processingEn })
  const { t } = useTranslation('processing')
  const { instant } = useFormat()
  const { processings, recipients, organisationName, name, at } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className={styles.onScreen}>{t('lead')}</p>
      <p className={styles.onScreen}>
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
      <dl className={styles.facts}>
        <dt>{t('controller')}</dt>
        <dd>{organisationName}</dd>
        <dt>{t('officer')}</dt>
        <dd>{t('toWrite')}</dd>
        <dt>{t('host')}</dt>
        <dd>{t('toWrite')}</dd>
        <dt>{t('made')}</dt>
        <dd>{t('madeBy', { at: instant(at), name })}</dd>
      </dl>
      {processings.map((processing) => (
        <ProcessingCard key={processing.code} processing={processing} />
      ))}
      <section className="card" aria-labelledby="recipients">
        <h2 id="recipients">{t('recipients')}</h2>
        <p>{t('inside')}</p>
        {recipients.length === 0 && <p>{t('noRecipient')}</p>}
        <ul>
          {recipients.map((recipient) => (
            <li key={`${recipient.name} ${recipient.host}`}>
              {t(recipient.trials ? 'recipientWithTrials' : 'recipient', {
                name: recipient.name,
                host: recipient.host,
              })}
            </li>
          ))}
        </ul>
        <p>{t('transfers')}</p>
      </section>
      <section className="card" aria-labelledby="measures">
        <h2 id="measures">{t('measures.title')}</h2>
        <ul>
          {measures.map((measure) => (
            <li key={measure}>{t(`measures.${measure}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
