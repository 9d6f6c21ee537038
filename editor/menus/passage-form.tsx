import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { currentLanguage, hasPassage, setLanguage } from '../commands/language.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { languages } from '../words/languages.ts'
import { Popover } from './popover.tsx'

type Props = { editor: Editor; words: EditorWords; anchor: DOMRect; onClose: () => void }

/** Which language the selected words are in. */
export default function PassageForm(props: Props) {
  return hasPassage(props.editor.state) ? <Form {...props} /> : <NoPassage {...props} />
}

function NoPassage({ editor, words: { passage }, anchor, onClose }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  return (
    <Popover anchor={anchor} label={passage.title} className="me-link-form" onClose={close}>
      <p>{passage.none}</p>
      <p className="me-actions">
        <button
          type="button"
          ref={button}
          onClick={close}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          {passage.understood}
        </button>
      </p>
    </Popover>
  )
}

function Form({ editor, words: { passage, common }, anchor, onClose }: Props) {
  const before = useState(() => currentLanguage(editor.state))[0]
  const [chosen, setChosen] = useState(() => (isNamed(before) ? before : 'other'))
  const [code, setCode] = useState(isNamed(before) ? '' : before)
  const [refused, setRefused] = useState(false)
  const id = useId()
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => field.current?.focus(), [])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (run(editor, setLanguage(chosen === 'other' ? code.trim() : chosen))) close()
    else setRefused(true)
  }
  return (
    <Popover anchor={anchor} label={passage.title} className="me-link-form" onClose={close}>
      <form onSubmit={apply} onKeyDown={(event) => event.key === 'Escape' && close()}>
        <label>
          {passage.language}
          <select
            ref={field}
            value={chosen}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setChosen(event.target.value)}
          >
            {(['', ...languages] as const).map((lang) => (
              <option key={lang} value={lang}>
                {common.languages[lang]}
              </option>
            ))}
            <option value="other">{passage.other}</option>
          </select>
        </label>
        <p id={`${id}-hint`} className="me-hint">
          {passage.hint}
        </p>
        {chosen === 'other' && (
          <label>
            {passage.code}
            <input
              type="text"
              value={code}
              maxLength={35}
              autoCapitalize="none"
              spellCheck={false}
              aria-invalid={refused}
              aria-describedby={refused ? `${id}-refused` : undefined}
              onChange={(event) => setCode(event.target.value)}
            />
          </label>
        )}
        {refused && (
          <p id={`${id}-refused`} className="me-error" role="alert">
            {passage.refused}
          </p>
        )}
        <p className="me-actions">
          <button type="submit" className="me-primary">
            {passage.apply}
          </button>
          <button type="button" onClick={close}>
            {passage.cancel}
          </button>
        </p>
      </form>
    </Popover>
  )
}

function isNamed(lang: string): boolean {
  return lang === '' || languages.some((named) => named === lang)
}
