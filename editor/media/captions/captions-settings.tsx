import { lazy, Suspense, useId, useRef, useState } from 'react'
import { type Captions, type Cue, transcriptOf } from '#content-schema/captions/cues.ts'
import { readCaptions } from '#content-schema/captions/read-captions.ts'
import type { SettingsProps } from '#editor/element-editor.ts'
import { titleOfFile } from '#editor/file-title.ts'
import { hostOf } from '#editor/host.ts'

/** Loaded when captions are written: few who open a module write some. */
const CaptionsDialog = lazy(() => import('./captions-dialog.tsx'))

type Opened = { captions: Captions; fresh: boolean }
type Problem = 'unreadable' | 'notLoaded' | null

/** The captions of a film or a sound: chosen from a file, written, edited, removed. */
export function CaptionsSettings({ editor, node, words, set }: SettingsProps) {
  const { captions: said } = words.mediaTools
  const { asset, captions, title } = node.attrs
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<Problem>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const host = hostOf(editor)
  const show = (found: Captions | null, fresh: boolean, otherwise: Problem) => {
    setProblem(found ? null : otherwise)
    if (found) setOpened({ captions: found, fresh })
  }
  const choose = async (file: File) => show(readCaptions(await file.text()), true, 'unreadable')
  const edit = async () => {
    if (!captions) return show({ cues: [], unread: [] }, false, null)
    const text = await host.readText(captions).catch(() => '')
    show(readCaptions(text), false, 'notLoaded')
  }
  const save = async (webVtt: string) => {
    const name = `${titleOfFile(title) || said.unnamed} — ${said.ofFilm}.vtt`
    const file = new File([webVtt], name)
    const stored = await host.uploadAsset(file, () => undefined, undefined, asset)
    set({ captions: stored.digest })
    host.announce(said.saved)
  }
  const transcribe = (cues: Cue[]) => {
    set({ transcript: transcriptOf(cues).slice(0, 50_000) })
    host.announce(said.transcribed)
  }
  return (
    <div className="me-field">
      <span id={`${id}-label`}>{said.label}</span>
      <p className="me-file-state">
        {captions ? words.settings.present : words.settings.absent}
      </p>
      {problem && (
        <p className="me-error" role="alert">
          {said[problem]}
        </p>
      )}
      <p className="me-actions">
        <label className="me-choose-file" htmlFor={id}>
          {said.choose}
          <input
            id={id}
            type="file"
            accept=".vtt,.srt,text/vtt"
            className="me-hidden-file"
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) void choose(file)
              target.value = ''
            }}
          />
        </label>
        {asset && (
          <button ref={button} type="button" onClick={() => void edit()}>
            {captions ? said.edit : said.write}
          </button>
        )}
        {captions && (
          <button type="button" onClick={() => set({ captions: null })}>
            {said.remove}
          </button>
        )}
      </p>
      {opened && asset && (
        <Suspense>
          <CaptionsDialog
            url={host.assetUrl(asset)}
            kind={node.type.name === 'audio' ? 'audio' : 'video'}
            {...opened}
            words={said}
            onSave={save}
            onTranscript={transcribe}
            onClose={() => {
              setOpened(null)
              button.current?.focus()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
