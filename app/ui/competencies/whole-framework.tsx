import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import type { FileContent } from '#app/services/competencies/files/look-into-file.server.ts'

type Props = { content: Exclude<FileContent, { format: 'register' }> | { format: 'register' } }

/** The one framework of a file: what is in it, before it is imported. */
export function WholeFramework({ content }: Props) {
  const { t } = useTranslation(['referentials', 'competencies'])
  const busy = useNavigation().state === 'submitting'
  if (content.format === 'register') return null
  return (
    <Form method="post" className="card stack">
      {content.format === 'details' ? (
        <p>{t('file.details', { count: content.criteria })}</p>
      ) : (
        <>
          <h2>{content.title}</h2>
          <p className="row soft">
            <code>{content.code}</code>
            <span>{t(`kinds.${content.kind}`)}</span>
            <span>
              {content.licence
                ? t('competencies:licence', { name: content.licence })
                : t('competencies:private')}
            </span>
          </p>
          <p>
            {[
              t('counts.blocks', { count: content.blocks }),
              t('counts.competencies', { count: content.competencies }),
              t('counts.criteria', { count: content.criteria }),
            ].join(' · ')}
          </p>
        </>
      )}
      <button type="submit" disabled={busy}>
        {t(busy ? 'file.importing' : 'file.import')}
      </button>
    </Form>
  )
}
