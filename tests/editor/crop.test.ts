import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leastPart, whole } from '#content-schema/picture.ts'
import { type Grip, moveGrip, movePoint, stepOf } from '#editor/media/crop.ts'

const frame = { left: 100, top: 200, width: 300, height: 400 }

it.each<[Grip, object]>([
  ['frame', { left: 150, top: 220, width: 300, height: 400 }],
  ['nw', { left: 150, top: 220, width: 250, height: 380 }],
  ['ne', { left: 100, top: 220, width: 350, height: 380 }],
  ['sw', { left: 150, top: 200, width: 250, height: 420 }],
  ['se', { left: 100, top: 200, width: 350, height: 420 }],
])('moving %s moves its own edges only', (grip, expected) => {
  expect(moveGrip(frame, grip, { x: 50, y: 20 })).toEqual(expected)
})

it('the frame stays inside the picture and is never too small to take hold of', () => {
  const far = fc.integer({ min: -3000, max: 3000 })
  const grips = fc.array(fc.tuple(fc.constantFrom('frame', 'nw', 'ne', 'sw', 'se'), far, far))
  fc.assert(
    fc.property(grips, (moves) => {
      const end = moves.reduce(
        (region, [grip, x, y]) => moveGrip(region, grip as Grip, { x, y }),
        whole,
      )
      expect(Math.min(end.left, end.top)).toBeGreaterThanOrEqual(0)
      expect(Math.min(end.width, end.height)).toBeGreaterThanOrEqual(leastPart)
      expect(end.left + end.width).toBeLessThanOrEqual(1000)
      expect(end.top + end.height).toBeLessThanOrEqual(1000)
    }),
  )
})

it('the point stays inside the picture', () => {
  expect(movePoint({ x: 500, y: 500 }, { x: 900, y: -900 })).toEqual({ x: 1000, y: 0 })
})

it('an arrow key moves by one per cent, by ten with Shift, and no other key moves', () => {
  expect(stepOf({ key: 'ArrowLeft', shiftKey: false })).toEqual({ x: -10, y: 0 })
  expect(stepOf({ key: 'ArrowDown', shiftKey: true })).toEqual({ x: 0, y: 100 })
  expect(stepOf({ key: 'Enter', shiftKey: false })).toBeNull()
})
