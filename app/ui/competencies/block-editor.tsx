import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { BlockView } from '#app/services/competencies/read-frameworks.server.ts'
import styles from './block-editor.module.css'
import { CompetencyFields } from './competency-fields.tsx'
import {
  type EditedCompetency,
  editedFrom,
  fromLines,
  moved,
  newLine,
  sent,
} from './edited-block.ts'

type Props = {
  block: Pick<BlockView, 'source' | 'layout' | 'competencies'>
  /** Ids of those that a module is tied to: they stay. */
  used: string[]
  mayWrite: boolean
}

/** The competencies of a block, to be corrected and confirmed. */
export function BlockEditor({ block, used, mayWrite }: Props) {
  const { t } = useTranslation('referentials')
  const [list, setList] = useState(() => editedFrom(block.competencies))
  const [said, setSaid] = useState('')
  const { form, focusOn } = useFocusOn()
  const change = (at: number, competency: EditedCompetency) =>
    setList(list.map((each, index) => (index === at ? competency : each)))
  const add = () => {
    const line = newLine()
    setList([...list, line])
    focusOn(line.key)
  }
  const move = (at: number, to: number) => {
    setList(moved(list, at, to))
    setSaid(t('block.movedTo', { place: to + 1, count: list.length }))
  }
  const remove = (at: number) => {
    setList(list.filter((_, index) => index !== at))
    setSaid(t('block.removed'))
    focusOn(list[at + 1]?.key ?? list[at - 1]?.key ?? 'add')
  }
  const fixed = new Set(used)
  return (
    <Form method="post" ref={form} className="card stack" aria-labelledby="read">
      <h3 id="read">{t(block.layout === 'given' ? 'block.given' : 'block.read')}</h3>
      {list.length === 0 && <p className="soft">{t('block.empty')}</p>}
      {list.length === 0 && mayWrite && block.source && (
        <button
          type="button"
          className="quiet"
          onClick={() => setList(fromLines(block.source))}
        >
          {t('block.fromLines')}
        </button>
      )}
      <ol className={styles.list}>
        {list.map((each, at) => (
          <CompetencyFields
            key={each.key}
            competency={each}
            number={at + 1}
            last={at === list.length - 1}
            used={fixed}
            mayWrite={mayWrite}
            onChange={(competency) => change(at, competency)}
            onMove={(by) => move(at, at + by)}
            onRemove={() => remove(at)}
            onFocus={focusOn}
          />
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {mayWrite && (
        <>
          <input type="hidden" name="competencies" value={sent(list)} />
          <p className="row">
            <button type="button" className="quiet" data-line="add" onClick={add}>
              {t('block.add')}
            </button>
          </p>
          <p className="row">
            <button type="submit" name="reading" value="confirmed">
              {t(block.layout === 'given' ? 'block.save' : 'block.confirm')}
            </button>
            {block.layout !== 'given' && (
              <button type="submit" name="reading" value="raw" className="quiet">
                {t('block.keepRaw')}
              </button>
            )}
          </p>
        </>
      )}
    </Form>
  )
}

/** Puts the keyboard on a line once it is there. */
function useFocusOn() {
  const form = useRef<HTMLFormElement>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (wanted === null) return
    form.current?.querySelector<HTMLElement>(`[data-line="${wanted}"]`)?.focus()
    setWanted(null)
  }, [wanted])
  return { form, focusOn: setWanted }
}
