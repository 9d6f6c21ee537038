import type { StoredDocument } from '#content-schema/document.ts'
import type { LocalCopies } from './local-copy.ts'

/** What the server answers: it has committed, or somebody saved in between and nothing was written. */
export type SaveAnswer<Conflict> = { version: number } | { conflict: Conflict }

export type AutosaveState<Conflict> =
  /** All that was written is on the server, committed. */
  | { name: 'saved'; version: number }
  /** Something was written that is about to be sent. */
  | { name: 'dirty' }
  | { name: 'saving' }
  /** The server could not be reached, or failed; it is tried again by itself. */
  | { name: 'error'; error: unknown; attempt: number }
  /** Nothing more is sent until a person has chosen. */
  | { name: 'conflict'; conflict: Conflict }

export type Timers = {
  set: (call: () => void, milliseconds: number) => unknown
  clear: (timer: unknown) => void
}

export type AutosaveOptions<Conflict> = {
  /** Sends a document made from a version; rejects when it cannot know that it was committed. */
  save: (document: StoredDocument, baseVersion: number) => Promise<SaveAnswer<Conflict>>
  /** The version the page was opened with. */
  version: number
  onState: (state: AutosaveState<Conflict>) => void
  /** Where unsaved work is kept in this browser meanwhile. */
  copies?: LocalCopies
  /** Milliseconds without a change before saving. */
  delay?: number
  /** Milliseconds after the first unsaved change at which it is saved even while typing goes on. */
  longest?: number
  now?: () => number
  timers?: Timers
}

export type Autosave<Conflict> = {
  /** Tells of a change; only the last document told is ever sent. */
  change: (document: StoredDocument) => void
  /** Sends what is unsaved without waiting; done when the answer is there, whatever it is. */
  flush: () => Promise<void>
  /** After a conflict: my document replaces the one that was saved as `version`. */
  keepMine: (version: number) => Promise<void>
  state: () => AutosaveState<Conflict>
  /** What was not acknowledged yet, `null` when all was. */
  unsaved: () => StoredDocument | null
  /** Ends it without sending; what is unsaved stays in the local copy. */
  stop: () => void
}

/** Unsaved work is copied in the browser at most this long after the change. */
const keepDelay = 300
const firstRetry = 1000
const longestRetry = 30_000

/**
 * Saves as somebody writes: 800 ms after the last change, 2 s after the first, one at a time, the
 * last document winning; tries again by itself, and stops at a conflict.
 */
export function createAutosave<Conflict>(
  options: AutosaveOptions<Conflict>,
): Autosave<Conflict> {
  const { delay = 800, longest = 2000, now = Date.now, timers = realTimers, copies } = options
  let state: AutosaveState<Conflict> = { name: 'saved', version: options.version }
  let version = options.version
  let pending: StoredDocument | null = null
  let sent: StoredDocument | null = null
  let pendingSince = 0
  let attempt = 0
  let saveTimer: unknown = null
  let keepTimer: unknown = null
  let flight: Promise<void> | null = null
  let stopped = false

  const show = (next: AutosaveState<Conflict>) => {
    state = next
    options.onState(next)
  }
  const schedule = (milliseconds: number) => {
    timers.clear(saveTimer)
    saveTimer = timers.set(() => void send(), milliseconds)
  }
  const keepCopy = () => {
    timers.clear(keepTimer)
    keepTimer = null
    const document = pending ?? sent
    if (document) copies?.keep({ document, baseVersion: version, keptAt: now() })
  }

  function change(document: StoredDocument): void {
    if (pending === null) pendingSince = now()
    pending = document
    keepTimer ??= timers.set(keepCopy, keepDelay)
    if (state.name === 'conflict' || state.name === 'error' || flight) return
    if (state.name !== 'dirty') show({ name: 'dirty' })
    schedule(Math.min(delay, Math.max(0, pendingSince + longest - now())))
  }

  function send(): Promise<void> {
    timers.clear(saveTimer)
    if (flight) return flight
    if (stopped || pending === null || state.name === 'conflict') return Promise.resolve()
    sent = pending
    pending = null
    show({ name: 'saving' })
    flight = options
      .save(sent, version)
      .then(settle, fail)
      .finally(() => {
        flight = null
        sent = null
        if (!stopped && pending !== null && state.name === 'dirty') schedule(soon())
      })
    return flight
  }

  /** The next save after this one: what waited while it ran does not wait twice. */
  function soon(): number {
    return Math.min(delay, Math.max(0, pendingSince + longest - now()))
  }

  function settle(answer: SaveAnswer<Conflict>): void {
    attempt = 0
    if (stopped) return
    if ('conflict' in answer) {
      pending ??= sent
      keepCopy()
      show({ name: 'conflict', conflict: answer.conflict })
      return
    }
    version = answer.version
    if (pending !== null) {
      show({ name: 'dirty' })
      return
    }
    timers.clear(keepTimer)
    keepTimer = null
    copies?.forget()
    show({ name: 'saved', version })
  }

  function fail(error: unknown): void {
    pending ??= sent
    attempt += 1
    if (stopped) return
    keepCopy()
    show({ name: 'error', error, attempt })
    schedule(Math.min(longestRetry, firstRetry * 2 ** (attempt - 1)))
  }

  return {
    change,
    async flush() {
      if (flight) await flight
      await send()
    },
    async keepMine(theirs) {
      if (state.name !== 'conflict') return
      version = theirs
      state = { name: 'dirty' }
      await send()
    },
    state: () => state,
    unsaved: () => pending ?? sent,
    stop() {
      stopped = true
      keepCopy()
      timers.clear(saveTimer)
    },
  }
}

const realTimers: Timers = {
  set: (call, milliseconds) => setTimeout(call, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}
