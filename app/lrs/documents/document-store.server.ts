import { createHash } from 'node:crypto'
import type { StatementsDb } from '#app/db/client.server.ts'
import { commitQueue } from '../statements/commit-queue.server.ts'
import type { Place } from './place.ts'

export type StoredDocument = {
  contentType: string
  content: Buffer
  /** SHA-1 of the content in hexadecimal. */
  etag: string
  /** Milliseconds since 1970, UTC. */
  updatedAt: number
}

export type Given = { contentType: string; content: Buffer; credentialKey: string }

/** Documents of one organisation at one place. */
export type Shelf = {
  find: (documentId: string) => StoredDocument | null
  /** Of the states of a learner, those of every registration where none was given. */
  list: (since: number | null) => { documentId: string; updatedAt: number }[]
  put: (documentId: string, given: Given) => StoredDocument
  remove: (documentId: string) => void
  removeAll: () => void
}

export type DocumentStore = {
  shelf: (organisationId: string, place: Place) => Shelf
  /**
   * Reads and writes in one transaction; settles once that is on the disk. When it throws, nothing
   * was written.
   */
  change: <Result>(work: () => Result) => Promise<Result>
}

export function openDocumentStore(statements: StatementsDb, now: () => Date): DocumentStore {
  const rows = documentRows(statements)
  const change = commitQueue(
    statements.$client,
    (work: () => unknown) => work(),
    () => undefined,
  )
  return {
    shelf: (organisationId, place) => shelfOf(rows, now, keyOf(organisationId, place)),
    change: change as DocumentStore['change'],
  }
}

function shelfOf(rows: DocumentRows, now: () => Date, key: Key): Shelf {
  return {
    find: (documentId) => rows.find.get({ ...key, documentId }) ?? null,
    list: (since) => rows.list.all({ ...key, since: since ?? -1 }),
    put: (documentId, { contentType, content, credentialKey }) => {
      const etag = createHash('sha1').update(content).digest('hex')
      const stored = { contentType, content, etag, updatedAt: now().getTime() }
      rows.put.run({ ...key, ...stored, documentId, credentialKey })
      return stored
    },
    remove: (documentId) => void rows.remove.run({ ...key, documentId }),
    removeAll: () => void rows.removeAll.run(key),
  }
}

type Key = {
  organisationId: string
  kind: string
  activityId: string
  agent: string
  registration: string
}

function keyOf(organisationId: string, place: Place): Key {
  const { kind, activityId, agentId, registration } = place
  return { organisationId, kind, activityId, agent: agentId, registration }
}

type DocumentRows = ReturnType<typeof documentRows>

/** Prepared once. */
function documentRows({ $client }: StatementsDb) {
  const places =
    'organisationId = :organisationId and kind = :kind and activityId = :activityId and agent = :agent'
  const here = `${places} and registration = :registration`
  const anyRegistration = `${places} and :registration in ('', registration)`
  return {
    find: $client.prepare<[Key & { documentId: string }], StoredDocument>(
      `select contentType, content, etag, updatedAt from documents
       where ${here} and documentId = :documentId`,
    ),
    list: $client.prepare<[Key & { since: number }], { documentId: string; updatedAt: number }>(
      `select documentId, max(updatedAt) as updatedAt from documents
       where ${anyRegistration} and updatedAt > :since group by documentId order by documentId`,
    ),
    put: $client.prepare<
      [Key & StoredDocument & { documentId: string; credentialKey: string }]
    >(
      `insert into documents
         (organisationId, kind, activityId, agent, registration, documentId, contentType, content,
          etag, updatedAt, credentialKey)
       values
         (:organisationId, :kind, :activityId, :agent, :registration, :documentId, :contentType,
          :content, :etag, :updatedAt, :credentialKey)
       on conflict do update set contentType = excluded.contentType, content = excluded.content,
         etag = excluded.etag, updatedAt = excluded.updatedAt,
         credentialKey = excluded.credentialKey`,
    ),
    remove: $client.prepare<[Key & { documentId: string }]>(
      `delete from documents where ${here} and documentId = :documentId`,
    ),
    removeAll: $client.prepare<[Key]>(`delete from documents where ${anyRegistration}`),
  }
}
