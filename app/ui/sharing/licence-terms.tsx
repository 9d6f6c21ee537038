import { useTranslation } from 'react-i18next'
import type sharing from '#app/i18n/fr/sharing.json'
import type { Licence } from '#content-schema/licences/licence.ts'

/** A licence by its name, with what it allows and asks for, in words. */
export function LicenceTerms({ licence }: { licence: Licence }) {
  const { t, i18n } = useTranslation('sharing')
  const { permits, requires, url } = licence
  const name = licence.name[i18n.language === 'en' ? 'en' : 'fr']
  const said: Term[] = [
    permits.share ? 'share' : 'notShare',
    ...(permits.share ? ofSharing(permits) : []),
    ...(['attribution', 'shareAlike', 'updateDate'] as const).filter((each) => requires[each]),
  ]
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        {url && (
          <a href={url} rel="license noopener">
            {t('readLicence')}
          </a>
        )}
      </p>
      <ul>
        {said.map((each) => (
          <li key={each}>{t(`terms.${each}`)}</li>
        ))}
      </ul>
    </>
  )
}

type Term = keyof typeof sharing.terms

function ofSharing({ adapt, commercial }: Licence['permits']): Term[] {
  return [adapt ? 'adapt' : 'notAdapt', commercial ? 'commercial' : 'notCommercial']
}
