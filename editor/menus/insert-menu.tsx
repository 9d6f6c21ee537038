import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useId, useReducer, useRef, useState } from 'react'
import { elements } from '#content-schema/nodes/index.ts'
import { isElement } from '#content-schema/schema.ts'
import { canInsert } from '../commands/insert-element.ts'
import { hostOf, type InsertRequest } from '../host.ts'
import { type CatalogueEntry, standsInSection } from '../insert/catalogue.ts'
import { insertEntry } from '../insert/insert-entry.ts'
import { offersFor } from '../insert/offers.ts'
import type { EditorWords } from '../words/fr.ts'
import { EntryList, optionId } from './entry-list.tsx'
import { Popover } from './popover.tsx'

type Props = { editor: Editor; words: EditorWords; request: InsertRequest; onClose: () => void }

/** The list of elements behind "+": type to filter, arrows to go through it, Enter to insert. */
export function InsertMenu({ editor, words, request, onClose }: Props) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const id = useId().replaceAll(':', '')
  const field = useRef<HTMLInputElement>(null)
  const around = groupAround(editor, request.at)
  const offered = (asked: string) =>
    offersFor(asked, hostOf(editor))
      .filter(
        (entry) =>
          (request.at === null || standsInSection(entry)) &&
          canInsert(editor.state, entry.name, request.at ?? undefined),
      )
      .sort((one, other) => Number(other.group === around) - Number(one.group === around))
  const entries = offered(query)
  const noneSaid = (asked: string) =>
    offersFor(asked, hostOf(editor)).length > 0 ? words.insert.notHere : words.insert.none
  const { templates } = hostOf(editor)
  const [, knowMore] = useReducer((times: number) => times + 1, 0)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => templates?.listen(knowMore), [templates])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const choose = (entry: CatalogueEntry) => {
    onClose()
    insertEntry(editor, entry, request.at)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const entry = entries[active]
    if (step && entries.length > 0) setActive((active + step + entries.length) % entries.length)
    else if (event.key === 'Enter' && entry) choose(entry)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  return (
    <Popover anchor={request.anchor} label={words.toolbar.insertElement} onClose={onClose}>
      <input
        ref={field}
        type="text"
        role="combobox"
        className="me-search"
        aria-label={words.insert.search}
        placeholder={words.insert.search}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={entries.length > 0 ? optionId(id, active) : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          const count = offered(event.target.value).length
          hostOf(editor).announce(
            count ? words.said.results(count) : noneSaid(event.target.value),
          )
        }}
        onKeyDown={onKeyDown}
      />
      <EntryList id={id} entries={entries} active={active} words={words} onChoose={choose} />
      {entries.length === 0 && <p className="me-none">{noneSaid(query)}</p>}
      {templates && (
        <button
          type="button"
          className="me-text-button"
          onClick={() => {
            onClose()
            templates.manage()
          }}
        >
          {words.templates.manage}
        </button>
      )}
    </Popover>
  )
}

/** Of the element that the place is in: questions come first where questions are asked together. */
function groupAround(editor: Editor, at: number | null): string | null {
  const name = at === null ? '' : editor.state.doc.resolve(at).parent.type.name
  return isElement(name) ? elements[name].group : null
}
