import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import reuseEn from '#app/i18n/en/reuse-choice.json'
import reuseFr from '#app/i18n/fr/reuse-choice.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Offered } from '#app/services/paths/offered.server.ts'
import type { ReusableContent } from '#app/services/reuse/reusable-content.server.ts'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { NodeJson } from '#content-schema/identity.ts'
import { Dialog } from '../templates/dialog.tsx'
import { useExplanation } from '../templates/use-explanation.ts'
import { DrawChoice } from './draw-choice.tsx'
import { ElementChoice } from './element-choice.tsx'
import styles from './reuse.module.css'
import { fetchContent, fetchOffered } from './send.ts'
import type { Choosing } from './use-reuse.tsx'

type Props = Choosing & {
  moduleId: string
  /** `null` when nothing was chosen. */
  onChoose: (node: NodeJson | null) => void
}

/** First a module, then an element of it, or which of its questions are drawn. */
export default function ReuseDialog({ moduleId, name, inAssessment, onChoose }: Props) {
  useOwnWords('reuseChoice', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('reuseChoice')
  const explain = useExplanation()
  const [content, setContent] = useState<ReusableContent | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const open = (usedModuleId: string) => {
    setRefused(null)
    fetchContent(moduleId, usedModuleId).then(setContent, (error) => setRefused(explain(error)))
  }
  const another = () => setContent(null)
  return (
    <Dialog heading={t(name)} onClose={() => onChoose(null)}>
      <div className={styles.choice}>
        {refused && <Notice tone="danger">{refused}</Notice>}
        {content === null ? (
          <ModuleChoice moduleId={moduleId} onOpen={open} />
        ) : name === 'reuse' ? (
          <ElementChoice content={content} onAnother={another} onChoose={onChoose} />
        ) : (
          <DrawChoice {...{ content, inAssessment, onChoose }} onAnother={another} />
        )}
      </div>
    </Dialog>
  )
}

type Found = { rows: Offered[]; more: boolean }

function ModuleChoice(props: { moduleId: string; onOpen: (moduleId: string) => void }) {
  const { moduleId, onOpen } = props
  const { t } = useTranslation('reuseChoice')
  const [found, setFound] = useState<Found | null>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    let over = false
    fetchOffered(moduleId, words).then(
      (next) => !over && setFound(next),
      () => !over && setFound({ rows: [], more: false }),
    )
    return () => {
      over = true
    }
  }, [moduleId, words])
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setWords(String(new FormData(event.currentTarget).get('q') ?? ''))
  }
  return (
    <>
      <form className={styles.search} onSubmit={search}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          name="q"
          type="search"
          maxLength={200}
          data-first
        />
        <button type="submit" className="quiet">
          {t('find')}
        </button>
      </form>
      <p role="status" className="soft">
        {!found && t('loading')}
        {found &&
          (found.rows.length === 0 ? t('nothing') : t('found', { count: found.rows.length }))}
        {found?.more && ` ${t('more', { count: found.rows.length })}`}
      </p>
      <ul className={styles.modules}>
        {found?.rows.map(({ id, title, objective, edition, organisation }) => (
          <li key={id}>
            <button type="button" className="quiet" onClick={() => onOpen(id)}>
              {t('open', { title })}
            </button>
            <span className="soft">
              {[objective, t('edition', { edition }), organisation].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
