import { useTranslation } from 'react-i18next'
import type { Borrowed, publicProfiles } from '#content-schema/statements/profile/borrowed.ts'
import type { CanonicalActivity, Extension } from '#content-schema/statements/profile/shapes.ts'
import styles from './profile.module.css'
import { anchorOf } from './profile-templates.tsx'

type Props = {
  concepts: (Extension | CanonicalActivity)[]
  borrowed: readonly Borrowed[]
  publicProfiles: typeof publicProfiles
  language: 'fr' | 'en'
}

/** The words that are ours, and where the others are defined. */
export function ProfileConcepts({
  concepts,
  borrowed,
  publicProfiles: names,
  language,
}: Props) {
  const { t } = useTranslation('ids')
  return (
    <>
      <section className="card" aria-labelledby="concepts">
        <h2 id="concepts">{t('concepts')}</h2>
        <ul className={styles.parts}>
          {concepts.map((concept) => {
            const { label, definition } = wordsOf(concept)
            return (
              <li key={concept.id} id={anchorOf(concept.id)}>
                <h3>{label[language]}</h3>
                <p>{definition[language]}</p>
                <p className="soft">
                  {t(`types.${concept.type}`)} · <code>{concept.id}</code>
                </p>
                {concept.type !== 'Activity' && <code>{concept.inlineSchema}</code>}
              </li>
            )
          })}
        </ul>
      </section>
      <section className="card" aria-labelledby="borrowed">
        <h2 id="borrowed">{t('borrowed')}</h2>
        <ul className={styles.parts}>
          {Object.entries(names).map(([from, name]) => (
            <li key={from}>
              <h3>{name}</h3>
              <ul>
                {borrowed
                  .filter((each) => each.from === from)
                  .map(({ id }) => (
                    <li key={id}>
                      <code>{id}</code>
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function wordsOf(concept: Extension | CanonicalActivity) {
  if (concept.type !== 'Activity')
    return { label: concept.prefLabel, definition: concept.definition }
  const { name, description } = concept.activityDefinition
  return { label: name, definition: description }
}
