import { useTranslation } from 'react-i18next'
import type { Rule, Template } from '#content-schema/statements/profile/shapes.ts'
import styles from './profile.module.css'

type Props = { templates: Template[]; language: 'fr' | 'en' }

/** The kinds of statements, each with what has to stand in it. */
export function ProfileTemplates({ templates, language }: Props) {
  const { t } = useTranslation('ids')
  return (
    <section className="card" aria-labelledby="templates">
      <h2 id="templates">{t('templates')}</h2>
      <ul className={styles.parts}>
        {templates.map(({ id, prefLabel, definition, verb, objectActivityType, rules }) => (
          <li key={id} id={anchorOf(id)}>
            <h3>{prefLabel[language]}</h3>
            <p>{definition[language]}</p>
            <p className="soft">
              <code>{verb}</code>
              {objectActivityType && (
                <>
                  {' · '}
                  <code>{objectActivityType}</code>
                </>
              )}
            </p>
            <details>
              <summary>{t('rules', { count: rules.length })}</summary>
              <ul>
                {rules.map((rule) => (
                  <li key={rule.location}>
                    <code>{rule.location}</code> : {said(rule, t)}
                    {rule.scopeNote && ` – ${rule.scopeNote[language]}`}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Words = ReturnType<typeof useTranslation<'ids'>>['t']

function said({ presence, any, all }: Rule, t: Words): string {
  const values = all ?? any
  const listed = values?.map((value) => JSON.stringify(value)).join(', ')
  if (presence) return t(`presence.${presence}`)
  return t(all ? 'all' : 'any', { values: listed ?? '' })
}

/** What comes last in an id: `digest`, `template-answered`. */
export function anchorOf(id: string): string {
  return id.split(/[:#]/).at(-1)!
}
