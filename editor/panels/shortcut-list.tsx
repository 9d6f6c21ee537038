import type { EditorWords } from '../words/fr.ts'

/** The keys that act on elements, folded until somebody asks. */
export function ShortcutList({ words }: { words: EditorWords }) {
  const {
    ctrl,
    shift,
    backspace,
    enter,
    escape: escapeKey,
    next,
    tab,
    ...does
  } = words.shortcuts
  const keys: [string, string][] = [
    ['/', does.insert],
    [`Alt + ${shift} + ↑ ↓`, does.move],
    [`${ctrl} + D`, does.duplicate],
    [`${ctrl} + ${shift} + ${backspace}`, does.remove],
    [`${ctrl} + ${enter}`, does.leave],
    [`${ctrl} + F`, does.find],
    [escapeKey, does.select],
    [`${escapeKey}, ${next} ${tab}`, does.out],
    [`${ctrl} + Z`, does.undo],
    [`${ctrl} + Y, ${ctrl} + ${shift} + Z`, does.redo],
  ]
  return (
    <details className="me-shortcuts">
      <summary>{words.settings.shortcuts}</summary>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
