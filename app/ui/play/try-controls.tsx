import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { choices, stateLimits, type TryOut } from '#app/services/play/try.ts'
import { Select } from '#app/ui/field.tsx'
import { presets } from '#packaging/publication/presets/index.ts'
import styles from './play.module.css'

type Props = {
  tryOut: TryOut
  /** Whether the package speaks to an LMS through the SCORM data model. */
  isScorm: boolean
  /** `lms` alone: all else is as that LMS does it. */
  change: (change: Partial<TryOut>) => void
}

/** In which LMS, and in what state, the package is tried. */
export function TryControls({ tryOut, isScorm, change }: Props) {
  const { t } = useTranslation('play')
  return (
    <fieldset className={styles.tryOut}>
      <legend>{t('tryOut.legend')}</legend>
      <p className="soft">{t('tryOut.hint')}</p>
      <div className={styles.choices}>
        {isScorm && <LmsChoices tryOut={tryOut} change={change} />}
        <Choice name="mode" tryOut={tryOut} change={change} />
        <Choice name="network" tryOut={tryOut} change={change} />
      </div>
    </fieldset>
  )
}

function LmsChoices({ tryOut, change }: Omit<Props, 'isScorm'>) {
  const { t } = useTranslation('play')
  const { number } = useFormat()
  const limits = [...new Set([...stateLimits, tryOut.stateLimit])].sort((a, b) => a - b)
  return (
    <>
      <Select
        label={t('tryOut.lms')}
        name="lms"
        value={tryOut.lms}
        onChange={(event) => change({ lms: event.target.value })}
      >
        <option value="">{t('tryOut.noLms')}</option>
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('tryOut.stateLimit')}
        name="stateLimit"
        value={tryOut.stateLimit}
        onChange={(event) => change({ stateLimit: Number(event.target.value) })}
      >
        {limits.map((limit) => (
          <option key={limit} value={limit}>
            {t('tryOut.characters', { count: limit, number: number(limit) })}
          </option>
        ))}
      </Select>
      <Choice name="tooLong" tryOut={tryOut} change={change} />
      <Choice name="interactions" tryOut={tryOut} change={change} />
      <Choice name="rules" tryOut={tryOut} change={change} />
    </>
  )
}

type ChoiceProps = Omit<Props, 'isScorm'> & { name: keyof typeof choices }

function Choice({ name, tryOut, change }: ChoiceProps) {
  const { t } = useTranslation('play')
  return (
    <Select
      label={t(`tryOut.${name}`)}
      name={name}
      value={tryOut[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    >
      {choices[name].map((each) => (
        <option key={each} value={each}>
          {t(`tryOut.choices.${each}`)}
        </option>
      ))}
    </Select>
  )
}
