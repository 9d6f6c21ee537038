import type { Editor } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { excerpt } from '#content-schema/plain-text.ts'
import type { Bin, Binned } from '../bin.ts'
import { restoreFromBin } from '../commands/restore-from-bin.ts'
import { elementLabel } from '../element-label.ts'
import { goToNode } from '../go-to-node.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'

type Props = { editor: Editor; words: EditorWords; bin: Bin; version: number }

/** What was taken out of the module lately; a press puts it back where it was. */
export function BinList({ editor, words, bin }: Props) {
  const binned = bin.read().filter((each) => readNode(editor, each) !== null)
  if (binned.length === 0) return null
  const restore = (each: Binned) => {
    const node = readNode(editor, each)
    if (!node || !run(editor, restoreFromBin(node, each.sectionId))) return
    hostOf(editor).announce(words.said.restored(elementLabel(node.type.name, words)))
    goToNode(editor, String(node.attrs.id))
  }
  return (
    <details className="me-bin">
      <summary>{words.bin.title(binned.length)}</summary>
      <ul>
        {binned.map((each) => {
          const node = readNode(editor, each)!
          const label = elementLabel(node.type.name, words)
          const said = excerpt(node, 60) || words.outline.empty
          return (
            <li key={String(each.node.attrs?.id)}>
              <span>{words.colon(label, said)}</span>
              <button
                type="button"
                aria-label={words.bin.restoreThis(`${label} ${said}`)}
                onClick={() => restore(each)}
              >
                {words.bin.restore}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** `null` when it was kept by a version that wrote otherwise. */
function readNode(editor: Editor, { node }: Binned): Node | null {
  try {
    const read = Node.fromJSON(editor.schema, node)
    read.check()
    return read
  } catch {
    return null
  }
}
