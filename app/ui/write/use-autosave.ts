import { useEffect, useRef, useState } from 'react'
import type { StoredDocument } from '#content-schema/document.ts'
import { Autosave, type AutosaveState } from '#editor/autosave.ts'
import { localCopies, type OfferedCopy } from '#editor/local-copy.ts'
import { holdTab } from '#editor/tab.ts'
import { type SavedElsewhere, sendDraft } from './send.ts'

export type Opened = { moduleId: string; version: number; document: StoredDocument }

/** Saves what is written, and brings back what a tab that died could not save. */
export function useAutosave({ moduleId, version, document }: Opened) {
  const [state, setState] = useState<AutosaveState<SavedElsewhere>>({ name: 'saved', version })
  const [recovered, setRecovered] = useState<OfferedCopy | null>(null)
  const autosave = useRef<Autosave<SavedElsewhere> | null>(null)
  const waiting = useRef<StoredDocument | null>(null)
  const opened = useRef({ version, document })

  useEffect(() => {
    let leave = () => {}
    let left = false
    holdTab().then(({ tab, alive, release }) => {
      if (left) return release()
      const copies = localCopies({ storage: localStorage, moduleId, tab, alive })
      const saving = new Autosave({
        save: (changed, base) => sendDraft(moduleId, changed, base),
        version: opened.current.version,
        onState: setState,
        copies,
      })
      autosave.current = saving
      leave = () =>
        void saving.flush().finally(() => {
          saving.stop()
          release()
        })
      if (waiting.current) saving.change(waiting.current)
      setRecovered(copies.offer(opened.current))
    })
    return () => {
      left = true
      leave()
    }
  }, [moduleId])

  useLeaving(() => autosave.current)

  const change = (changed: StoredDocument) => {
    if (autosave.current) autosave.current.change(changed)
    else waiting.current = changed
  }
  const forgetRecovered = () => {
    recovered?.discard()
    setRecovered(null)
  }
  return { state, change, recovered, forgetRecovered, autosave }
}

/** When the page goes out of sight, what is unsaved is sent at once. */
function useLeaving(current: () => Autosave<SavedElsewhere> | null): void {
  const latest = useRef(current)
  latest.current = current
  useEffect(() => {
    const flush = () => {
      if (document.visibilityState === 'hidden') latest.current()?.flush()
    }
    const warn = (event: BeforeUnloadEvent) => {
      const name = latest.current()?.state.name
      if (name === 'error' || name === 'conflict') event.preventDefault()
    }
    document.addEventListener('visibilitychange', flush)
    addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      removeEventListener('beforeunload', warn)
    }
  }, [])
}
