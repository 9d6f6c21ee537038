import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { ListedChecklist } from '#app/services/review/checklists.server.ts'
import styles from './checklist-editor.module.css'

/** An item being edited: `id` tells it from the others, also before it has a key. */
type Row = { id: string; key: string; text: string }

/** The items of one aspect, to be changed, added to, put in order. Give it another `key` once it was saved. */
export function ChecklistEditor({ checklist }: { checklist: ListedChecklist }) {
  const { t } = useTranslation(['checklists', 'modules'])
  const { instant } = useFormat()
  const { aspect, items, changedAt } = checklist
  const { rows, said, ...acts } = useRows(items)
  const { list, focusOn } = useFocus()
  const name = t(`modules:aspects.${aspect}`)
  const add = () => focusOn(acts.add(), 'text')
  const move = (at: number, by: -1 | 1) => {
    acts.move(at, by)
    const to = at + by
    const atEnd = by < 0 ? to === 0 : to === rows.length - 1
    focusOn(rows[at]!.id, by < 0 === atEnd ? 'down' : 'up')
  }
  const remove = (at: number) => {
    acts.remove(at)
    focusOn((rows[at + 1] ?? rows[at - 1])?.id ?? 'add', 'text')
  }
  return (
    <section className="card" aria-labelledby={aspect}>
      <h2 id={aspect}>{name}</h2>
      <p className="soft">
        {changedAt === null ? t('shipped') : t('own', { date: instant(changedAt) })}
      </p>
      <Form method="post" className="stack" preventScrollReset ref={list}>
        <input type="hidden" name="aspect" value={aspect} />
        {rows.length === 0 && <p>{t('empty')}</p>}
        <ol className={styles.items}>
          {rows.map((row, at) => (
            <li key={row.id} data-row={row.id}>
              <input type="hidden" name="key[]" value={row.key} />
              <textarea
                name="text[]"
                data-part="text"
                aria-label={t('item', { number: at + 1, aspect: name })}
                value={row.text}
                rows={2}
                maxLength={300}
                onChange={({ target }) => acts.write(at, target.value)}
              />
              <span className={styles.acts}>
                <MoveButton
                  part="up"
                  row={at + 1}
                  isEnd={at === 0}
                  onMove={() => move(at, -1)}
                />
                <MoveButton
                  part="down"
                  row={at + 1}
                  isEnd={at === rows.length - 1}
                  onMove={() => move(at, 1)}
                />
                <button
                  type="button"
                  className="quiet"
                  aria-label={t('removeWhich', { number: at + 1 })}
                  onClick={() => remove(at)}
                >
                  {t('remove')}
                </button>
              </span>
            </li>
          ))}
        </ol>
        <p role="status" className="visually-hidden">
          {said && t(said.what, { place: said.place, count: rows.length })}
        </p>
        <p data-row="add">
          <button type="button" className="quiet" data-part="text" onClick={add}>
            {t('add')}
          </button>
        </p>
        <p className="row">
          <button type="submit" name="intent" value="save">
            {t('save', { aspect: name })}
          </button>
          {changedAt !== null && (
            <button type="submit" name="intent" value="reset" className="quiet">
              {t('reset', { aspect: name })}
            </button>
          )}
        </p>
      </Form>
    </section>
  )
}

function MoveButton(props: {
  part: 'up' | 'down'
  row: number
  isEnd: boolean
  onMove: () => void
}) {
  const { t } = useTranslation('checklists')
  return (
    <button
      type="button"
      className="quiet"
      data-part={props.part}
      aria-label={t(props.part, { number: props.row })}
      disabled={props.isEnd}
      onClick={props.onMove}
    >
      <span aria-hidden="true">{props.part === 'up' ? '↑' : '↓'}</span>
    </button>
  )
}

function useRows(items: ListedChecklist['items']) {
  const [rows, setRows] = useState<Row[]>(() =>
    items.map((item) => ({ id: item.key, ...item })),
  )
  const [said, setSaid] = useState<{ what: 'moved' | 'removed'; place: number } | null>(null)
  const made = useRef(0)
  return {
    rows,
    /** What was just done, for whoever does not see it. */
    said,
    write: (at: number, text: string) =>
      setRows(rows.map((row, index) => (index === at ? { ...row, text } : row))),
    add: () => {
      made.current += 1
      const id = `new ${made.current}`
      setRows([...rows, { id, key: '', text: '' }])
      return id
    },
    move: (at: number, by: -1 | 1) => {
      const others = rows.filter((_, index) => index !== at)
      setRows(others.toSpliced(at + by, 0, rows[at]!))
      setSaid({ what: 'moved', place: at + by + 1 })
    },
    remove: (at: number) => {
      setRows(rows.filter((_, index) => index !== at))
      setSaid({ what: 'removed', place: at + 1 })
    },
  }
}

/** Puts the focus on a part of a row once it stands there. */
function useFocus() {
  const list = useRef<HTMLFormElement>(null)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = null
  })
  const focusOn = (id: string, part: 'text' | 'up' | 'down') => {
    wanted.current = `[data-row="${id}"] [data-part="${part}"]`
  }
  return { list, focusOn }
}
