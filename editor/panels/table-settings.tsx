import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  hasHeader,
  setHeader,
} from '../commands/table.ts'
import { run } from '../run.ts'
import { CheckField, TextField } from './fields.tsx'
import type { SettingsProps } from './settings.tsx'

export function TableSettings({ editor, node, words, set }: SettingsProps) {
  const { settings } = words
  const id = String(node.attrs.id)
  const buttons = [
    { label: settings.addRow, command: addRowAfter },
    { label: settings.removeRow, command: deleteRow },
    { label: settings.addColumn, command: addColumnAfter },
    { label: settings.removeColumn, command: deleteColumn },
  ]
  return (
    <>
      <TextField
        label={settings.tableCaption}
        value={node.attrs.caption}
        longest={2000}
        onChange={(caption) => set({ caption })}
      />
      {(['row', 'column'] as const).map((line) => (
        <CheckField
          key={line}
          label={line === 'row' ? settings.headerRow : settings.headerColumn}
          checked={hasHeader(node, line)}
          onChange={(on) => run(editor, setHeader(id, line, on))}
        />
      ))}
      <div className="me-buttons">
        {buttons.map(({ label, command }) => (
          <button
            key={label}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              run(editor, command)
              editor.view.focus()
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  )
}
