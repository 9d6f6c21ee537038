import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { SectionView } from './section-view.tsx'
import { readSetAside, type SetAsideSection } from './send.ts'
import styles from './write.module.css'

type Props = {
  moduleId: string
  /** Asked for again when this many choices were made on this page. */
  choices: number
  onPutBack: (section: NodeJson) => void
}

/** What was not chosen between two versions of a section, to be read and had back. */
export function SetAside({ moduleId, choices, onPutBack }: Props) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  const sections = useSetAside(moduleId, choices)
  if (sections.length === 0) return null
  return (
    <details className={`card ${styles.setAside}`}>
      <summary>
        {t('write.setAside')} ({sections.length})
      </summary>
      <p className="soft">{t('write.setAsideLead')}</p>
      <ul>
        {sections.map(({ id, title, setAsideAt, setAsideBy, document }) => (
          <li key={id}>
            <details>
              <summary>
                <strong>{title || t('write.untitled')}</strong>,{' '}
                {t('write.setAsideBy', { name: setAsideBy, date: instant(setAsideAt) })}
              </summary>
              <SectionView document={document} />
            </details>
            <button
              type="button"
              className="quiet"
              onClick={() => document.doc.content?.slice(0, 1).forEach(onPutBack)}
            >
              {t('write.putBack')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function useSetAside(moduleId: string, choices: number): SetAsideSection[] {
  const [sections, setSections] = useState<SetAsideSection[]>([])
  useEffect(() => {
    let over = false
    readSetAside(moduleId, choices).then(
      (read) => !over && setSections(read),
      () => undefined,
    )
    return () => {
      over = true
    }
  }, [moduleId, choices])
  return sections
}
