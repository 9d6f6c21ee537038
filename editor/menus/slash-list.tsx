import type { Editor } from '@tiptap/core'
import { useEffect, useId } from 'react'
import type { SlashState } from '../extensions/slash-menu.ts'
import type { EditorWords } from '../words/fr.ts'
import { EntryList, optionId } from './entry-list.tsx'
import { Popover } from './popover.tsx'

type Props = { editor: Editor; words: EditorWords; state: SlashState }

const nothing = () => undefined

/** The list of elements under the `/` being typed; the caret stays in the text. */
export function SlashList({ editor, words, state }: Props) {
  const id = useId().replaceAll(':', '')
  const { entries, active, anchor, choose } = state
  const rect = anchor()
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', optionId(id, active))
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, active])
  if (!rect || entries.length === 0) return null
  return (
    <Popover anchor={rect} label={words.insert.menu} role="presentation" onClose={nothing}>
      <EntryList id={id} entries={entries} active={active} words={words} onChoose={choose} />
    </Popover>
  )
}
