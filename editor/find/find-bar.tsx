import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { hostOf } from '../host.ts'
import { IconButton } from '../menus/icon-button.tsx'
import type { EditorWords } from '../words/fr.ts'
import {
  countMatches,
  goToMatch,
  lookFor,
  replaceEvery,
  replaceThis,
  stopLooking,
} from './find.ts'

type Props = { editor: Editor; words: EditorWords; onClose: () => void }

/** Looks for words in the whole module and puts others in their place. */
export default function FindBar({ editor, words, onClose }: Props) {
  const { find } = words
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(() => selectedWords(editor))
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState({ caseSensitive: false, wholeWord: false })
  const [matches, setMatches] = useState({ count: 0, current: 0 })
  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    lookFor(editor, { search: query, replace: replacement, ...options })
    setMatches(countMatches(editor))
  }, [editor, query, replacement, options])
  useEffect(() => () => stopLooking(editor), [editor])
  const act = (action: () => void) => () => {
    action()
    const now = countMatches(editor)
    setMatches(now)
    hostOf(editor).announce(find.place(now.current, now.count))
  }
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) {
      act(() => goToMatch(editor, event.shiftKey ? -1 : 1))()
    } else return
    event.preventDefault()
  }
  return (
    <search className="me-find" aria-label={find.label} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label={find.search}
        placeholder={find.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <output className="me-find-count">{find.place(matches.current, matches.count)}</output>
      <IconButton icon="up" label={find.previous} onClick={act(() => goToMatch(editor, -1))} />
      <IconButton icon="down" label={find.next} onClick={act(() => goToMatch(editor, 1))} />
      <input
        type="text"
        aria-label={find.replacement}
        placeholder={find.replacement}
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
      />
      <button
        type="button"
        disabled={matches.count === 0}
        onClick={act(() => replaceThis(editor))}
      >
        {find.replace}
      </button>
      <button
        type="button"
        disabled={matches.count === 0}
        onClick={act(() => replaceEvery(editor))}
      >
        {find.replaceAll}
      </button>
      {(['caseSensitive', 'wholeWord'] as const).map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={options[name]}
            onChange={(event) => setOptions({ ...options, [name]: event.target.checked })}
          />
          {find[name]}
        </label>
      ))}
      <IconButton icon="close" label={find.close} onClick={close} />
    </search>
  )
}

function selectedWords(editor: Editor): string {
  const { from, to } = editor.state.selection
  const words = editor.state.doc.textBetween(from, to, ' ')
  return words.length <= 100 ? words : ''
}
