import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Dialog } from './dialog.tsx'
import {
  fetchTemplates,
  type KeptTemplate,
  sendTemplateChange,
  sendTemplateRemoval,
  type TemplateList,
} from './send.ts'
import { TemplateItem } from './template-item.tsx'
import styles from './templates.module.css'
import { useExplanation } from './use-explanation.ts'

/** The templates in reach, to be renamed, offered to the organisation or removed. */
export function ListDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('templates')
  const [list, setList] = useState<TemplateList | null>(null)
  const [said, setSaid] = useState<{ tone: 'ok' | 'danger'; sentence: string } | null>(null)
  const explain = useExplanation()
  const unexplained = useRef((error: unknown) => {
    setSaid({ tone: 'danger', sentence: explain(error) })
  })
  useEffect(() => void fetchTemplates().then(setList, unexplained.current), [])
  const attempt = async (sentence: string, act: () => Promise<unknown>) => {
    try {
      await act()
      setList(await fetchTemplates())
      setSaid({ tone: 'ok', sentence })
    } catch (error) {
      unexplained.current(error)
    }
  }
  const change = (row: KeptTemplate, asked: { name?: string; shared?: boolean }) => {
    const { id, name, shared } = { ...row, ...asked }
    void attempt(changed(asked, name), () => sendTemplateChange(id, { name, shared }))
  }
  const changed = ({ shared }: { shared?: boolean }, name: string) => {
    if (shared === undefined) return t('renamed', { name })
    return shared ? t('nowShared', { name }) : t('nowMine', { name })
  }
  return (
    <Dialog heading={t('heading')} onClose={onClose}>
      {said && (
        <Notice tone={said.tone} answers={said}>
          {said.sentence}
        </Notice>
      )}
      {list?.templates.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.list}>
        {list?.templates.map((row) => (
          <TemplateItem
            key={`${row.id} ${row.name}`}
            row={row}
            mayChange={row.mine || list.mayManage}
            mayShare={list.mayShare}
            onChange={(asked) => change(row, asked)}
            onRemove={() =>
              attempt(t('removed', { name: row.name }), () => sendTemplateRemoval(row.id))
            }
          />
        ))}
      </ul>
    </Dialog>
  )
}
