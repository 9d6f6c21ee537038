import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { alone, type Side, sectionIn } from '#content-schema/changes/choose.ts'
import { sectionTitle } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { Conflict as InConflict } from '#editor/writing-session.ts'
import { SectionView } from './section-view.tsx'
import styles from './write.module.css'

type Props = { conflict: InConflict; onChoose: (choices: ReadonlyMap<string, Side>) => void }

/** Sections that were written in two places, both versions of each side by side, for a person to choose. */
export function Conflict({ conflict, onChoose }: Props) {
  const { t } = useTranslation('modules')
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const { sections } = conflict
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.conflict} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1}>
        {t('write.conflict', { count: sections.length })}
      </h2>
      <Origin conflict={conflict} />
      <p>{t('write.conflictLead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onChoose(choices)
        }}
      >
        {sections.map((id) => (
          <Choice
            key={id}
            id={id}
            conflict={conflict}
            chosen={choices.get(id) ?? null}
            onChoose={(side) => setChoices(new Map(choices).set(id, side))}
          />
        ))}
        <button type="submit" disabled={choices.size < sections.length}>
          {t('write.carryOn')}
        </button>
      </form>
    </section>
  )
}

function Origin({ conflict: { elsewhere } }: { conflict: InConflict }) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  if (!elsewhere) return <p>{t('write.conflictFound')}</p>
  const date = instant(elsewhere.savedAt)
  if (elsewhere.myself) return <p>{t('write.conflictByMyself', { date })}</p>
  return <p>{t('write.conflictBy', { name: elsewhere.savedBy, date })}</p>
}

type ChoiceProps = {
  id: string
  conflict: InConflict
  chosen: Side | null
  onChoose: (side: Side) => void
}

function Choice({ id, conflict: { mine, theirs }, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation('modules')
  const title = sectionTitle(mine, id) || sectionTitle(theirs, id) || t('write.untitled')
  const shared = { name: useId(), chosen, onChoose }
  return (
    <fieldset>
      <legend>{t('write.section', { title })}</legend>
      <div className={styles.both}>
        <Version {...shared} side="mine" document={mine} id={id} />
        <Version {...shared} side="theirs" document={theirs} id={id} />
      </div>
    </fieldset>
  )
}

type VersionProps = {
  name: string
  side: Side
  document: StoredDocument
  id: string
  chosen: Side | null
  onChoose: (side: Side) => void
}

function Version({ name, side, document, id, chosen, onChoose }: VersionProps) {
  const { t } = useTranslation('modules')
  const section = sectionIn(document, id)
  return (
    <section
      className={chosen === side ? `card ${styles.chosen}` : 'card'}
      aria-label={t(`write.${side}`)}
    >
      <h3>{t(`write.${side}`)}</h3>
      <label className={styles.choice}>
        <input
          type="radio"
          name={name}
          checked={chosen === side}
          onChange={() => onChoose(side)}
        />
        {t(side === 'mine' ? 'write.keepMine' : 'write.keepTheirs')}
      </label>
      {section ? (
        <SectionView document={alone(document, section)} />
      ) : (
        <p>{t('write.removed')}</p>
      )}
    </section>
  )
}
