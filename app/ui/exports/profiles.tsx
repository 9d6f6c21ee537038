import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { Profile } from '#app/services/publication-profiles/profiles.server.ts'
import { Select, TextField } from '#app/ui/field.tsx'
import styles from './exports.module.css'

type Props = { profiles: Profile[]; profile: Profile | null }

/** What to start from; nothing to see before an organisation keeps its first one. */
export function ProfileChoice({ profiles, profile }: Props) {
  const { t } = useTranslation('exports')
  if (profiles.length === 0) return null
  return (
    <Form method="get" className={styles.profile}>
      <Select label={t('profile.choose')} name="profile" defaultValue={profile?.id ?? ''}>
        <option value="">{t('profile.none')}</option>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <button type="submit" className="quiet">
        {t('profile.apply')}
      </button>
    </Form>
  )
}

/** A name for what stands above. */
export function KeepProfile({ profile, busy }: { profile: Profile | null; busy: boolean }) {
  const { t } = useTranslation('exports')
  return (
    <details className={styles.known}>
      <summary>{t('profile.heading')}</summary>
      <TextField
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        name="profileName"
        maxLength={80}
        defaultValue={profile?.name ?? ''}
      />
      <p className="row">
        <button
          type="submit"
          className="quiet"
          name="intent"
          value="keep-profile"
          disabled={busy}
        >
          {t('profile.keep')}
        </button>
        {profile && (
          <button
            type="submit"
            className="quiet"
            name="intent"
            value="remove-profile"
            disabled={busy}
          >
            {t('profile.remove')}
          </button>
        )}
      </p>
    </details>
  )
}
