import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { StoredDocument } from '#content-schema/document.ts'
import type { AutosaveState } from '#editor/autosave.ts'
import type { UndoStore } from '#editor/extensions/kept-undo.ts'
import { localCopies } from '#editor/local-copy.ts'
import { holdTab } from '#editor/tab.ts'
import { type Conflict, WritingSession } from '#editor/writing-session.ts'
import { sendChange } from './send.ts'

export type Opened = { moduleId: string; version: number; document: StoredDocument }
/** What is known of what was written: on the server or not, and in this browser or not. */
export type Told = { state: AutosaveState<Conflict>; kept: boolean }
export type Writing = {
  session: WritingSession
  told: Telling
  tab: string
  undoStore: UndoStore
}

/** The last that was told, for those who watch; nothing else of the page is drawn again for it. */
export type Telling = { last: () => Told; watch: (listener: () => void) => () => void }

/** Pages of this window that were left while something of theirs was still being sent, by module. */
const leaving = new Map<string, Promise<void>>()

/** Opens what somebody writes on; `null` until it is known what a page that died had not saved. */
export function useWriting(opened: Opened): Writing | null {
  const { moduleId } = opened
  const first = useRef(opened)
  const [writing, setWriting] = useState<Writing | null>(null)
  useEffect(() => {
    let gone = false
    let leave = () => {}
    open(first.current).then(({ release, ...writing }) => {
      if (gone) return release()
      leave = () => leaveBehind(moduleId, writing.session, release)
      setWriting(writing)
    })
    return () => {
      gone = true
      leave()
    }
  }, [moduleId])
  useLeaving(writing?.session ?? null)
  return writing
}

/** @param select gives the same value, or the same object, as long as nothing is to be drawn again */
export function useTold<T>({ last, watch }: Telling, select: (told: Told) => T): T {
  return useSyncExternalStore(watch, () => select(last()))
}

async function open({
  moduleId,
  ...opened
}: Opened): Promise<Writing & { release: () => void }> {
  const late = leaving.get(moduleId)
  await late
  const { tab, alive, release } = await holdTab()
  const { tell, ...told } = telling()
  const session = new WritingSession({
    opened,
    copies: localCopies({ storage: localStorage, moduleId, tab, alive }),
    send: (request) => sendChange(moduleId, request),
    onState: (state, kept) => tell({ state, kept }),
  })
  session.start()
  // What was still being sent when this page was read is not in what was read.
  if (late) await session.catchUp(Number.NaN).catch(() => undefined)
  return { session, told, tab, undoStore: undoStoreOf(moduleId), release }
}

function telling(): Telling & { tell: (told: Told) => void } {
  let known: Told = { state: { name: 'saved' }, kept: true }
  const listeners = new Set<() => void>()
  return {
    last: () => known,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (told) => {
      known = told
      for (const listener of listeners) listener()
    },
  }
}

function leaveBehind(moduleId: string, session: WritingSession, release: () => void): void {
  session.attach(null)
  const left = session.autosave.flush().finally(() => {
    session.autosave.stop()
    release()
    if (leaving.get(moduleId) === left) leaving.delete(moduleId)
  })
  leaving.set(moduleId, left)
}

/** Lives as long as the tab does, reloads included. */
function undoStoreOf(moduleId: string): UndoStore {
  const key = `grainotheque.undo.${moduleId}`
  return {
    read: () => sessionStorage.getItem(key),
    write: (text) => {
      try {
        sessionStorage.setItem(key, text)
      } catch {
        sessionStorage.removeItem(key)
      }
    },
  }
}

/**
 * When the page goes out of sight or is closed, what is unsaved is kept and sent at once; when the
 * network is back, too. A warning only comes when closing could lose something.
 */
function useLeaving(session: WritingSession | null): void {
  useEffect(() => {
    if (!session) return
    const { autosave } = session
    const flush = () => void autosave.flush()
    const hide = () => {
      if (document.visibilityState !== 'hidden') return
      autosave.keep()
      flush()
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.atRisk) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    addEventListener('pagehide', autosave.keep)
    addEventListener('online', flush)
    addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('pagehide', autosave.keep)
      removeEventListener('online', flush)
      removeEventListener('beforeunload', warn)
    }
  }, [session])
}
