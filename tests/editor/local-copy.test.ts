import { expect, it } from 'vitest'
import { type LocalCopy, localCopies } from '#editor/local-copy.ts'
import { browserStorage } from '#tests/builders/browser-storage.ts'

it('gives back what killed tabs had not saved, the oldest first', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep(copyOf('later', 1500))
  copies(storage, 'tab-2').keep(copyOf('lost?', 1000))
  const left = copies(storage, 'tab-3').left()
  expect(left).toMatchObject([copyOf('lost?', 1000), copyOf('later', 1500)])
})

it('leaves to a tab that still lives what that tab is about to save', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep(copyOf('typing', 1000))
  const alive = new Set(['tab-1'])
  const second = localCopies({ storage, moduleId: 'm1', tab: 'tab-2', alive, now: () => 2000 })
  expect(second.left()).toEqual([])
  expect(storage).toHaveLength(1)
})

it('keeps one copy a tab, and forgets only its own', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep(copyOf('one', 1000))
  copies(storage, 'tab-2').keep(copyOf('two', 1500))
  copies(storage, 'tab-2').keep(copyOf('two, longer', 1600))
  copies(storage, 'tab-2').forget()
  expect(copies(storage, 'tab-3').left()).toMatchObject([copyOf('one', 1000)])
})

it('lets go of a copy when asked, and of no other', () => {
  const storage = browserStorage()
  copies(storage, 'tab-1').keep(copyOf('one', 1000))
  copies(storage, 'tab-2').keep(copyOf('two', 1500))
  copies(storage, 'tab-3').left()[0]!.discard()
  expect(copies(storage, 'tab-3').left()).toMatchObject([copyOf('two', 1500)])
})

it('never gives a copy of another module, a damaged one, or one a month old', () => {
  const storage = browserStorage()
  storage.setItem('grainotheque.change.m2.tab-1', JSON.stringify(copyOf('x', 1000)))
  storage.setItem('grainotheque.change.m1.tab-1', '{"base":')
  storage.setItem('grainotheque.change.m1.tab-2', '{"keptAt":5}')
  const month = 31 * 24 * 60 * 60 * 1000
  copies(storage, 'tab-3').keep(copyOf('old', 2000 - month))
  expect(copies(storage, 'tab-4').left()).toEqual([])
  expect(storage).toHaveLength(1)
})

it('says so when the browser has no room left', () => {
  expect(copies(browserStorage(10), 'tab-1').keep(copyOf('too long', 1000))).toBe(false)
})

function copies(storage: Storage, tab: string) {
  return localCopies({ storage, moduleId: 'm1', tab, now: () => 2000 })
}

function copyOf(text: string, keptAt: number): LocalCopy {
  const put = [{ type: 'section', attrs: { id: text } }]
  return { base: [['section001', 'digest']], change: { format: 1, doc: { put } }, keptAt }
}
