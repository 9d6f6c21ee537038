import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tick } from '../field.tsx'

const kept = 'review-keys'

export type ReviewKeys = { isOn: boolean; turn: (on: boolean) => void }

/** One key each for the next remark, the one before, a new one, and the end; they can be turned off. */
export function useReviewKeys(isOpen: boolean): ReviewKeys {
  const [isOn, setOn] = useState(true)
  useEffect(() => setOn(localStorage.getItem(kept) !== 'off'), [])
  useEffect(() => {
    if (!isOn || !isOpen) return
    const press = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey, key } = event
      const writes = (target as Element).closest('input, textarea, select, [contenteditable]')
      if (writes || ctrlKey || metaKey || altKey) return
      const act = keys[key as keyof typeof keys]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [isOn, isOpen])
  const turn = (on: boolean) => {
    localStorage.setItem(kept, on ? 'on' : 'off')
    setOn(on)
  }
  return { isOn, turn }
}

const keys = {
  n: () => goToRemark(1),
  p: () => goToRemark(-1),
  c: () => focusOn('textarea[name="body"]'),
  e: () => focusOn('#verdict'),
}

function goToRemark(step: 1 | -1): void {
  const remarks = [...document.querySelectorAll<HTMLElement>('[id^="remark-"]')]
  const at = remarks.findIndex((each) => each.contains(document.activeElement))
  const first = step === 1 ? 0 : remarks.length - 1
  const next = at < 0 ? first : (at + step + remarks.length) % remarks.length
  remarks[next]?.focus()
}

function focusOn(selector: string): void {
  const found = document.querySelector<HTMLElement>(selector)
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}

/** Says which keys there are, and turns them off. */
export function KeysHelp({ isOn, turn }: ReviewKeys) {
  const { t } = useTranslation('reviewer')
  return (
    <details className="card">
      <summary>{t('keys.title')}</summary>
      <ul className="plain-list">
        {(['n', 'p', 'c', 'e'] as const).map((key) => (
          <li key={key}>
            <kbd>{key}</kbd> {t(`keys.${key}`)}
          </li>
        ))}
      </ul>
      <Tick
        label={t('keys.on')}
        name="keys"
        checked={isOn}
        onChange={(event) => turn(event.target.checked)}
      />
    </details>
  )
}
