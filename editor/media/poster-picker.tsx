import { useRef, useState } from 'react'
import type { SettingsProps } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { upload } from '../uploads.ts'

/** The still picture of a film, taken from the film itself. */
export function PosterPicker({ editor, node, words }: SettingsProps) {
  const { poster: said } = words.mediaTools
  const film = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const { asset, id } = node.attrs
  if (!asset) return null
  const take = async () => {
    const picture = film.current && (await stillOf(film.current))
    setFailed(!picture)
    if (picture) await upload(editor, id, picture, 'poster')
    if (picture) hostOf(editor).announce(said.taken)
  }
  const seek = (to: number) => {
    setSeconds(to)
    if (film.current) film.current.currentTime = to
  }
  return (
    <details className="me-poster">
      <summary>{said.open}</summary>
      <p className="me-hint">{said.hint}</p>
      <video
        ref={film}
        src={hostOf(editor).assetUrl(asset)}
        controls
        muted
        preload="auto"
        onTimeUpdate={({ currentTarget }) =>
          setSeconds(Math.round(currentTarget.currentTime * 10) / 10)
        }
      />
      <label className="me-field">
        {said.time}
        <input
          type="number"
          min={0}
          step={0.1}
          value={seconds}
          onChange={({ target }) => seek(Number(target.value))}
        />
      </label>
      {failed && (
        <p className="me-error" role="alert">
          {said.failed}
        </p>
      )}
      <p className="me-actions">
        <button type="button" onClick={() => void take()}>
          {said.take}
        </button>
      </p>
    </details>
  )
}

/** What a film shows now, in its own size; `null` while nothing of it has come. */
async function stillOf(film: HTMLVideoElement): Promise<File | null> {
  const { videoWidth: width, videoHeight: height } = film
  if (width === 0) return null
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(film, 0, 0)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
  return blob && new File([blob], 'poster.jpg', { type: 'image/jpeg' })
}
