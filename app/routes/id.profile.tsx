import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import idsEn from '#app/i18n/en/ids.json'
import idsFr from '#app/i18n/fr/ids.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { ProfileConcepts } from '#app/ui/profile/profile-concepts.tsx'
import { ProfileTemplates } from '#app/ui/profile/profile-templates.tsx'
import { PublicFrame } from '#app/ui/sharing/public-frame.tsx'
import { borrowed, publicProfiles } from '#content-schema/statements/profile/borrowed.ts'
import { profileDocument } from '#content-schema/statements/profile/profile.ts'

export const loader = loads(() => {
  const { iriBase } = instance()
  return { profile: profileDocument(`${iriBase}/profile`), borrowed, publicProfiles }
})

export const handle = { title: () => 'xAPI' }

/** Our xAPI profile, for people; programs get the same as JSON-LD at the same address. */
export default function XapiProfile() {
  useOwnWords('ids', { fr: idsFr, en: idsEn })
  const { t, i18n } = useTranslation('ids')
  const { profile, ...words } = useLoaderData<typeof loader>()
  const language = i18n.language === 'en' ? 'en' : 'fr'
  return (
    <PublicFrame>
      <div className="stack">
        <h1>{t('profileTitle')}</h1>
        <p>{profile.definition[language]}</p>
        <p className="soft">
          {t('version')} <code>{profile.versions[0]?.id}</code>. {t('asJson')}{' '}
          <code>Accept: application/ld+json</code>
        </p>
        <ProfileTemplates templates={profile.templates} language={language} />
        <ProfileConcepts concepts={profile.concepts} language={language} {...words} />
      </div>
    </PublicFrame>
  )
}
