import { useEffect, useId, useMemo, useState } from 'react'
import {
  middle,
  readPoint,
  readRegion,
  type Shape,
  shapes,
  whole,
  writePoint,
  writeRegion,
} from '#content-schema/picture.ts'
import type { SettingsProps } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { ChoiceField } from '../panels/fields.tsx'
import { CropArea, type Framing } from './crop-area.tsx'
import type { MediaToolWords } from './words/fr.ts'

type Words = MediaToolWords['crop']

/** Which part of a picture is shown, in which shape, around which point. */
export function FramingSettings({ editor, node, words, set }: SettingsProps) {
  const { crop: said } = words.mediaTools
  const { crop, focus, shape, asset } = node.attrs
  const framing = useMemo(() => framingOf(crop, focus), [crop, focus])
  if (!asset) return null
  const change = ({ region, point }: Framing) =>
    set({ crop: writeRegion(region), focus: writePoint(point) })
  return (
    <fieldset className="me-framing">
      <legend>{said.heading}</legend>
      <ChoiceField<Shape>
        label={said.shape}
        value={shape}
        options={shapes.map((value) => ({ value, label: said.shapes[value] }))}
        onChange={(next) => set({ shape: next })}
      />
      <details>
        <summary>{said.open}</summary>
        <CropArea
          url={hostOf(editor).assetUrl(asset, '')}
          framing={framing}
          words={said}
          onChange={change}
        />
        <p className="me-hint">{said.hint}</p>
        <Numbers framing={framing} words={said} onChange={change} />
        {(crop !== '' || focus !== '') && (
          <p className="me-actions">
            <button type="button" onClick={() => set({ crop: '', focus: '' })}>
              {said.whole}
            </button>
          </p>
        )}
      </details>
    </fieldset>
  )
}

function framingOf(crop: string, focus: string): Framing {
  return { region: readRegion(crop) ?? whole, point: readPoint(focus) ?? middle }
}

type NumbersProps = { framing: Framing; words: Words; onChange: (framing: Framing) => void }

/** The same, to the tenth of a per cent. */
function Numbers({ framing, words, onChange }: NumbersProps) {
  const { region, point } = framing
  const side = (name: 'left' | 'top' | 'width' | 'height') => (
    <Percent
      label={words[name]}
      value={region[name]}
      refusal={words.refused}
      allows={(value) => readRegion(rawRegion({ ...region, [name]: value })) !== null}
      onChange={(value) => onChange({ point, region: { ...region, [name]: value } })}
    />
  )
  const coordinate = (name: 'x' | 'y', label: string) => (
    <Percent
      label={label}
      value={point[name]}
      refusal={words.refused}
      allows={(value) => value >= 0 && value <= 1000}
      onChange={(value) => onChange({ region, point: { ...point, [name]: value } })}
    />
  )
  return (
    <div className="me-numbers">
      {side('left')}
      {side('top')}
      {side('width')}
      {side('height')}
      {coordinate('x', words.pointX)}
      {coordinate('y', words.pointY)}
      <p className="me-hint">{words.pointHint}</p>
    </div>
  )
}

function rawRegion({ left, top, width, height }: Framing['region']): string {
  return `${left} ${top} ${width} ${height}`
}

type PercentProps = {
  label: string
  /** In thousandths. */
  value: number
  refusal: string
  allows: (value: number) => boolean
  onChange: (value: number) => void
}

function Percent({ label, value, refusal, allows, onChange }: PercentProps) {
  const [text, setText] = useState(String(value / 10))
  useEffect(() => setText(String(value / 10)), [value])
  const id = useId()
  const asked = Math.round(Number(text) * 10)
  const wrong = text.trim() === '' || !allows(asked)
  return (
    <div className="me-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={0}
        max={100}
        step={0.1}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-hint` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => !wrong && asked !== value && onChange(asked)}
        onKeyDown={({ key }) => key === 'Enter' && !wrong && asked !== value && onChange(asked)}
      />
      {wrong && (
        <p id={`${id}-hint`} className="me-error">
          {refusal}
        </p>
      )}
    </div>
  )
}
