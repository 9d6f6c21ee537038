import { useTranslation } from 'react-i18next'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { Tick } from '../field.tsx'

type Props = {
  legend: string
  /** Ends in `[]`: what is ticked is sent as a list of aspects. */
  name: string
  ticked: readonly Aspect[]
  /** What stands under one of them. */
  hint?: (aspect: Aspect) => string | undefined
}

/** Some of the six aspects. */
export function AspectTicks({ legend, name, ticked, hint }: Props) {
  const { t } = useTranslation('modules')
  return (
    <fieldset className="plain">
      <legend>{legend}</legend>
      {aspects.map((aspect) => (
        <Tick
          key={aspect}
          label={t(`aspects.${aspect}`)}
          hint={hint?.(aspect) ?? ''}
          name={name}
          value={aspect}
          defaultChecked={ticked.includes(aspect)}
        />
      ))}
    </fieldset>
  )
}
