import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Comparison } from '#app/services/modules/history.server.ts'
import { PageChanges } from '../history/page-changes.tsx'
import { ModuleContent } from '../module-content.tsx'
import { Comparison as Differences } from '../reuse/comparison.tsx'
import { type About, selectedIn } from './about.ts'
import styles from './reviewed-content.module.css'

export type Choosing = { about: About; onChoose: (about: About) => void }
export type NamedNode = {
  id: string
  text: string
  /** Of the element before it in the list. */
  isPart: boolean
  /** Whether other words can be proposed for it. */
  isReplaceable: boolean
  /** Whether it has moments: a sound, a film. */
  isPlayed: boolean
}

type Reviewed = {
  /** Address of the module in the real player. */
  preview: string
  /** The whole document, answers shown; `null` unless it is asked for. */
  html: string | null
  nodes: NamedNode[]
  /** When its reader last had another text of it in front of them; `null` where they never had. */
  seenAt: number | null
  /** What became of that text; `null` unless it is asked for. */
  changes: Comparison | null
}

const views = { learner: 'asLearner', document: 'asDocument', changes: 'asChanges' } as const
type View = keyof typeof views

/**
 * The module as a learner would see it, as one long document with the answers, or as what changed
 * since its reader last looked.
 */
export function ReviewedContent({ data, about, onChoose }: { data: Reviewed } & Choosing) {
  const { t } = useTranslation('review')
  const [search] = useSearchParams()
  const offered = (Object.keys(views) as View[]).filter(
    (view) => view !== 'changes' || data.seenAt !== null,
  )
  const view = offered.find((each) => each === search.get('view')) ?? 'learner'
  // Its address is another each time it is asked for: whoever plays is left alone.
  const [preview] = useState(data.preview)
  return (
    <div>
      <nav className={styles.views} aria-label={t('views')}>
        {offered.map((each) => (
          <Link
            key={each}
            to={`?view=${each}`}
            aria-current={each === view ? 'page' : undefined}
            preventScrollReset
          >
            {t(views[each])}
          </Link>
        ))}
      </nav>
      {view === 'learner' && (
        <iframe className={styles.player} src={preview} title={t('asLearner')} />
      )}
      {view === 'document' && <DocumentView data={data} about={about} onChoose={onChoose} />}
      {view === 'changes' && <ChangesView seenAt={data.seenAt} changes={data.changes} />}
    </div>
  )
}

function ChangesView({ seenAt, changes }: Pick<Reviewed, 'seenAt' | 'changes'>) {
  const { t } = useTranslation('reviewer')
  const { instant } = useFormat()
  if (!changes || seenAt === null) return null
  const { facts, pages, elements } = changes
  return (
    <section className="card" aria-labelledby="changes">
      <h2 id="changes">{t('changesSince', { date: instant(seenAt) })}</h2>
      <PageChanges pages={pages} />
      {facts.length + elements.length > 0 && <Differences facts={facts} elements={elements} />}
      {facts.length + elements.length + pages.length === 0 && <p>{t('noChange')}</p>}
    </section>
  )
}

/** The whole document; a click on an element, or words selected in it, choose what the remark is about. */
function DocumentView({ data, about, onChoose }: { data: Reviewed } & Choosing) {
  const page = useRef<HTMLDivElement>(null)
  const location = useLocation()
  useEffect(() => {
    const named = location.hash.slice(1)
    const place = named && page.current?.querySelector(`[data-node-id="${CSS.escape(named)}"]`)
    if (!place) return
    place.scrollIntoView({ block: 'start' })
    const at = new URLSearchParams(location.search).get('at')
    const media = place.querySelector('video, audio')
    if (at && media) goTo(media as HTMLMediaElement, Number(at))
  }, [location])
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
      <ModuleContent className={`card ${styles.document}`} html={data.html ?? ''} />
    </div>
  )
}

/** A film knows its moments once its beginning has come. */
function goTo(media: HTMLMediaElement, seconds: number): void {
  const go = () => {
    media.currentTime = seconds
  }
  if (media.readyState > 0) go()
  else {
    media.preload = 'metadata'
    media.addEventListener('loadedmetadata', go, { once: true })
    media.load()
  }
}

/** The element of the list that this one is, or stands in. */
function nodeAround(target: Element | null, known: Set<string>): Element | null {
  const holder = target?.closest('[data-node-id]') ?? null
  const id = holder?.getAttribute('data-node-id') ?? ''
  return !holder || known.has(id) ? holder : nodeAround(holder.parentElement, known)
}
