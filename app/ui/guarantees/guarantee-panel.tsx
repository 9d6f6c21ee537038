import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { AspectLine } from '#app/services/guarantees/read-guarantees.server.ts'
import { aspects } from '#content-schema/module.ts'
import { Badge } from '../badge.tsx'
import { Select, TextArea, TextField } from '../field.tsx'
import styles from '../module/panels.module.css'

type Props = {
  guarantees: AspectLine[]
  members: { id: string; name: string }[]
  mayGuarantee: boolean
  /** Co-authors read the lines, and open none. */
  own: boolean
}

export const guaranteeTones = {
  holds: 'ok',
  ending: 'warn',
  ended: 'danger',
  missing: 'neutral',
} as const

/** For each aspect, who answers for it and until when, and who was asked to. */
export function GuaranteePanel({ guarantees, members, mayGuarantee, own }: Props) {
  const { t } = useTranslation('guarantees')
  return (
    <section className="card" aria-labelledby="guarantees">
      <h2 id="guarantees">{t('panel.heading')}</h2>
      <p className="soft">
        {t('panel.lead')} {own && <Link to="/guarantees">{t('panel.mine')}</Link>}
      </p>
      <ul className={styles.rows}>
        {guarantees.map((line) => (
          <Line key={line.aspect} line={line} own={own} />
        ))}
      </ul>
      {mayGuarantee && <NewGuarantee members={members} />}
    </section>
  )
}

function Line({ line, own }: { line: AspectLine; own: boolean }) {
  const { t } = useTranslation(['guarantees', 'modules'])
  const { day } = useFormat()
  const { aspect, state, person, endsOn, guaranteeId, asked } = line
  return (
    <li>
      <strong>{t(`modules:aspects.${aspect}`)}</strong>
      <Badge tone={guaranteeTones[state]}>{t(`modules:guarantee.states.${state}`)}</Badge>
      {person && endsOn && (
        <span>{t('modules:guarantee.by', { person, day: day(endsOn) })}</span>
      )}
      {own && guaranteeId && (
        <Link to={`/guarantees/${guaranteeId}`} aria-label={nameOf(t('panel.open'))}>
          {t('panel.open')}
        </Link>
      )}
      {asked && (
        <span className="soft">
          {asked.answer === 'declined'
            ? t('panel.declined', { person: asked.person, reason: asked.reason })
            : t('panel.asked', { person: asked.person, day: day(asked.endsOn) })}{' '}
          {own && (
            <Link to={`/guarantees/${asked.guaranteeId}`} aria-label={nameOf(t('panel.see'))}>
              {t('panel.see')}
            </Link>
          )}
        </span>
      )}
    </li>
  )

  /** Every line has the same link: heard alone, it says of which aspect. */
  function nameOf(link: string): string {
    return `${link} (${t(`modules:aspects.${aspect}`)})`
  }
}

function NewGuarantee({ members }: Pick<Props, 'members'>) {
  const { t } = useTranslation(['guarantees', 'modules'])
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="intent" value="guarantee" />
      <h3>{t('panel.ask')}</h3>
      <div className={styles.inline}>
        <Select label={t('aspect')} name="aspect">
          {aspects.map((aspect) => (
            <option key={aspect} value={aspect}>
              {t(`modules:aspects.${aspect}`)}
            </option>
          ))}
        </Select>
        <Select label={t('guarantor')} name="guarantorId">
          <People members={members} />
        </Select>
        <TextField label={t('until')} name="endsOn" type="date" required />
      </div>
      <details>
        <summary>{t('more')}</summary>
        <div className="stack">
          <Select label={t('deputy')} hint={t('deputyHint')} name="deputyId">
            <option value="">{t('nobody')}</option>
            <People members={members} />
          </Select>
          <TextField
            label={t('lookEvery')}
            hint={t('lookEveryHint')}
            name="lookEvery"
            type="number"
            min={1}
            max={60}
          />
          <TextArea label={t('toWatch')} name="toWatch" rows={2} maxLength={1000} />
          <TextArea label={t('note')} name="note" rows={2} maxLength={1000} />
        </div>
      </details>
      <p>
        <button type="submit">{t('ask')}</button>
      </p>
    </Form>
  )
}

function People({ members }: Pick<Props, 'members'>) {
  return members.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
