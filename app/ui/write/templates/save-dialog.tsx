import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { currentFormat } from '#content-schema/document.ts'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { Dialog } from './dialog.tsx'
import { fetchTemplates, type Keeping, sendTemplate } from './send.ts'
import styles from './templates.module.css'
import { useExplanation } from './use-explanation.ts'

type Props = {
  part: NodeJson
  /** With what was done, to be said. */
  onClose: (sentence?: string) => void
}

/** Asks how a template is to be called and who is to be offered it, then keeps it. */
export function SaveDialog({ part, onClose }: Props) {
  const { t } = useTranslation('templates')
  const explain = useExplanation()
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const mayShare = useMayShare()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(form.get('name')).trim()
    setBusy(true)
    try {
      await sendTemplate({ name, shared: form.get('for') === 'all', ...kept(part) })
      onClose(t('saved', { name }))
    } catch (error) {
      setRefused(explain(error))
      setBusy(false)
    }
  }
  return (
    <Dialog heading={t('saveHeading')} onClose={() => onClose()}>
      <p>{t('saveLead')}</p>
      {refused && <Notice tone="danger">{refused}</Notice>}
      <form className="stack" onSubmit={submit}>
        <TextField label={t('name')} name="name" required maxLength={80} data-first />
        {mayShare && (
          <fieldset className={styles.choices}>
            <legend>{t('for')}</legend>
            <label>
              <input type="radio" name="for" value="me" defaultChecked /> {t('forMe')}
            </label>
            <label>
              <input type="radio" name="for" value="all" /> {t('forAll')}
            </label>
          </fieldset>
        )}
        <p className="row">
          <button type="submit" disabled={busy}>
            {t('save')}
          </button>
          <button type="button" className="quiet" onClick={() => onClose()}>
            {t('cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

/** Whether it may be offered to everybody is the server's to say. */
function useMayShare(): boolean {
  const [may, setMay] = useState(false)
  useEffect(() => {
    let over = false
    fetchTemplates().then(
      ({ mayShare }) => !over && setMay(mayShare),
      () => undefined,
    )
    return () => {
      over = true
    }
  }, [])
  return may
}

/** A document of one section, whatever is kept. */
function kept(part: NodeJson): Pick<Keeping, 'kind' | 'document'> {
  const whole = part.type === 'section'
  const around: NodeJson = { type: 'section', content: [{ type: 'sectionTitle' }, part] }
  const doc: NodeJson = { type: 'doc', content: [whole ? part : around] }
  const document = { format: currentFormat, doc: withIds(doc) }
  return { kind: whole ? 'section' : 'element', document }
}
