import { useTranslation } from 'react-i18next'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { Tick } from '../field.tsx'
import styles from './gates.module.css'

type Props = {
  legend: string
  hint?: string
  /** Ends in `[]`: what is ticked is sent as a list of aspects. */
  name: string
  ticked: readonly Aspect[]
}

/** Some of the six aspects. */
export function AspectTicks({ legend, hint, name, ticked }: Props) {
  const { t } = useTranslation('modules')
  return (
    <fieldset className={styles.aspects}>
      <legend>{legend}</legend>
      {hint && <p className="soft">{hint}</p>}
      <div className={styles.ticks}>
        {aspects.map((aspect) => (
          <Tick
            key={aspect}
            label={t(`aspects.${aspect}`)}
            name={name}
            value={aspect}
            defaultChecked={ticked.includes(aspect)}
          />
        ))}
      </div>
    </fieldset>
  )
}
