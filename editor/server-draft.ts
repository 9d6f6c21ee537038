import { applyChange } from '#content-schema/changes/apply.ts'
import { changeBetween, type DocumentChange } from '#content-schema/changes/change.ts'
import { type Outline, outlineOf, sameDocument } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'

/** What a save sends: what changed, and what it was made from. */
export type DraftRequest = { base: Outline; change: DocumentChange }

/**
 * What this page knows of the document on the server: the one it writes from, and what it sent
 * without hearing whether it arrived.
 */
export class ServerDraft {
  #version: number
  #document: StoredDocument
  /** By section: digests under which it may stand on the server, `null` when it may be gone. */
  #unanswered = new Map<string, Set<string | null>>()

  /** @param unanswered outline of what another page sent, and never heard of */
  constructor(opened: { version: number; document: StoredDocument }, unanswered: Outline = []) {
    this.#version = opened.version
    this.#document = opened.document
    for (const [id, ...digests] of unanswered) this.#unanswered.set(id, new Set(digests))
  }

  get version(): number {
    return this.#version
  }

  /** The document that what is written here is made from. */
  get document(): StoredDocument {
    return this.#document
  }

  has(document: StoredDocument): boolean {
    return this.#unanswered.size === 0 && sameDocument(this.#document, document)
  }

  /** A request that changes nothing, and is answered with what is news. */
  question(): DraftRequest {
    const { format } = this.#document
    return { base: outlineOf(this.#document), change: { format, doc: {} } }
  }

  /** What is to be sent, in whole sections: to be understood without what it was made from. */
  copy(document: StoredDocument): DraftRequest {
    const touched = new Set(this.#touched(document).map(([id]) => id))
    return { base: this.#base(), change: this.#change(document, (id) => touched.has(id)) }
  }

  /** What makes the server's document this one; from now on the server may have it. */
  send(document: StoredDocument): DraftRequest {
    const change = this.#change(document, (id) => this.#unclear(id))
    const request = { base: this.#base(), change }
    for (const [id, digest] of this.#touched(document)) {
      const seen = this.#unanswered.get(id) ?? new Set()
      this.#unanswered.set(id, seen.add(digest))
    }
    return request
  }

  /** The server's document, once it told what is news beside `held`. */
  told(held: StoredDocument, news: DocumentChange | null): StoredDocument {
    return news ? applyChange(held, news) : held
  }

  /** What is written here is made from this document from now on. */
  follow(version: number, document: StoredDocument, answered: boolean): void {
    this.#version = version
    this.#document = document
    if (answered) this.#unanswered.clear()
  }

  #unclear(id: string): boolean {
    return this.#unanswered.has(id)
  }

  #base(): Outline {
    const base: Outline = outlineOf(this.#document).map(([id, ...digests]) => [
      id,
      ...digests,
      ...(this.#unanswered.get(id) ?? []),
    ])
    const there = new Set(base.map(([id]) => id))
    const added = [...this.#unanswered].filter(([id]) => !there.has(id))
    return [...base, ...added.map(([id, digests]) => [id, null, ...digests] as Outline[number])]
  }

  #change(document: StoredDocument, whole: (id: string) => boolean): DocumentChange {
    return changeBetween(this.#document, document, whole)
  }

  /** Sections that are not, or perhaps not, on the server as they are here. */
  #touched(document: StoredDocument): [id: string, digest: string | null][] {
    const [before, now] = [outlineOf(this.#document), outlineOf(document)].map(
      (outline) => new Map(outline.map(([id, digest]) => [id, digest ?? null])),
    ) as [Map<string, string | null>, Map<string, string | null>]
    const ids = new Set([...before.keys(), ...now.keys(), ...this.#unanswered.keys()])
    return [...ids]
      .map((id) => [id, now.get(id) ?? null] as [string, string | null])
      .filter(([id, digest]) => this.#unclear(id) || (before.get(id) ?? null) !== digest)
  }
}
