import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from '#app/framework.ts'
import { languages } from '#app/i18n/languages.ts'
import { codeFrom, freeCode } from '#app/services/modules/propose-code.ts'
import { Select, TextField } from '../field.tsx'
import { Refusal } from '../notice.tsx'

type Props = {
  /** Codes of other modules. */
  taken: string[]
  refused: unknown
  className: string | undefined
}

/** A title is enough: the code follows it until it is written by hand, and is never refused for its form. */
export function NewModule({ taken, refused, className }: Props) {
  const { t, i18n } = useTranslation('modules')
  const [title, setTitle] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  useAskedFor(section)
  const proposed = title.trim() ? freeCode(title, taken) : ''
  return (
    <section id="new-module" ref={section} className={className} aria-labelledby="new-module-h">
      <h2 id="new-module-h">{t('new')}</h2>
      <Refusal data={refused} />
      <Form method="post" className="stack">
        <TextField
          label={t('facts.title')}
          name="title"
          required
          maxLength={200}
          value={title}
          onChange={({ target }) => {
            target.setCustomValidity('')
            setTitle(target.value)
          }}
          onInvalid={({ currentTarget }) => currentTarget.setCustomValidity(t('titleNeeded'))}
        />
        <TextField
          label={t('facts.code')}
          hint={t('codeProposed')}
          name="code"
          maxLength={60}
          value={code ?? proposed}
          onChange={({ target }) => setCode(target.value)}
          onBlur={({ target }) => setCode(code === null ? null : codeIn(target.value))}
        />
        <Select label={t('facts.language')} name="language" defaultValue={i18n.language}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`languages.${language}`)}
            </option>
          ))}
        </Select>
        <p className="row">
          <button type="submit">{t('create')}</button>
          <button type="submit" name="next" value="import" className="quiet">
            {t('createAndImport')}
          </button>
        </p>
      </Form>
    </section>
  )
}

/** Emptied by hand, it follows the title again. */
function codeIn(typed: string): string | null {
  return typed.trim() ? codeFrom(typed) : null
}

/** The button that leads here, from this page or the home page, leaves one ready to type. */
function useAskedFor(section: React.RefObject<HTMLElement>): void {
  const location = useLocation()
  // Each location is another, also where the same link is followed again.
  useEffect(() => {
    if (location.hash !== '#new-module') return
    section.current?.querySelector('input')?.focus({ preventScroll: true })
    section.current?.scrollIntoView({ block: 'center' })
  }, [location, section])
}
