import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { currentHref, removeLink, setLink } from '../commands/link.ts'
import { elementLabel } from '../element-label.ts'
import { glossaryTerms } from '../panels/glossary-terms.ts'
import { readOutline } from '../panels/read-outline.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { Popover } from './popover.tsx'

type Props = { editor: Editor; words: EditorWords; anchor: DOMRect; onClose: () => void }

/** Where a link leads: an address, or a place of the same module. */
export function LinkForm({ editor, words, anchor, onClose }: Props) {
  const before = useState(() => currentHref(editor.state))[0]
  const [href, setHref] = useState(before)
  const [refused, setRefused] = useState(false)
  const errorId = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (run(editor, setLink(href.trim()))) close()
    else setRefused(true)
  }
  const remove = () => {
    run(editor, removeLink)
    close()
  }
  const { link } = words
  return (
    <Popover anchor={anchor} label={link.title} className="me-link-form" onClose={onClose}>
      <form onSubmit={apply} onKeyDown={(event) => event.key === 'Escape' && close()}>
        <label>
          {link.address}
          <input
            ref={field}
            type="text"
            inputMode="url"
            value={href.startsWith('#') ? '' : href}
            placeholder={link.addressHint}
            aria-invalid={refused}
            aria-describedby={refused ? errorId : undefined}
            onChange={(event) => setHref(event.target.value)}
          />
        </label>
        {refused && (
          <p id={errorId} className="me-error" role="alert">
            {link.refused}
          </p>
        )}
        <Places editor={editor} words={words} href={href} onChoose={setHref} />
        <p className="me-actions">
          <button type="submit" className="me-primary">
            {link.apply}
          </button>
          {before && (
            <button type="button" onClick={remove}>
              {link.remove}
            </button>
          )}
          <button type="button" onClick={close}>
            {link.cancel}
          </button>
        </p>
      </form>
    </Popover>
  )
}

type PlacesProps = {
  editor: Editor
  words: EditorWords
  href: string
  onChoose: (href: string) => void
}

function Places({ editor, words, href, onChoose }: PlacesProps) {
  const sections = readOutline(editor.state.doc)
  const terms = glossaryTerms(editor.state.doc)
  return (
    <label>
      {words.link.place}
      <select
        value={href.startsWith('#') ? href : ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{words.link.noPlace}</option>
        {sections.map((section) => (
          <optgroup key={section.id} label={section.title || words.outline.untitledSection}>
            <option value={`#${section.id}`}>
              {section.title || words.outline.untitledSection}
            </option>
            {section.elements.map((element) => (
              <option key={element.id} value={`#${element.id}`}>
                {words.colon(
                  elementLabel(element.name, words),
                  element.excerpt || words.outline.empty,
                )}
              </option>
            ))}
          </optgroup>
        ))}
        {terms.length > 0 && (
          <optgroup label={elementLabel('glossary', words)}>
            {terms.map(({ id, word }) => (
              <option key={id} value={`#${id}`}>
                {word}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  )
}
