import type { Editor } from '@tiptap/core'
import { useEffect, useId, useState } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import type { LossCode } from '#content-schema/foreign-html/losses.ts'
import type { EditorWords } from '../words/fr.ts'
import { isRefused, lossTitle } from './loss-title.ts'

type Props = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  onClose: () => void
}

/** What a paste lost, one line a kind; it folds to its title as soon as the author goes on writing. */
export function LossReport({ editor, words, findings, onClose }: Props) {
  const titleId = useId()
  const [folded, setFolded] = useState<readonly Finding[] | null>(null)
  useEffect(() => {
    const fold = () => setFolded(findings)
    // What was pasted is itself a change.
    const timer = setTimeout(() => editor.on('update', fold), 500)
    return () => {
      clearTimeout(timer)
      editor.off('update', fold)
    }
  }, [editor, findings])
  const close = () => {
    onClose()
    editor.view.focus()
  }
  return (
    <section className="me-losses" aria-labelledby={titleId}>
      <details
        open={folded !== findings}
        onToggle={({ currentTarget }) => setFolded(currentTarget.open ? null : findings)}
      >
        <summary>
          <h2 id={titleId}>{lossTitle(findings, words)}</h2>
        </summary>
        <ul>
          {findings.map((finding) => (
            <li key={finding.code}>{lossSentence(finding, words)}</li>
          ))}
        </ul>
        <p className="me-actions">
          {!isRefused(findings) && <span className="me-hint">{words.losses.undo}</span>}
          <button type="button" onClick={close}>
            {words.losses.dismiss}
          </button>
        </p>
      </details>
    </section>
  )
}

function lossSentence({ code, params }: Finding, { losses }: EditorWords): string {
  return losses.sentences[code as LossCode](Number(params?.count), String(params?.names ?? ''))
}
