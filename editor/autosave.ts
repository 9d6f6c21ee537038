import type { StoredDocument } from '#content-schema/document.ts'

/** What the server answers: it has committed, or nothing was written and a person must choose. */
export type SaveAnswer<Conflict> = { saved: true } | { conflict: Conflict }

export type AutosaveState<Conflict> =
  /** All that was written is on the server, committed. */
  | { name: 'saved' }
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

/** Where unsaved work is kept in this browser meanwhile. */
export type Keeper = {
  /** `false` when the browser would not take it. */
  keep: (document: StoredDocument) => boolean
  /** The server has it: the copy is no longer needed. */
  forget: () => void
}

export type AutosaveOptions<Conflict> = {
  /** Sends a document; rejects when it cannot know that it was committed. */
  save: (document: StoredDocument) => Promise<SaveAnswer<Conflict>>
  /** Whether the server has this very document, so that nothing is to be sent. */
  has: (document: StoredDocument) => boolean
  /** `kept` is false when unsaved work could not be kept in this browser either. */
  onState: (state: AutosaveState<Conflict>, kept: boolean) => void
  keeper?: Keeper
  /** Milliseconds without a change before saving. */
  delay?: number
  /** Milliseconds after the first unsaved change at which it is saved even while typing goes on. */
  longest?: number
  timers?: Timers
}

/** Unsaved work is copied in the browser at most this long after the change. */
const keepDelay = 700
const firstRetry = 1000
const longestRetry = 30_000

const realTimers: Timers = {
  set: (call, milliseconds) => setTimeout(call, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}

/**
 * Saves as somebody writes: 800 ms after the last change, 2 s after the first, one at a time, the
 * last document winning; tries again by itself, and stops at a conflict.
 */
export class Autosave<Conflict> {
  readonly #options
  #state: AutosaveState<Conflict> = { name: 'saved' }
  /** Not yet sent. */
  #pending: StoredDocument | null = null
  /** Sent, and not yet acknowledged. */
  #sent: StoredDocument | null = null
  /** Since when something is unsaved, and when it is to be sent: milliseconds that no clock sets back. */
  #pendingSince = 0
  #due = 0
  #attempt = 0
  #saveTimer: unknown = null
  #keepTimer: unknown = null
  #flight: Promise<void> | null = null
  #stopped = false
  #kept = true

  constructor(options: AutosaveOptions<Conflict>) {
    this.#options = { delay: 800, longest: 2000, timers: realTimers, ...options }
  }

  get state(): AutosaveState<Conflict> {
    return this.#state
  }

  /** What was not acknowledged yet, `null` when all was. */
  get unsaved(): StoredDocument | null {
    return this.#pending ?? this.#sent
  }

  get sending(): boolean {
    return this.#flight !== null
  }

  /** Whether closing the page now could lose something: neither the server nor the browser has it. */
  get atRisk(): boolean {
    if (this.#keepTimer !== null) this.#keepCopy()
    return this.unsaved !== null && !this.#kept
  }

  /** Tells of a change; only the last document told is ever sent. */
  readonly change = (document: StoredDocument): void => {
    const { timers, has } = this.#options
    if (this.#pending === null) this.#pendingSince = performance.now()
    this.#pending = document
    const settled = this.#state.name === 'saved' || this.#state.name === 'error'
    if (!this.#flight && settled && has(document)) {
      this.#rest()
      return
    }
    this.#keepTimer ??= timers.set(() => this.#keepCopy(), keepDelay)
    if (this.#state.name === 'conflict' || this.#state.name === 'error' || this.#flight) return
    if (this.#state.name !== 'dirty') this.#show({ name: 'dirty' })
    this.#schedule(this.#wait())
  }

  /** Sends what is unsaved without waiting; done when the answer is there, whatever it is. */
  readonly flush = async (): Promise<void> => {
    if (this.#flight) await this.#flight
    await this.#send()
  }

  /** Copies what is unsaved in the browser without waiting. */
  readonly keep = (): void => this.#keepCopy()

  /** Stops at a conflict that was found without sending. */
  meet(conflict: Conflict, mine: StoredDocument): void {
    this.#pending = mine
    this.#show({ name: 'conflict', conflict })
  }

  /** After a conflict: this is what came of the choice. */
  async resolve(chosen: StoredDocument): Promise<void> {
    if (this.#state.name !== 'conflict') return
    this.#pending = chosen
    this.#state = { name: 'dirty' }
    this.#keepCopy()
    await this.#send()
  }

  /** Ends it without sending; what is unsaved stays in the local copy. */
  stop(): void {
    this.#stopped = true
    this.#keepCopy()
    this.#unschedule()
  }

  #send(): Promise<void> {
    this.#unschedule()
    if (this.#flight) return this.#flight
    if (this.#stopped || this.#pending === null || this.#state.name === 'conflict') {
      return Promise.resolve()
    }
    if (this.#options.has(this.#pending)) {
      this.#rest()
      return Promise.resolve()
    }
    const document = this.#pending
    this.#sent = document
    this.#pending = null
    this.#show({ name: 'saving' })
    this.#flight = this.#options
      .save(document)
      .then(
        (answer) => this.#settle(answer),
        (error: unknown) => this.#fail(error),
      )
      .finally(() => this.#land())
    return this.#flight
  }

  #settle(answer: SaveAnswer<Conflict>): void {
    this.#attempt = 0
    if ('conflict' in answer) {
      this.#pending ??= this.#sent
      this.#keepCopy()
      this.#show({ name: 'conflict', conflict: answer.conflict })
      return
    }
    if (this.#pending === null || this.#options.has(this.#pending)) this.#rest()
    else this.#show({ name: 'dirty' })
  }

  #rest(): void {
    const { timers, keeper } = this.#options
    timers.clear(this.#keepTimer)
    this.#unschedule()
    this.#keepTimer = null
    this.#pending = null
    this.#kept = true
    this.#attempt = 0
    keeper?.forget()
    if (this.#state.name !== 'saved') this.#show({ name: 'saved' })
  }

  #fail(error: unknown): void {
    this.#pending ??= this.#sent
    this.#attempt += 1
    this.#keepCopy()
    this.#show({ name: 'error', error, attempt: this.#attempt })
    this.#schedule(Math.min(longestRetry, firstRetry * 2 ** (this.#attempt - 1)))
  }

  #land(): void {
    this.#flight = null
    this.#sent = null
    if (this.#pending !== null && this.#state.name === 'dirty') this.#schedule(this.#wait())
  }

  /** Until typing pauses, but never later than the longest wait after the first unsaved change. */
  #wait(): number {
    const { delay, longest } = this.#options
    return Math.min(delay, Math.max(0, this.#pendingSince + longest - performance.now()))
  }

  /** Each key puts it off: the timer of the first is kept, and set again when it rings too early. */
  #schedule(milliseconds: number): void {
    const { timers } = this.#options
    this.#due = performance.now() + milliseconds
    if (!this.#stopped) this.#saveTimer ??= timers.set(() => this.#ring(), milliseconds)
  }

  #ring(): void {
    const { timers } = this.#options
    const left = this.#due - performance.now()
    this.#saveTimer = left > 0 ? timers.set(() => this.#ring(), left) : null
    if (this.#saveTimer === null) void this.#send()
  }

  #unschedule(): void {
    this.#options.timers.clear(this.#saveTimer)
    this.#saveTimer = null
  }

  #keepCopy(): void {
    const { timers, keeper } = this.#options
    timers.clear(this.#keepTimer)
    this.#keepTimer = null
    const document = this.unsaved
    if (!document || !keeper) return
    const before = this.#kept
    this.#kept = keeper.keep(document)
    if (this.#kept !== before) this.#show(this.#state)
  }

  #show(state: AutosaveState<Conflict>): void {
    this.#state = state
    if (!this.#stopped) this.#options.onState(state, this.#kept)
  }
}
