import type { Command } from '@tiptap/pm/state'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  hasHeader,
  setHeader,
} from '../commands/table.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { CheckField, TextField } from '../panels/fields.tsx'
import { run, shortcut } from '../run.ts'

const words = {
  fr: {
    headerRow: 'La première ligne est un en-tête',
    headerColumn: 'La première colonne est un en-tête',
    caption: 'Titre du tableau',
    addRow: 'Ajouter une ligne dessous',
    removeRow: 'Supprimer la ligne',
    addColumn: 'Ajouter une colonne à droite',
    removeColumn: 'Supprimer la colonne',
  },
  en: {
    headerRow: 'Header row',
    headerColumn: 'Header column',
    caption: 'Table title',
    addRow: 'Add row below',
    removeRow: 'Delete row',
    addColumn: 'Add column to the right',
    removeColumn: 'Delete column',
  },
}

/** From the last cell, Tab adds a row; Escape then Tab leaves the table. */
const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch, view)) return true
  if (!addRowAfter(state, dispatch) || !view) return false
  return goToNextCell(1)(view.state, dispatch, view)
}

const row = (cell: string) =>
  json(
    'tableRow',
    [1, 2, 3].map(() => json(cell, [json('paragraph')])),
  )

export default defineEditor('table', {
  rank: 1,
  icon: 'M4 4h12v12H4zM4 8h12M4 12h12M10 4v12',
  about: { fr: 'Des lignes et des colonnes', en: 'Rows and columns' },
  synonyms: 'tableau grille lignes colonnes grid rows columns',
  create: () => json('table', [row('tableHeader'), row('tableCell'), row('tableCell')]),
  nodes: {
    table: {
      keys: () => ({ Tab: shortcut(nextCell), 'Shift-Tab': shortcut(goToNextCell(-1)) }),
      plugins: () => [tableEditing()],
      hint: ({ node }) => ({ label: String(node.attrs.caption) }),
    },
    tableRow: {},
    tableCell: {},
    tableHeader: {},
  },
  settings: TableSettings,
})

function TableSettings({ editor, node, words: { language }, set }: SettingsProps) {
  const settings = words[language]
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
        label={settings.caption}
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
