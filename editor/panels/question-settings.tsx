import { readUnit } from '#content-schema/nodes/numeric.ts'
import type { SettingsProps } from '../element-editor.ts'
import { readDecimal, writeDecimal } from '../read-decimal.ts'
import { CheckField, TextField, WholeNumberField } from './fields.tsx'
import { LinesField } from './lines-field.tsx'

/** What every question has: what it is worth, and how often it may be tried. */
export function QuestionSettings({ node, words, set }: SettingsProps) {
  const { settings } = words
  return (
    <>
      <WholeNumberField
        label={settings.points}
        value={node.attrs.points}
        least={1}
        most={100}
        refusal={settings.outOfRange(1, 100)}
        onChange={(points) => set({ points })}
      />
      <WholeNumberField
        label={settings.tries}
        hint={settings.triesHint}
        value={node.attrs.tries}
        least={1}
        most={10}
        refusal={settings.outOfRange(1, 10)}
        onChange={(tries) => set({ tries })}
      />
    </>
  )
}

export function SingleChoiceSettings(props: SettingsProps) {
  const { node, words, set } = props
  return (
    <>
      <QuestionSettings {...props} />
      <CheckField
        label={words.settings.shuffle}
        checked={node.attrs.shuffle}
        onChange={(shuffle) => set({ shuffle })}
      />
    </>
  )
}

export function MultipleChoiceSettings(props: SettingsProps) {
  const { node, words, set } = props
  return (
    <>
      <SingleChoiceSettings {...props} />
      <CheckField
        label={words.settings.partialCredit}
        hint={words.settings.partialCreditHint}
        checked={node.attrs.partialCredit}
        onChange={(partialCredit) => set({ partialCredit })}
      />
    </>
  )
}

export function NumericSettings(props: SettingsProps) {
  const { node, words, set } = props
  return (
    <>
      <QuestionSettings {...props} />
      <DecimalField {...props} name="value" label={words.question.value} />
      <DecimalField {...props} name="tolerance" label={words.question.tolerance} />
      <TextField
        label={words.question.unit}
        value={node.attrs.unit}
        longest={40}
        onChange={(unit) => set({ unit })}
      />
      <LinesField
        label={words.question.otherUnits}
        hint={words.question.otherUnitsHint}
        value={node.attrs.otherUnits}
        most={10}
        longest={60}
        rows={3}
        refusal={words.question.otherUnitsHint}
        refuseLine={(line) => (readUnit(line) ? '' : words.question.notAUnit(line.trim()))}
        onChange={(otherUnits) => set({ otherUnits })}
      />
    </>
  )
}

function DecimalField(props: SettingsProps & { name: 'value' | 'tolerance'; label: string }) {
  const { node, words, set, name, label } = props
  const value = node.attrs[name] as number | null
  return (
    <TextField
      label={label}
      hint={value === null && name === 'value' ? words.question.missingValue : undefined}
      refuse={(text) => (readDecimal(text) === undefined ? words.question.notANumber : '')}
      value={value === null ? '' : writeDecimal(value)}
      longest={40}
      onChange={(text) => {
        const number = readDecimal(text)
        if (number !== undefined) set({ [name]: number })
      }}
    />
  )
}
