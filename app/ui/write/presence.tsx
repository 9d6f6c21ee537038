import { useTranslation } from 'react-i18next'
import { sectionTitle } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { OtherWriter } from './send.ts'
import styles from './write.module.css'

type Props = { others: OtherWriter[]; document: StoredDocument }

/** Who else has this module open, by name, and in which section. */
export function Presence({ others, document }: Props) {
  const { t } = useTranslation('modules')
  const said = ({ name, myself, sectionId }: OtherWriter) => {
    const title = sectionId ? sectionTitle(document, sectionId) : ''
    if (myself) return title ? t('write.myselfIn', { title }) : t('write.myself')
    return title ? t('write.otherIn', { name, title }) : name
  }
  return (
    <div className={styles.others} role="status">
      {others.length > 0 && (
        <>
          <span className="soft" id="others">
            {t('write.others')}
          </span>
          <ul aria-labelledby="others">
            {others.map((writer) => (
              <li key={writer.tab}>{said(writer)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
