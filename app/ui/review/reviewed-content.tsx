import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from '#app/framework.ts'
import { OwnHtml } from '../own-html.tsx'
import { type About, selectedIn } from './about.ts'
import styles from './reviewed-content.module.css'

export type Choosing = { about: About; onChoose: (about: About) => void }
export type NamedNode = { id: string; text: string }

type Reviewed = {
  /** Address of the module in the real player. */
  preview: string
  /** The whole document, answers shown. */
  html: string
  nodes: NamedNode[]
}

/** The module as a learner would see it, or as one long document with the answers. */
export function ReviewedContent({ data, about, onChoose }: { data: Reviewed } & Choosing) {
  const { t } = useTranslation('review')
  const [search] = useSearchParams()
  const asDocument = search.get('view') === 'document'
  return (
    <div>
      <nav className={styles.views} aria-label={t('views')}>
        <Link
          to="?view=learner"
          aria-current={asDocument ? undefined : 'page'}
          preventScrollReset
        >
          {t('asLearner')}
        </Link>
        <Link
          to="?view=document"
          aria-current={asDocument ? 'page' : undefined}
          preventScrollReset
        >
          {t('asDocument')}
        </Link>
      </nav>
      {asDocument ? (
        <DocumentView data={data} about={about} onChoose={onChoose} />
      ) : (
        <iframe className={styles.player} src={data.preview} title={t('asLearner')} />
      )}
    </div>
  )
}

/** The whole document; a click on an element, or words selected in it, choose what the remark is about. */
function DocumentView({ data, about, onChoose }: { data: Reviewed } & Choosing) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = page.current?.querySelector(`[data-node-id="${about.nodeId}"]`)
    chosen?.classList.add(styles.chosen ?? '')
    return () => chosen?.classList.remove(styles.chosen ?? '')
  }, [about.nodeId])
  useEffect(() => {
    const choose = ({ target }: Event) => {
      const known = new Set(data.nodes.map((node) => node.id))
      const holder = nodeAround(target as Element, known)
      if (!holder) return
      const nodeId = holder.getAttribute('data-node-id') ?? ''
      onChoose({ nodeId, ...(selectedIn(holder) ?? { words: '', before: '' }) })
    }
    const current = page.current
    current?.addEventListener('click', choose)
    return () => current?.removeEventListener('click', choose)
  }, [data.nodes, onChoose])
  return (
    <div ref={page}>
      <OwnHtml className={`card module-content ${styles.document}`} html={data.html} />
    </div>
  )
}

/** The element of the list that this one is, or stands in. */
function nodeAround(target: Element | null, known: Set<string>): Element | null {
  const holder = target?.closest('[data-node-id]') ?? null
  const id = holder?.getAttribute('data-node-id') ?? ''
  return !holder || known.has(id) ? holder : nodeAround(holder.parentElement, known)
}
