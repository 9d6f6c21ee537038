import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BankQuery } from '#app/services/search/bank-query.ts'
import { TextField } from '../field.tsx'
import { focusResult } from './result-keys.ts'
import styles from './search.module.css'
import type { Searching } from './use-search.ts'

type Props = { query: BankQuery; searching: Searching }

/** Where words are typed: found as one types, in texts too on Enter; `/` leads here from anywhere. */
export function SearchField({ query, searching }: Props) {
  const { t } = useTranslation('search')
  const box = useRef<HTMLDivElement>(null)
  const { shown, ask, askSoon } = searching
  useFollowing(box, query.q)
  useSlash(box)
  const typed = (q: string) => ({ ...shown, q, full: false, page: 1 })
  return (
    <div ref={box} className={styles.field}>
      <TextField
        label={t('label')}
        hint={t('hint')}
        name="q"
        type="search"
        maxLength={300}
        autoComplete="off"
        defaultValue={query.q}
        aria-keyshortcuts="/"
        onInput={({ currentTarget }) => askSoon(typed(currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && focusResult(0)) event.preventDefault()
          if (event.key !== 'Escape' || event.currentTarget.value === '') return
          event.preventDefault()
          event.currentTarget.value = ''
          ask(typed(''), true)
        }}
      />
      <button type="submit" name="full" value="1">
        {t('go')}
      </button>
    </div>
  )
}

/** The way back changes the words, unless somebody is typing others. */
function useFollowing(box: React.RefObject<HTMLElement>, words: string): void {
  useEffect(() => {
    const input = box.current?.querySelector('input')
    if (input && document.activeElement !== input) input.value = words
  }, [box, words])
}

function useSlash(box: React.RefObject<HTMLElement>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event
      if (key !== '/' || ctrlKey || metaKey || altKey) return
      const at = target as HTMLElement
      if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return
      event.preventDefault()
      box.current?.querySelector('input')?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [box])
}
