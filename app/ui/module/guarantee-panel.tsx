import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { Badge } from '../badge.tsx'
import { Select, TextField } from '../field.tsx'
import styles from './panels.module.css'

type State = 'holds' | 'ending' | 'ended' | 'missing'
type GuaranteeRow = {
  aspect: Aspect
  state: State
  person: string | null
  endsOn: string | null
}
type Props = {
  guarantees: GuaranteeRow[]
  members: { id: string; name: string }[]
  mayGuarantee: boolean
}

const tones = { holds: 'ok', ending: 'warn', ended: 'danger', missing: 'neutral' } as const

/** For each aspect, who answers for it and until when. */
export function GuaranteePanel({ guarantees, members, mayGuarantee }: Props) {
  const { t } = useTranslation('modules')
  const { day } = useFormat()
  return (
    <section className="card" aria-labelledby="guarantees">
      <h2 id="guarantees">{t('guarantee.heading')}</h2>
      <p className="soft">{t('guarantee.lead')}</p>
      <ul className={styles.rows}>
        {guarantees.map(({ aspect, state, person, endsOn }) => (
          <li key={aspect}>
            <strong>{t(`aspects.${aspect}`)}</strong>
            <Badge tone={tones[state]}>{t(`guarantee.states.${state}`)}</Badge>
            {person && endsOn && <span>{t('guarantee.by', { person, day: day(endsOn) })}</span>}
          </li>
        ))}
      </ul>
      {mayGuarantee && <NewGuarantee members={members} />}
    </section>
  )
}

function NewGuarantee({ members }: Pick<Props, 'members'>) {
  const { t } = useTranslation('modules')
  return (
    <Form method="post" className={styles.inline} preventScrollReset>
      <input type="hidden" name="intent" value="guarantee" />
      <Select label={t('guarantee.aspect')} name="aspect">
        {aspects.map((aspect) => (
          <option key={aspect} value={aspect}>
            {t(`aspects.${aspect}`)}
          </option>
        ))}
      </Select>
      <Select label={t('guarantee.guarantor')} name="guarantorId">
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField label={t('guarantee.until')} name="endsOn" type="date" required />
      <button type="submit">{t('guarantee.record')}</button>
    </Form>
  )
}
