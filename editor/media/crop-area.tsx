import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Point, Region } from '#content-schema/picture.ts'
import { corners, type Grip, moveGrip, movePoint, stepOf } from './crop.ts'
import type { MediaToolWords } from './words/fr.ts'

/** What is shown of a picture, and what matters most in it. */
export type Framing = { region: Region; point: Point }

type Props = {
  url: string
  framing: Framing
  words: MediaToolWords['crop']
  /** Called when a grip is let go, or moved by a key. */
  onChange: (framing: Framing) => void
}

/** The whole picture, with the frame and the point that can be dragged or moved by the arrow keys. */
export function CropArea({ url, framing, words, onChange }: Props) {
  const area = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(framing)
  useEffect(() => setShown(framing), [framing])
  const drag = useDrag(area, shown, setShown, onChange)
  const grip = (name: Grip | 'point') => ({
    type: 'button' as const,
    'data-grip': name,
    ...drag(name),
    onKeyDown: (event: KeyboardEvent) => {
      const by = stepOf(event)
      if (!by) return
      event.preventDefault()
      onChange(moved(shown, name, by))
    },
  })
  const { region, point } = shown
  return (
    <div ref={area} className="me-crop-area">
      <img src={url} alt="" draggable={false} />
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        <path className="me-crop-veil" fillRule="evenodd" d={veil(region)} />
      </svg>
      <button
        {...grip('frame')}
        aria-label={words.frame}
        className="me-crop-frame"
        style={placed(region)}
      />
      {corners.map((corner) => (
        <button
          key={corner}
          {...grip(corner)}
          aria-label={words.corners[corner]}
          className="me-crop-corner"
          style={at(cornerOf(region, corner))}
        />
      ))}
      <button
        {...grip('point')}
        aria-label={words.point}
        className="me-crop-point"
        style={at(point)}
      />
    </div>
  )
}

/** Follows a pointer from where it took hold; what it did is handed over when it lets go. */
function useDrag(
  area: React.RefObject<HTMLDivElement>,
  shown: Framing,
  setShown: (framing: Framing) => void,
  onChange: (framing: Framing) => void,
) {
  const from = useRef<{ x: number; y: number; framing: Framing } | null>(null)
  const current = (event: PointerEvent, name: Grip | 'point') => {
    const box = area.current?.getBoundingClientRect()
    if (!from.current || !box) return null
    const x = ((event.clientX - from.current.x) / box.width) * 1000
    const y = ((event.clientY - from.current.y) / box.height) * 1000
    return moved(from.current.framing, name, { x, y })
  }
  return (name: Grip | 'point') => ({
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, y: event.clientY, framing: shown }
    },
    onPointerMove: (event: PointerEvent) => {
      const next = current(event, name)
      if (next) setShown(next)
    },
    onPointerUp: (event: PointerEvent) => {
      const next = current(event, name)
      from.current = null
      if (next) onChange(next)
    },
    onPointerCancel: () => {
      setShown(from.current?.framing ?? shown)
      from.current = null
    },
  })
}

function moved({ region, point }: Framing, name: Grip | 'point', by: Point): Framing {
  return name === 'point'
    ? { region, point: movePoint(point, by) }
    : { region: moveGrip(region, name, by), point }
}

function cornerOf({ left, top, width, height }: Region, corner: (typeof corners)[number]) {
  return {
    x: corner.endsWith('w') ? left : left + width,
    y: corner.startsWith('n') ? top : top + height,
  }
}

function at({ x, y }: Point) {
  return { left: `${x / 10}%`, top: `${y / 10}%` }
}

function placed({ left, top, width, height }: Region) {
  return { ...at({ x: left, y: top }), width: `${width / 10}%`, height: `${height / 10}%` }
}

/** Everything but the frame. */
function veil({ left, top, width, height }: Region): string {
  return `M0 0H1000V1000H0Z M${left} ${top}h${width}v${height}h${-width}z`
}
