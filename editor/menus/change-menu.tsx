import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ElementName } from '#content-schema/schema.ts'
import { changeInto } from '../commands/change-into.ts'
import { elementLabel } from '../element-label.ts'
import { elementEditors } from '../elements/index.ts'
import { hostOf } from '../host.ts'
import { Icon } from '../icon.tsx'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { Popover } from './popover.tsx'

type Props = {
  editor: Editor
  words: EditorWords
  changes: readonly ElementName[]
  anchor: DOMRect
  onClose: () => void
}

/** The other shapes that the current element can take. */
export function ChangeMenu({ editor, words, changes, anchor, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const choose = (wanted: ElementName) => {
    if (run(editor, changeInto(wanted))) {
      hostOf(editor).announce(words.said.changed(elementLabel(wanted, words)))
    }
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') close()
    else if (step) focusNext(menu.current, step)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Popover anchor={anchor} label={words.bar.changeInto} role="presentation" onClose={onClose}>
      <div ref={menu} role="menu" aria-label={words.bar.changeInto} onKeyDown={onKeyDown}>
        {changes.map((each) => (
          <button
            key={each}
            type="button"
            role="menuitem"
            className="me-menu-item"
            onClick={() => choose(each)}
          >
            <Icon path={elementEditors[each].icon} />
            {elementLabel(each, words)}
          </button>
        ))}
      </div>
    </Popover>
  )
}

function focusNext(menu: HTMLElement | null, step: number): void {
  const items = [...(menu?.querySelectorAll('button') ?? [])]
  const now = items.indexOf(document.activeElement as HTMLButtonElement)
  items[(now + step + items.length) % items.length]?.focus()
}
