import { TextField } from './fields.tsx'

type Props = {
  label: string
  hint?: string | undefined
  value: readonly string[]
  /** How many lines there may be, and of how many characters each. */
  most: number
  longest: number
  refusal: string
  /** Why a line cannot be, empty when it can. */
  refuseLine?: (line: string) => string
  rows?: number
  onChange: (lines: string[]) => void
}

/**
 * Several short texts, one a line. Blank lines are kept while they are typed: taken away, they
 * would take the caret with them; whoever reads the lines passes over them.
 */
export function LinesField(props: Props) {
  const { label, hint, value, most, longest, refusal, refuseLine, rows = 4, onChange } = props
  const refuse = (text: string) => {
    const lines = linesOf(text)
    if (lines.length > most || lines.some((line) => line.length > longest)) return refusal
    return (
      lines.map((line) => (line.trim() ? (refuseLine?.(line) ?? '') : '')).find(Boolean) ?? ''
    )
  }
  return (
    <TextField
      label={label}
      hint={hint}
      value={value.join('\n')}
      longest={most * (longest + 1)}
      rows={rows}
      refuse={refuse}
      onChange={(text) => {
        const lines = linesOf(text)
        if (lines.length <= most && lines.every((line) => line.length <= longest))
          onChange(lines)
      }}
    />
  )
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
