import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StoredDocument } from '#content-schema/document.ts'
import { Autosave, type AutosaveState, type SaveAnswer } from '#editor/autosave.ts'

type Conflict = { version: number; document: StoredDocument }
type Request = {
  text: string
  answer: (answer: SaveAnswer<Conflict>) => void
  fail: () => void
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('saves 800 ms after the last key, the last document only', async () => {
  const { autosave, requests } = server()
  autosave.change(written('a'))
  await vi.advanceTimersByTimeAsync(500)
  autosave.change(written('ab'))
  await vi.advanceTimersByTimeAsync(799)
  expect(requests).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(requests.map(({ text }) => text)).toEqual(['ab'])
})

it('saves two seconds after the first key, even when nobody stops typing', async () => {
  const { autosave, requests } = server()
  for (let time = 0; time < 2000; time += 100) {
    autosave.change(written(`${time}`))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(requests.map(({ text }) => text)).toEqual(['1900'])
})

it('says "saved" only once the server has answered', async () => {
  const { autosave, requests, states } = server()
  autosave.change(written('a'))
  await vi.advanceTimersByTimeAsync(800)
  expect(states.map(({ name }) => name)).toEqual(['dirty', 'saving'])
  requests[0]?.answer({ saved: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(autosave.state).toEqual({ name: 'saved' })
  expect(autosave.unsaved).toBeNull()
})

it('never has two saves under way, and then sends what was written meanwhile', async () => {
  const { autosave, requests } = server()
  autosave.change(written('a'))
  await vi.advanceTimersByTimeAsync(800)
  autosave.change(written('b'))
  await vi.advanceTimersByTimeAsync(5000)
  void autosave.flush()
  expect(requests).toHaveLength(1)
  requests[0]?.answer({ saved: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(requests.map(({ text }) => text)).toEqual(['a', 'b'])
})

it('tries again by itself when the server is away, later and later, with the last document', async () => {
  const { autosave, requests, states } = server()
  autosave.change(written('a'))
  await vi.advanceTimersByTimeAsync(800)
  requests[0]?.fail()
  await vi.advanceTimersByTimeAsync(500)
  autosave.change(written('ab'))
  expect(states.at(-1)).toMatchObject({ name: 'error', attempt: 1 })
  await vi.advanceTimersByTimeAsync(500)
  requests[1]?.fail()
  await vi.advanceTimersByTimeAsync(1999)
  expect(requests).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(requests.map(({ text }) => text)).toEqual(['a', 'ab', 'ab'])
  requests[2]?.answer({ saved: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(autosave.state).toEqual({ name: 'saved' })
})

it('waits at most thirty seconds between two tries', async () => {
  const { autosave, requests } = server()
  autosave.change(written('a'))
  await vi.advanceTimersByTimeAsync(800)
  for (let attempt = 0; attempt < 12; attempt++) {
    requests.at(-1)?.fail()
    await vi.advanceTimersByTimeAsync(30_000)
  }
  expect(requests).toHaveLength(13)
})

it('sends nothing more after a conflict, and keeps what goes on being written', async () => {
  const { autosave, requests } = server()
  autosave.change(written('mine'))
  await vi.advanceTimersByTimeAsync(800)
  requests[0]?.answer({ conflict: { version: 7, document: written('theirs') } })
  await vi.advanceTimersByTimeAsync(0)
  autosave.change(written('mine, longer'))
  await vi.advanceTimersByTimeAsync(60_000)
  await autosave.flush()
  expect(requests).toHaveLength(1)
  expect(autosave.state).toMatchObject({ name: 'conflict', conflict: { version: 7 } })
  expect(textOf(autosave.unsaved)).toBe('mine, longer')
})

it('sends what came of the choice', async () => {
  const { autosave, requests } = server()
  autosave.change(written('mine'))
  await vi.advanceTimersByTimeAsync(800)
  requests[0]?.answer({ conflict: { version: 7, document: written('theirs') } })
  await vi.advanceTimersByTimeAsync(0)
  const chosen = autosave.resolve(written('mine and theirs'))
  requests[1]?.answer({ saved: true })
  await chosen
  expect(requests.map(({ text }) => text)).toEqual(['mine', 'mine and theirs'])
  expect(autosave.state).toEqual({ name: 'saved' })
})

it('sends nothing when what was changed was changed back', async () => {
  const { autosave, requests, states } = server('as it was')
  autosave.change(written('other'))
  autosave.change(written('as it was'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(requests).toHaveLength(0)
  expect(states.map(({ name }) => name)).toEqual(['dirty', 'saved'])
})

it('says when the browser would not keep a copy, and when it does again', async () => {
  const { autosave, requests, keeping } = server()
  keeping.full = true
  autosave.change(written('a'))
  expect(autosave.atRisk).toBe(true)
  keeping.full = false
  autosave.change(written('ab'))
  expect(autosave.atRisk).toBe(false)
  await vi.advanceTimersByTimeAsync(800)
  requests[0]?.answer({ saved: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(keeping.told).toEqual([true, false, true, true, true])
})

it('flushes at once when the page is left', async () => {
  const { autosave, requests } = server()
  autosave.change(written('a'))
  const left = autosave.flush()
  expect(requests.map(({ text }) => text)).toEqual(['a'])
  requests[0]?.answer({ saved: true })
  await left
  expect(autosave.state).toEqual({ name: 'saved' })
})

it('copies unsaved work in the browser within a second, and drops the copy once it is saved', async () => {
  const { autosave, requests, kept } = server()
  autosave.change(written('a'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept.map(textOf)).toEqual(['a'])
  requests[0]?.answer({ saved: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(kept).toEqual([])
})

it('leaves the copy when the page is closed before the answer', async () => {
  const { autosave, kept } = server()
  autosave.change(written('a'))
  autosave.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(kept.map(textOf)).toEqual(['a'])
})

function server(had = '') {
  const requests: Request[] = []
  const states: AutosaveState<Conflict>[] = []
  const kept: StoredDocument[] = []
  const keeping = { full: false, told: [] as boolean[] }
  const autosave = new Autosave<Conflict>({
    save: (document) =>
      new Promise((answer, reject) => {
        const fail = () => reject(new TypeError('the server is away'))
        requests.push({ text: textOf(document), answer, fail })
      }),
    has: (document) => textOf(document) === had,
    onState: (state, safe) => {
      states.push(state)
      keeping.told.push(safe)
    },
    keeper: {
      keep: (document) => !keeping.full && kept.splice(0, 1, document) !== undefined,
      forget: () => void kept.splice(0),
    },
  })
  return { autosave, requests, states, kept, keeping }
}

function written(text: string): StoredDocument {
  return { format: 1, doc: { type: 'doc', content: [{ type: 'text', text }] } }
}

function textOf(document: StoredDocument | null): string {
  return document?.doc.content?.[0]?.text ?? ''
}
