import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ReusableContent,
  ReusableElement,
} from '#app/services/reuse/reusable-content.server.ts'
import { type NodeJson, newId } from '#content-schema/identity.ts'
import { SectionView } from '../section-view.tsx'
import { ChosenModule, HowChoice } from './chosen-module.tsx'
import { documentOf, useElementName } from './element-name.ts'
import styles from './reuse.module.css'

type Props = {
  content: ReusableContent
  onAnother: () => void
  onChoose: (node: NodeJson) => void
}

/** The pages of a module with their elements, one of which is chosen and seen beside. */
export function ElementChoice({ content, onAnother, onChoose }: Props) {
  const { t } = useTranslation('reuseChoice')
  const [chosen, setChosen] = useState<ReusableElement | null>(null)
  const [follows, setFollows] = useState(false)
  const pages = content.pages.filter(({ elements }) => elements.length > 0)
  const { moduleId, edition, digest } = content
  const insert = (nodeId: string) => {
    const attrs = { id: newId(), moduleId, nodeId, edition, digest, follows }
    onChoose({ type: 'reuse', attrs })
  }
  return (
    <>
      <ChosenModule content={content} onAnother={onAnother} />
      {pages.length === 0 && <p>{t('noElement')}</p>}
      <div className={styles.sides}>
        <div className={styles.pages}>
          {pages.map(({ id, title, elements }) => (
            <fieldset key={id}>
              <legend>{title || t('untitled')}</legend>
              {elements.map((element) => (
                <Row
                  key={element.id}
                  element={element}
                  checked={element === chosen}
                  onChoose={() => setChosen(element)}
                />
              ))}
            </fieldset>
          ))}
        </div>
        <section className={styles.preview} aria-label={t('preview')} aria-live="polite">
          {chosen ? (
            <Preview key={chosen.id} element={chosen} />
          ) : (
            <p className="soft">{t('previewNone')}</p>
          )}
        </section>
      </div>
      <HowChoice name="how" follows={follows} onChange={setFollows} />
      <p>
        <button type="button" disabled={!chosen} onClick={() => chosen && insert(chosen.id)}>
          {t('insert')}
        </button>
      </p>
    </>
  )
}

function Row(props: { element: ReusableElement; checked: boolean; onChoose: () => void }) {
  const { element, checked, onChoose } = props
  const { t } = useTranslation('reuseChoice')
  const nameOf = useElementName()
  return (
    <label className={element.inside ? styles.inside : undefined}>
      <input type="radio" name="element" checked={checked} onChange={onChoose} />{' '}
      <span>
        {nameOf(element.nodes)}
        {element.inside && <span className="soft"> ({t('inside')})</span>}
      </span>
    </label>
  )
}

function Preview({ element }: { element: ReusableElement }) {
  const [shown] = useState(() => documentOf(element.nodes))
  return (
    <div className={styles.shown}>
      <SectionView document={shown} />
    </div>
  )
}
