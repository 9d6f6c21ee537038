import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { TextField } from '../field.tsx'
import { Refusal } from '../notice.tsx'

type Props = { refused: unknown; className: string | undefined }

/** A framework that no file gives: written here, block by block. */
export function NewFramework({ refused, className }: Props) {
  const { t } = useTranslation('competencies')
  return (
    <section className={className} aria-labelledby="new-framework">
      <h2 id="new-framework">{t('own.new')}</h2>
      <Refusal data={refused} />
      <Form method="post" className="stack">
        <TextField label={t('own.title')} name="title" required maxLength={300} />
        <TextField label={t('own.code')} hint={t('own.codeHint')} name="code" maxLength={40} />
        <button type="submit">{t('own.create')}</button>
      </Form>
    </section>
  )
}
