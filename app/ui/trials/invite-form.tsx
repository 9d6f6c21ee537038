import { useTranslation } from 'react-i18next'
import type { WantedProfile } from '#app/db/schema/bank/index.ts'
import { Form } from '#app/framework.ts'
import { Select, TextField } from '../field.tsx'

type Props = {
  wanted: WantedProfile[]
  /** Of those who are invited already. */
  profiles: string[]
}

export function InviteForm({ wanted, profiles }: Props) {
  const { t } = useTranslation('trials')
  const rows = wanted.map(({ profile, count }) => ({
    ...{ profile, count, have: profiles.filter((each) => each === profile).length },
  }))
  const count = rows.reduce((sum, row) => sum + Math.max(0, row.count - row.have), 0)
  return (
    <section className="card" aria-labelledby="invite">
      <h2 id="invite">{t('prepare.add')}</h2>
      <p>
        {t('said', {
          who: t('prepare.wanted'),
          what: rows.map((row) => t('prepare.wantedRow', row)).join(', '),
        })}
      </p>
      {count > 0 && (
        <Form method="post" action="?index">
          <button type="submit" name="intent" value="wanted">
            {t('prepare.addWanted', { count })}
          </button>
        </Form>
      )}
      <Form method="post" action="?index" className="stack">
        <Select label={t('prepare.profile')} name="profile">
          {rows.map(({ profile }) => (
            <option key={profile}>{profile}</option>
          ))}
        </Select>
        <TextField label={t('prepare.name')} name="name" maxLength={120} autoComplete="off" />
        <TextField
          label={t('prepare.email')}
          hint={t('prepare.emailHint')}
          name="email"
          type="email"
          maxLength={200}
          autoComplete="off"
        />
        <p>
          <button type="submit" name="intent" value="one" className="quiet">
            {t('prepare.addOne')}
          </button>
        </p>
      </Form>
    </section>
  )
}
