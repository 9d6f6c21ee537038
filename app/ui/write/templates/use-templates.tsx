import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { NodeJson } from '#content-schema/identity.ts'
import type { TemplateRow, Templates } from '#editor/templates.ts'
import styles from './templates.module.css'
import { useExplanation } from './use-explanation.ts'

/** Loaded when a part is kept, or the list is asked for. */
const SaveDialog = lazy(async () => ({
  default: (await import('./save-dialog.tsx')).SaveDialog,
}))
const ListDialog = lazy(async () => ({
  default: (await import('./list-dialog.tsx')).ListDialog,
}))

type Open = { name: 'save'; part: NodeJson } | { name: 'list' } | null

/** Templates for the editor, and the dialog in which one is named or they are looked after. */
export function useTemplates(): { templates: Templates; dialog: ReactNode } {
  const { t } = useTranslation('modules')
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState<{ tone: 'ok' | 'danger'; sentence: string } | null>(null)
  const explain = useExplanation()
  const latest = useRef({ setOpen, setSaid, explain })
  latest.current = { setOpen, setSaid, explain }
  const shelf = useMemo(() => newShelf(latest), [])
  const dialog = (
    <Suspense>
      {said && (
        <div className={styles.said}>
          <Notice tone={said.tone}>
            <p>{said.sentence}</p>
            <button type="button" className="quiet" onClick={() => setSaid(null)}>
              {t('write.understood')}
            </button>
          </Notice>
        </div>
      )}
      {open?.name === 'save' && (
        <SaveDialog
          part={open.part}
          onClose={(sentence) => {
            setOpen(null)
            if (sentence) setSaid({ tone: 'ok', sentence })
            void shelf.refresh()
          }}
        />
      )}
      {open?.name === 'list' && (
        <ListDialog
          onClose={() => {
            setOpen(null)
            void shelf.refresh()
          }}
        />
      )}
    </Suspense>
  )
  return { templates: shelf.templates, dialog }
}

type Around = {
  current: {
    setOpen: (open: Open) => void
    setSaid: (said: { tone: 'danger'; sentence: string } | null) => void
    explain: (error: unknown) => string
  }
}

/** What is known of templates, asked for when a menu first wants it. */
function newShelf(around: Around) {
  let rows: readonly TemplateRow[] | null = null
  const listeners = new Set<() => void>()
  const refresh = async () => {
    rows ??= []
    const { fetchTemplates } = await import('./send.ts')
    const found = await fetchTemplates().catch(() => null)
    if (!found) return
    rows = found.templates
    for (const listener of listeners) listener()
  }
  const templates: Templates = {
    known() {
      if (rows === null) void refresh()
      return rows ?? []
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async read(id) {
      const { fetchTemplate } = await import('./send.ts')
      try {
        return (await fetchTemplate(id)).node
      } catch (error) {
        around.current.setSaid({ tone: 'danger', sentence: around.current.explain(error) })
        return null
      }
    },
    keep: (part) => around.current.setOpen({ name: 'save', part }),
    manage: () => around.current.setOpen({ name: 'list' }),
  }
  return { templates, refresh }
}
