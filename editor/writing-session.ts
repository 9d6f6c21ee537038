import type { DocumentChange } from '#content-schema/changes/change.ts'
import { choose, type Side } from '#content-schema/changes/choose.ts'
import { mergeChange } from '#content-schema/changes/merge.ts'
import {
  heldIds,
  idOf,
  type Outline,
  outlineOf,
  sameDocument,
} from '#content-schema/changes/outline.ts'
import { takeUp } from '#content-schema/changes/take-up.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { Autosave, type AutosaveState, type SaveAnswer, type Timers } from './autosave.ts'
import type { LeftCopy, LocalCopies } from './local-copy.ts'
import { type DraftRequest, ServerDraft } from './server-draft.ts'

export type SaveRequest = DraftRequest & { setAside?: StoredDocument[] }

/** What the server says: what is news to us, or that sections are in conflict. */
export type ServerAnswer =
  | { version: number; news: DocumentChange | null }
  | { conflict: SavedElsewhere & { sections: string[]; news: DocumentChange | null } }

/** When and by whom (a name) the other version was saved. */
export type SavedElsewhere = {
  version: number
  savedAt: number
  savedBy: string
  /** Whether that was the same person, on another page. */
  myself: boolean
}

/** Sections that were written in two places at once; `mine` is theirs everywhere else. */
export type Conflict = {
  /** `null` when it was found at opening, by whom and when being unknown. */
  elsewhere: SavedElsewhere | null
  sections: string[]
  mine: StoredDocument
  theirs: StoredDocument
}

/** The editor on the page, as far as saving is concerned. */
export type WrittenPage = {
  read: () => StoredDocument
  /** Shows another document without disturbing whoever is writing. */
  show: (document: StoredDocument) => void
}

export type SessionOptions = {
  opened: { version: number; document: StoredDocument }
  copies: LocalCopies
  send: (request: SaveRequest) => Promise<ServerAnswer>
  onState: (state: AutosaveState<Conflict>, kept: boolean) => void
  timers?: Timers
  now?: () => number
}

/**
 * One page on which a module is written: saves what changes, takes up what others save, brings
 * back what a page that died could not save, and stops where a person must choose.
 */
export class WritingSession {
  readonly autosave: Autosave<Conflict>
  /** When what was brought back had been copied, milliseconds since 1970; `null` when nothing was. */
  readonly recoveredAt: number | null
  readonly #options: SessionOptions & { now: () => number }
  readonly #recovered: Recovered | null
  #server: ServerDraft
  #page: WrittenPage | null = null
  #setAside: StoredDocument[] = []

  constructor(options: SessionOptions) {
    this.#options = { now: Date.now, ...options }
    const { opened, copies, onState, timers } = this.#options
    this.#recovered = recover(opened.document, copies.left())
    this.#server = new ServerDraft(opened, this.#recovered ? unanswered(this.#recovered) : [])
    const { copies: left = [], conflicts = [] } = this.#recovered ?? {}
    this.recoveredAt = conflicts.length > 0 ? null : (left.at(-1)?.keptAt ?? null)
    this.autosave = new Autosave<Conflict>({
      save: (document) => this.#save(document),
      has: (document) => this.#setAside.length === 0 && this.#server.has(document),
      onState,
      keeper: { keep: (document) => this.#keep(document), forget: copies.forget },
      ...(timers && { timers }),
    })
  }

  get version(): number {
    return this.#server.version
  }

  /** What the page is to show: the server's document, with what was not saved yet. */
  get document(): StoredDocument {
    return this.autosave.unsaved ?? this.#server.document
  }

  /** Saves what was recovered, or asks about it; only then are the copies it came from let go. */
  start(): void {
    const { document: mine, conflicts: sections = [] } = this.#recovered ?? {}
    if (!mine) return
    if (sections.length > 0) {
      const conflict = { elsewhere: null, sections, mine, theirs: this.#server.document }
      this.autosave.meet(conflict, mine)
      return
    }
    this.autosave.change(mine)
    this.autosave.keep()
    this.#letGo()
  }

  /** The page appeared, or (`null`) went away. */
  attach(page: WrittenPage | null): void {
    this.#page = page
  }

  /** Asks for what others saved, when their version is another than ours. */
  async catchUp(version: number): Promise<void> {
    const busy = () => this.autosave.sending || this.autosave.state.name === 'conflict'
    if (version === this.version || busy()) return
    const server = this.#server
    const asked = server.version
    const answer = await this.#options.send(server.question())
    if ('conflict' in answer || busy() || server.version !== asked) return
    this.#takeUp(answer.version, server.document, answer.news, false)
  }

  /** A person chose, section by section. */
  choose(choices: ReadonlyMap<string, Side>): StoredDocument {
    const { state } = this.autosave
    if (state.name !== 'conflict') throw new RangeError('there is nothing to choose')
    const { mine, theirs, sections, elsewhere } = state.conflict
    const chosen = choose(mine, theirs, sections, choices)
    this.#setAside.push(...chosen.setAside)
    this.#server.follow(elsewhere?.version ?? this.version, theirs, true)
    void this.autosave.resolve(chosen.document)
    this.#letGo()
    return chosen.document
  }

  async #save(document: StoredDocument): Promise<SaveAnswer<Conflict>> {
    const setAside = [...this.#setAside]
    const request = this.#server.send(document)
    if (this.autosave.unsaved) this.autosave.keep()
    const answer = await this.#options.send(
      setAside.length > 0 ? { ...request, setAside } : request,
    )
    if ('conflict' in answer) return { conflict: this.#inConflict(document, answer.conflict) }
    this.#setAside = this.#setAside.slice(setAside.length)
    this.#takeUp(answer.version, document, answer.news, true)
    return { saved: true }
  }

  /** @param held what the server knows we have: what was just sent, or what we write from */
  #takeUp(
    version: number,
    held: StoredDocument,
    news: DocumentChange | null,
    answered: boolean,
  ): void {
    const theirs = this.#server.told(held, news)
    if (!news) {
      this.#server.follow(version, theirs, answered)
      return
    }
    const mine = this.#page?.read() ?? this.autosave.unsaved ?? held
    const taken = takeUp(held, mine, theirs)
    this.#server.follow(version, taken.base, answered)
    if (!sameDocument(mine, taken.mine)) this.#page?.show(taken.mine)
    if (!this.#page && this.autosave.unsaved) this.autosave.change(taken.mine)
  }

  #inConflict(
    sent: StoredDocument,
    { sections, news, ...elsewhere }: Extract<ServerAnswer, { conflict: unknown }>['conflict'],
  ): Conflict {
    const base = this.#server.document
    const theirs = this.#server.told(base, news)
    const { mine } = takeUp(base, this.#page?.read() ?? sent, theirs)
    return { elsewhere, sections, mine, theirs }
  }

  /** Until a choice was made, what was found in conflict at opening stays in the copy it came from. */
  #keep(document: StoredDocument): boolean {
    const { state } = this.autosave
    if (state.name === 'conflict' && !state.conflict.elsewhere) return true
    const { copies, now } = this.#options
    return copies.keep({ ...this.#server.copy(document), keptAt: now() })
  }

  #letGo(): void {
    if (this.autosave.atRisk) return
    for (const copy of this.#recovered?.copies ?? []) copy.discard()
  }
}

type Recovered = { copies: LeftCopy[]; document: StoredDocument; conflicts: string[] }

/**
 * What the copies say beyond what the server does; those that say nothing more are let go. Those
 * that contradict one that came before are left for the next opening.
 */
function recover(served: StoredDocument, copies: LeftCopy[]): Recovered | null {
  const found: Recovered = { copies: [], document: served, conflicts: [] }
  for (const copy of copies) {
    const merge = merged(copy, found.document)
    if (!merge || sameDocument(merge.document, found.document)) copy.discard()
    else if (merge.conflicts.length === 0) {
      found.copies.push(copy)
      found.document = merge.document
    } else if (found.copies.length === 0) return { copies: [copy], ...merge }
  }
  return found.copies.length > 0 ? found : null
}

/** Sections that a copy changed: it was perhaps sent, and perhaps arrived. */
function unanswered({ copies, conflicts }: Recovered): Outline {
  if (conflicts.length > 0) return []
  return copies.flatMap(({ base, change }) => {
    const order = change.doc.order ?? heldIds(base)
    const put = (change.doc.put ?? []).map(idOf)
    return base.filter(([id]) => put.includes(id) || !order.includes(id))
  })
}

type Recovery = { document: StoredDocument; conflicts: string[] }

function merged(copy: LeftCopy, current: StoredDocument): Recovery | null {
  try {
    const merge = mergeChange(copy.base, copy.change, current)
    if (!merge.conflicts) return { document: merge.document, conflicts: [] }
    const forced = mergeChange(recognisingAll(copy, current), copy.change, current)
    return forced.conflicts ? null : { document: forced.document, conflicts: merge.conflicts }
  } catch {
    return null
  }
}

/** The base of a copy, as if it had been made on what stands there now. */
function recognisingAll(copy: LeftCopy, current: StoredDocument): LeftCopy['base'] {
  const now = new Map(outlineOf(current).map(([id, digest]) => [id, digest ?? null]))
  const known = copy.base.map(([id]) => id)
  const added = (copy.change.doc.put ?? []).map(idOf)
  const extra = added.filter((id) => !known.includes(id) && now.has(id))
  return [
    ...copy.base.map(([id, ...digests]) => [id, ...digests, now.get(id) ?? null]),
    ...extra.map((id) => [id, null, now.get(id) ?? null]),
  ] as LeftCopy['base']
}
