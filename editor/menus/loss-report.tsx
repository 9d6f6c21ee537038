import type { Editor } from '@tiptap/core'
import { useId } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import type { LossCode } from '#content-schema/foreign-html/losses.ts'
import type { EditorWords } from '../words/fr.ts'

type Props = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  onClose: () => void
}

/** What a paste lost, one line a kind, until the author has read it. */
export function LossReport({ editor, words, findings, onClose }: Props) {
  const titleId = useId()
  const close = () => {
    onClose()
    editor.view.focus()
  }
  return (
    <section className="me-losses" aria-labelledby={titleId}>
      <h2 id={titleId}>{lossTitle(findings, words)}</h2>
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
    </section>
  )
}

export function lossTitle(findings: readonly Finding[], { losses }: EditorWords): string {
  return isRefused(findings) ? losses.refusedTitle : losses.title(findings.length)
}

function lossSentence({ code, params }: Finding, { losses }: EditorWords): string {
  return losses.sentences[code as LossCode](Number(params?.count), String(params?.names ?? ''))
}

function isRefused(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocks')
}
