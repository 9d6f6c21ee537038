import { addItem, removeItem } from '../commands/accordion.ts'
import { run } from '../run.ts'
import type { SettingsProps } from './settings.tsx'

export function AccordionSettings({ editor, words }: SettingsProps) {
  const buttons = [
    { label: words.settings.addItem, command: addItem },
    { label: words.settings.removeItem, command: removeItem },
  ]
  return (
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
  )
}
