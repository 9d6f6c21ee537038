import { useEffect, useId, useState } from 'react'
import type { SettingsProps } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import {
  type AssetRole,
  chooseStored,
  type Upload,
  upload,
  uploadOf,
  uploadSentence,
  watchUploads,
} from '../uploads.ts'

type Props = SettingsProps & { use: AssetRole; accept: string; label: string }

/** A file that an element shows or uses: whether it is there, and how to choose or remove it. */
export function FileField({ editor, node, words, set, use, accept, label }: Props) {
  const nodeId = String(node.attrs.id)
  const [state, setState] = useState<Upload | null>(() => uploadOf(editor, nodeId, use))
  useEffect(
    () => watchUploads(editor, () => setState(uploadOf(editor, nodeId, use))),
    [editor, nodeId, use],
  )
  const id = useId()
  const present = node.attrs[use] !== null
  return (
    <div className="me-field">
      <span id={`${id}-label`}>{label}</span>
      <p className="me-file-state">
        {present ? words.settings.present : words.settings.absent}
      </p>
      {state && (
        <p className={state.state === 'sending' ? 'me-hint' : 'me-error'}>
          {uploadSentence(state, words)}
        </p>
      )}
      <p className="me-actions">
        <label className="me-choose-file" htmlFor={id}>
          {present ? words.media.replace : words.media.choose}
          <input
            id={id}
            type="file"
            accept={accept}
            className="me-hidden-file"
            aria-describedby={`${id}-label`}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void upload(editor, nodeId, file, use)
              event.target.value = ''
            }}
          />
        </label>
        {hostOf(editor).chooseStored && (
          <button
            type="button"
            aria-describedby={`${id}-label`}
            onClick={() => void chooseStored(editor, nodeId, kindOf(accept), use)}
          >
            {words.mediaTools.fromLibrary}
          </button>
        )}
        {present && (
          <button
            type="button"
            aria-describedby={`${id}-label`}
            onClick={() => set({ [use]: null })}
          >
            {words.settings.removeFile}
          </button>
        )}
      </p>
    </div>
  )
}

/** `image` of `image/*`; what may be of any kind is most often a document. */
function kindOf(accept: string): string {
  return accept.split('/')[0] || 'document'
}
