import { useEffect, useRef } from 'react'
import { elementLabel } from '../element-label.ts'
import { Icon } from '../icon.tsx'
import type { CatalogueEntry } from '../insert/catalogue.ts'
import type { EditorWords } from '../words/fr.ts'

type Props = {
  id: string
  entries: readonly CatalogueEntry[]
  active: number
  words: EditorWords
  onChoose: (entry: CatalogueEntry) => void
}

/** The elements to choose from, as a listbox; the keyboard stays where the query is typed. */
export function EntryList({ id, entries, active, words, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current
      ?.querySelector(`#${optionId(id, active)}`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={words.insert.menu}
      className="me-entries"
    >
      {entries.map((entry, index) => (
        <div
          key={`${entry.group} ${entry.template?.id ?? entry.name}`}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="me-entry"
          data-group={startsGroup(entries, index) ? words.groups[entry.group] : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(entry)}
        >
          <Icon path={entry.icon} />
          <span>
            <span className="me-entry-name">
              {entry.label ?? entry.call?.[words.language] ?? elementLabel(entry.name, words)}
            </span>
            <span className="me-entry-about">{entry.about[words.language]}</span>
          </span>
        </div>
      ))}
    </div>
  )
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** The name of a group is drawn above its first entry. */
function startsGroup(entries: readonly CatalogueEntry[], index: number): boolean {
  return entries[index - 1]?.group !== entries[index]?.group
}
