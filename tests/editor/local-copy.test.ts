import { expect, it } from 'vitest'
import type { StoredDocument } from '#content-schema/document.ts'
import { localCopies } from '#editor/local-copy.ts'

const server = { version: 3, document: written('on the server') }

it('offers what a killed tab had not saved', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep({ document: written('lost?'), baseVersion: 3, keptAt: 1000 })
  const offered = copies(storage, 'tab-2').offer(server)
  expect(offered).toMatchObject({ document: written('lost?'), diverged: false })
})

it('says when the server has moved on since', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep({ document: written('lost?'), baseVersion: 2, keptAt: 1000 })
  expect(copies(storage, 'tab-2').offer(server)).toMatchObject({ diverged: true })
})

it('offers nothing that the server already has, whatever the order of its keys', () => {
  const storage = browserStorage()
  const { doc, format } = server.document
  copies(storage, 'tab-1').keep({ document: { doc, format }, baseVersion: 2, keptAt: 1000 })
  expect(copies(storage, 'tab-2').offer(server)).toBeNull()
  expect(storage).toHaveLength(0)
})

it('leaves to a tab that still lives what that tab is about to save', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep({ document: written('typing'), baseVersion: 3, keptAt: 1000 })
  const second = localCopies({
    storage,
    moduleId: 'm1',
    tab: 'tab-2',
    alive: new Set(['tab-1']),
    now: () => 2000,
  })
  expect(second.offer(server)).toBeNull()
  expect(storage).toHaveLength(1)
})

it('keeps one copy a tab, and forgets only its own', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep({ document: written('one'), baseVersion: 3, keptAt: 1000 })
  copies(storage, 'tab-2').keep({ document: written('two'), baseVersion: 3, keptAt: 1500 })
  copies(storage, 'tab-2').forget()
  expect(copies(storage, 'tab-3').offer(server)).toMatchObject({ document: written('one') })
})

it('offers the newest first, then the next once that one was discarded', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep({ document: written('one'), baseVersion: 3, keptAt: 1000 })
  copies(storage, 'tab-2').keep({ document: written('two'), baseVersion: 3, keptAt: 1500 })
  const third = copies(storage, 'tab-3')
  const first = third.offer(server)
  expect(first?.document).toEqual(written('two'))
  first?.discard()
  expect(third.offer(server)?.document).toEqual(written('one'))
})

it('never offers a copy of another module, a damaged one, or one a month old', () => {
  const storage = browserStorage()
  storage.setItem('grainotheque.draft.m2.tab-1', JSON.stringify({ document: written('x') }))
  storage.setItem('grainotheque.draft.m1.tab-1', '{"document":')
  storage.setItem('grainotheque.draft.m1.tab-2', '{"keptAt":5}')
  const month = 31 * 24 * 60 * 60 * 1000
  copies(storage, 'tab-3').keep({
    document: written('old'),
    baseVersion: 3,
    keptAt: 2000 - month,
  })
  expect(copies(storage, 'tab-4').offer(server)).toBeNull()
})

it('says so when the browser has no room left', () => {
  const storage = browserStorage(10)
  const copy = { document: written('too long'), baseVersion: 3, keptAt: 1000 }
  expect(copies(storage, 'tab-1').keep(copy)).toBe(false)
})

function copies(storage: Storage, tab: string) {
  return localCopies({ storage, moduleId: 'm1', tab, now: () => 2000 })
}

/** What a browser's `localStorage` does, with as little room as wanted. */
function browserStorage(room = 5_000_000): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

function written(text: string): StoredDocument {
  return { format: 1, doc: { type: 'doc', content: [{ type: 'text', text }] } }
}
