import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { ListedProfile } from '#app/services/publication/gate-profiles.server.ts'
import { Select, TextField } from '../field.tsx'
import { AspectTicks } from './aspect-ticks.tsx'

/** What is asked of the modules meant for one use. Give it another `key` once it was saved. */
export function ProfileForm({ profile }: { profile: ListedProfile }) {
  const { t } = useTranslation(['gates', 'modules'])
  const { instant } = useFormat()
  const { intendedUse, signOffs, guarantees, exportAtEnd, trial, changedAt } = profile
  const use = t(`modules:uses.${intendedUse}`)
  return (
    <section className="card" aria-labelledby={intendedUse}>
      <h2 id={intendedUse}>{use}</h2>
      <p className="soft">
        {changedAt === null
          ? t('profiles.shipped')
          : t('profiles.own', { date: instant(changedAt) })}
      </p>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="intendedUse" value={intendedUse} />
        <AspectTicks legend={t('profiles.signOffs')} name="signOffs[]" ticked={signOffs} />
        <AspectTicks
          legend={t('profiles.guarantees')}
          name="guarantees[]"
          ticked={guarantees}
        />
        <Select
          label={t('profiles.exportAtEnd')}
          hint={t('profiles.exportAtEndHint')}
          name="exportAtEnd"
          defaultValue={exportAtEnd}
        >
          {(['allowed', 'warned', 'refused'] as const).map((policy) => (
            <option key={policy} value={policy}>
              {t(`profiles.atEnd.${policy}`)}
            </option>
          ))}
        </Select>
        <TextField
          label={t('profiles.trial')}
          hint={t('profiles.trialHint')}
          name="participants"
          type="number"
          min={0}
          max={60}
          required
          defaultValue={trial?.participants ?? 0}
        />
        <p className="row">
          <button type="submit" name="intent" value="save">
            {t('profiles.save', { use })}
          </button>
          {changedAt !== null && (
            <button type="submit" name="intent" value="reset" className="quiet">
              {t('profiles.reset', { use })}
            </button>
          )}
        </p>
      </Form>
    </section>
  )
}
