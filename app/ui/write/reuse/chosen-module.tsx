import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReusableContent } from '#app/services/reuse/reusable-content.server.ts'
import { Choices } from '#app/ui/field.tsx'

/** Which module is being looked at; the focus comes here with it. */
export function ChosenModule({
  content: { title, edition, organisation },
  onAnother,
}: {
  content: ReusableContent
  onAnother: () => void
}) {
  const { t } = useTranslation('reuseChoice')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className="row">
      <h3 ref={heading} tabIndex={-1}>
        {t('title', { title, edition })} {organisation && t('by', { organisation })}
      </h3>
      <button type="button" className="quiet" onClick={onAnother}>
        {t('other')}
      </button>
    </header>
  )
}

/** Pinned or following, each with what it means. */
export function HowChoice({
  name,
  follows,
  onChange,
}: {
  name: string
  follows: boolean
  onChange: (follows: boolean) => void
}) {
  const { t } = useTranslation('reuseChoice')
  return (
    <Choices
      legend={t('how')}
      name={name}
      value={follows ? 'following' : 'pinned'}
      choices={(['pinned', 'following'] as const).map((value) => ({ value, label: t(value) }))}
      onChoose={(value) => onChange(value === 'following')}
    />
  )
}
