import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { elements } from '#content-schema/nodes/index.ts'
import { isElement } from '#content-schema/schema.ts'
import type { KeptTemplate } from './send.ts'
import styles from './templates.module.css'

type Props = {
  row: KeptTemplate
  mayChange: boolean
  mayShare: boolean
  onChange: (change: { name?: string; shared?: boolean }) => void
  onRemove: () => void
}

/** One template: what it is, whose, and what can be done with it. */
export function TemplateItem({ row, mayChange, mayShare, onChange, onRemove }: Props) {
  const { t, i18n } = useTranslation('templates')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const { name, nodeName, mine, owner, shared } = row
  const element = isElement(nodeName) ? elements[nodeName].names[language] : 'Section'
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onChange({ name: String(new FormData(event.currentTarget).get('name')) })
  }
  return (
    <li>
      {mayChange ? (
        <form className={styles.rename} onSubmit={rename}>
          <input
            name="name"
            aria-label={t('nameOf', { name })}
            defaultValue={name}
            required
            maxLength={80}
          />
          <button type="submit" className="quiet">
            {t('rename')}
          </button>
        </form>
      ) : (
        <strong>{name}</strong>
      )}
      <p className="soft">
        {element} · {mine ? t('mine') : t('by', { name: owner })}
        {shared && ` · ${t('shared')}`}
      </p>
      {mayChange && (
        <p className="row">
          {(mayShare || shared) && (
            <label className={styles.share}>
              <input
                type="checkbox"
                checked={shared}
                onChange={(event) => onChange({ shared: event.target.checked })}
              />{' '}
              {t('share', { name })}
            </label>
          )}
          <Removal name={name} onRemove={onRemove} />
        </p>
      )}
    </li>
  )
}

/** Asked twice: a template that is removed does not come back. */
function Removal({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation('templates')
  const [sure, setSure] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the focus goes to the one that undoes that.
  useEffect(() => {
    if (sure) keep.current?.focus()
  }, [sure])
  if (!sure) {
    return (
      <button type="button" className="quiet" onClick={() => setSure(true)}>
        {t('remove', { name })}
      </button>
    )
  }
  return (
    <>
      <button type="button" onClick={onRemove}>
        {t('sure', { name })}
      </button>
      <button ref={keep} type="button" className="quiet" onClick={() => setSure(false)}>
        {t('keep', { name })}
      </button>
    </>
  )
}
