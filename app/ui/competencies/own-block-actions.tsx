import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { TextField } from '../field.tsx'

type Props = {
  block: { id: string; code: string; label: string }
  first: boolean
  last: boolean
}

/** What can be done with a block of a framework that is written here. */
export function OwnBlockActions({ block, first, last }: Props) {
  const { t } = useTranslation('referentials')
  const { id, label } = block
  return (
    <details>
      <summary>{t('own.change')}</summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="blockId" value={id} />
        <TextField label={t('own.label')} name="label" defaultValue={label} maxLength={500} />
        <p className="row">
          <button type="submit" name="intent" value="rename">
            {t('own.rename')}
          </button>
          <button type="submit" name="intent" value="up" className="quiet" disabled={first}>
            {t('own.up')}
          </button>
          <button type="submit" name="intent" value="down" className="quiet" disabled={last}>
            {t('own.down')}
          </button>
          <button type="submit" name="intent" value="remove" className="quiet">
            {t('own.remove')}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** One more block. */
export function NewBlock() {
  const { t } = useTranslation('referentials')
  return (
    <Form method="post" className="card stack" aria-labelledby="new-block">
      <h2 id="new-block">{t('own.newBlock')}</h2>
      <input type="hidden" name="intent" value="add" />
      <TextField label={t('own.label')} name="label" required maxLength={500} />
      <TextField label={t('own.code')} hint={t('own.codeHint')} name="code" maxLength={60} />
      <button type="submit">{t('own.addBlock')}</button>
    </Form>
  )
}
