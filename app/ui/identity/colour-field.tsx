import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { TextField } from '#app/ui/field.tsx'
import type { ColourProblem } from '#packaging/identity/check-colours.ts'
import styles from './identity.module.css'

type Props = {
  name: 'brand' | 'accent' | 'paper'
  /** `#rrggbb`, or empty for ours. */
  value: string
  onChange: (value: string) => void
  problem: ColourProblem | null
}

/** A colour, typed or picked; where it cannot be read, the nearest that can is one press away. */
export function ColourField({ name, value, onChange, problem }: Props) {
  const { t } = useTranslation(['identity', 'errors'])
  const { number } = useFormat()
  const label = t(`fields.${name}`)
  const proposal = problem?.proposal
  return (
    <div>
      <div className={styles.colour}>
        <TextField
          label={label}
          hint={t(`hints.${name}`)}
          name={name}
          value={value}
          maxLength={7}
          pattern="#[0-9A-Fa-f]{6}"
          placeholder={t('ours')}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value.trim())}
        />
        <input
          type="color"
          aria-label={t('pick', { name: label })}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : shown[name]}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      <div role="status">
        {problem && (
          <p className={styles.problem}>
            {t(`problems.${problem.token}`, {
              ratio: number(Math.floor(problem.ratio * 10) / 10, 1),
              least: number(problem.least, 1),
            })}{' '}
            {proposal && (
              <button type="button" className="quiet" onClick={() => onChange(proposal)}>
                {t('take', { proposal })}
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  )
}

/** What the picker begins with where nothing was chosen: ours. */
const shown = { brand: '#fbfaf6', accent: '#17595f', paper: '#fbfaf6' }
