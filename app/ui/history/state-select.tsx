import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { KeptState } from '#app/services/modules/history.server.ts'
import { Select } from '../field.tsx'

type Props = { label: string; name: string; value: string; states: KeptState[] }

/** One of the states of a module, by what it was made for, when and by whom. */
export function StateSelect({ label, name, value, states }: Props) {
  const { t } = useTranslation('history')
  const { instant } = useFormat()
  const said = ({ name: number, by, at, edition }: KeptState) => {
    const known = { number, by, date: instant(at), edition }
    if (number === 'draft') return t('draft', known)
    return edition ? t('edition', known) : t('revision', known)
  }
  return (
    <Select label={label} name={name} defaultValue={value}>
      {states.map((state) => (
        <option key={state.name} value={state.name}>
          {said(state)}
        </option>
      ))}
    </Select>
  )
}
