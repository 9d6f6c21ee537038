import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from '#app/framework.ts'
import { languages } from '#app/i18n/languages.ts'
import { codeFrom } from '#app/services/modules/propose-code.ts'
import type { Alignment } from '#content-schema/module.ts'
import { Select, TextField } from '../field.tsx'
import { Notice, Refusal } from '../notice.tsx'

type Props = {
  refused: unknown
  /** The competency it is to be tied to, where a link says so. */
  madeFor: Alignment | null
  className: string | undefined
}

/** A title is enough: the code follows it until it is written by hand, and is never refused for its form. */
export function NewModule({ refused, madeFor, className }: Props) {
  const { t, i18n } = useTranslation('modules')
  const [title, setTitle] = useState(madeFor?.label.slice(0, 200) ?? '')
  const [code, setCode] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  useAskedFor(section)
  const proposed = title.trim() ? codeFrom(title) : ''
  return (
    <section id="new-module" ref={section} className={className} aria-labelledby="new-module-h">
      <h2 id="new-module-h">{t('new')}</h2>
      <Refusal data={refused} />
      <Form method="post" className="stack">
        {madeFor && <MadeFor tie={madeFor} />}
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
          <button type="submit" name="next" value="compose" className="quiet">
            {t('createPath')}
          </button>
        </p>
      </Form>
    </section>
  )
}

function MadeFor({ tie }: { tie: Alignment }) {
  const { t } = useTranslation('modules')
  return (
    <Notice tone="info">
      {t(`madeFor.${tie.role}`, { label: tie.label, code: tie.competencyBlockCode })}
      <input type="hidden" name="competency" value={tie.competencyId} />
      <input type="hidden" name="role" value={tie.role} />
    </Notice>
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
