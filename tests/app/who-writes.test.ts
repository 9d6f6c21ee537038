import { expect, it } from 'vitest'
import { WhoWrites } from '#app/services/presence/who-writes.ts'

const start = new Date('2026-03-10T09:00:00Z')
const camille = { personId: 'p1', name: 'Camille', sectionId: null, hidden: false }
const nadia = { personId: 'p2', name: 'Nadia', sectionId: 'section001', hidden: false }

it('each page is told of the others on the same module, and not of itself', () => {
  const board = new WhoWrites()
  expect(board.say('m1', { ...nadia, tab: 'tab-2' }, start)).toEqual([])
  expect(board.say('m1', { ...camille, tab: 'tab-1' }, start)).toEqual([
    { personId: 'p2', name: 'Nadia', sectionId: 'section001', tab: 'tab-2' },
  ])
  expect(board.say('m2', { ...camille, tab: 'tab-3' }, start)).toEqual([])
})

it('the section is the last one said', () => {
  const board = new WhoWrites()
  board.say('m1', { ...nadia, tab: 'tab-2' }, start)
  board.say('m1', { ...nadia, tab: 'tab-2', sectionId: 'section002' }, after(3))
  expect(board.say('m1', { ...camille, tab: 'tab-1' }, after(4))).toMatchObject([
    { sectionId: 'section002' },
  ])
})

it('a page that was killed is gone within fifteen seconds, one out of sight is not', () => {
  const board = new WhoWrites()
  board.say('m1', { ...nadia, tab: 'tab-2' }, start)
  board.say('m1', { ...camille, tab: 'tab-3', hidden: true }, start)
  const told = board.say('m1', { ...camille, tab: 'tab-1' }, after(15))
  expect(told.map(({ tab }) => tab)).toEqual(['tab-3'])
  expect(board.say('m1', { ...camille, tab: 'tab-1' }, after(80))).toEqual([])
})

it('a page that is closed is gone at once, and nobody can close somebody else’s', () => {
  const board = new WhoWrites()
  board.say('m1', { ...nadia, tab: 'tab-2' }, start)
  board.leave('m1', { tab: 'tab-2', personId: 'p1' }, start)
  expect(board.say('m1', { ...camille, tab: 'tab-1' }, start)).toHaveLength(1)
  board.leave('m1', { tab: 'tab-2', personId: 'p2' }, start)
  expect(board.say('m1', { ...camille, tab: 'tab-1' }, start)).toEqual([])
})

it('what a page said before it was closed does not bring it back when it comes late', () => {
  const board = new WhoWrites()
  board.say('m1', { ...nadia, tab: 'tab-2' }, start)
  board.leave('m1', { tab: 'tab-2', personId: 'p2' }, after(1))
  board.say('m1', { ...nadia, tab: 'tab-2', hidden: true }, after(2))
  expect(board.say('m1', { ...camille, tab: 'tab-1' }, after(2))).toEqual([])
})

function after(seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000)
}
