import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { choices, stateLimits, type Trial } from '#app/services/play/trial.ts'
import { Select } from '#app/ui/field.tsx'
import { presets } from '#packaging/publication/presets/index.ts'
import styles from './play.module.css'

type Props = {
  trial: Trial
  /** Whether the package speaks to an LMS through the SCORM data model. */
  isScorm: boolean
  /** `lms` alone: all else is as that LMS does it. */
  change: (change: Partial<Trial>) => void
}

/** In which LMS, and in what state, the package is tried. */
export function TrialControls({ trial, isScorm, change }: Props) {
  const { t } = useTranslation('play')
  return (
    <fieldset className={styles.trial}>
      <legend>{t('trial.legend')}</legend>
      <p className="soft">{t('trial.hint')}</p>
      <div className={styles.choices}>
        {isScorm && <LmsChoices trial={trial} change={change} />}
        <Choice name="mode" trial={trial} change={change} />
        <Choice name="network" trial={trial} change={change} />
      </div>
    </fieldset>
  )
}

function LmsChoices({ trial, change }: Omit<Props, 'isScorm'>) {
  const { t } = useTranslation('play')
  const { number } = useFormat()
  const limits = [...new Set([...stateLimits, trial.stateLimit])].sort((a, b) => a - b)
  return (
    <>
      <Select
        label={t('trial.lms')}
        name="lms"
        value={trial.lms}
        onChange={(event) => change({ lms: event.target.value })}
      >
        <option value="">{t('trial.noLms')}</option>
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('trial.stateLimit')}
        name="stateLimit"
        value={trial.stateLimit}
        onChange={(event) => change({ stateLimit: Number(event.target.value) })}
      >
        {limits.map((limit) => (
          <option key={limit} value={limit}>
            {t('trial.characters', { count: limit, number: number(limit) })}
          </option>
        ))}
      </Select>
      <Choice name="tooLong" trial={trial} change={change} />
      <Choice name="interactions" trial={trial} change={change} />
      <Choice name="rules" trial={trial} change={change} />
    </>
  )
}

type ChoiceProps = Omit<Props, 'isScorm'> & { name: keyof typeof choices }

function Choice({ name, trial, change }: ChoiceProps) {
  const { t } = useTranslation('play')
  return (
    <Select
      label={t(`trial.${name}`)}
      name={name}
      value={trial[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    >
      {choices[name].map((each) => (
        <option key={each} value={each}>
          {t(`trial.choices.${each}`)}
        </option>
      ))}
    </Select>
  )
}
