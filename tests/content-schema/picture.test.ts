import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  pixelsOf,
  readPoint,
  readRegion,
  type Shape,
  shapes,
  shownRegion,
  whole,
  writePoint,
  writeRegion,
} from '#content-schema/picture.ts'

const plain = { crop: '', focus: '', shape: 'own' as Shape }
const landscape = { width: 1600, height: 900 }

describe('the part of a picture that is shown', () => {
  it('is the whole of it unless something was chosen', () => {
    expect(shownRegion(plain, landscape)).toEqual(whole)
    expect(writeRegion(whole)).toBe('')
  })

  it('is what was cut out', () => {
    const cut = shownRegion({ ...plain, crop: '100 200 500 600' }, landscape)
    expect(cut).toEqual({ left: 100, top: 200, width: 500, height: 600 })
  })

  it('is brought to its shape around what matters most', () => {
    const square = shownRegion({ ...plain, shape: 'square', focus: '900 500' }, landscape)
    expect(square).toEqual({ left: 437, top: 0, width: 563, height: 1000 })
    expect(pixelsOf(square, landscape)).toMatchObject({ width: 901, height: 900 })
  })

  it('stays inside what was cut out, whatever the shape and the point', () => {
    const thousandth = fc.integer({ min: 0, max: 1000 })
    const side = fc.integer({ min: 20, max: 500 })
    const start = fc.integer({ min: 0, max: 500 })
    const size = fc.record({
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    })
    fc.assert(
      fc.property(
        fc.tuple(start, start, side, side),
        fc.tuple(thousandth, thousandth),
        fc.constantFrom(...shapes),
        size,
        (crop, focus, shape, pixels) => {
          const attrs = { crop: crop.join(' '), focus: focus.join(' '), shape }
          const cut = readRegion(attrs.crop)!
          const shown = shownRegion(attrs, pixels)
          expect(shown.left).toBeGreaterThanOrEqual(cut.left)
          expect(shown.top).toBeGreaterThanOrEqual(cut.top)
          expect(shown.left + shown.width).toBeLessThanOrEqual(cut.left + cut.width)
          expect(shown.top + shown.height).toBeLessThanOrEqual(cut.top + cut.height)
          const part = pixelsOf(shown, pixels)
          expect(part.left + part.width).toBeLessThanOrEqual(pixels.width)
          expect(part.top + part.height).toBeLessThanOrEqual(pixels.height)
          expect(Math.min(part.width, part.height)).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })
})

describe('what is written in a document', () => {
  it.each([
    ...['', '0 0 1000', '0 0 1000 1000 1', '500 0 600 100', '0 0 10 1000', '-1 0 500 500'],
    ...['0 0 1e3 1000', 'a b c d', '0,0,500,500', '0  0 500 500'],
  ])('%j names no part', (text) => expect(readRegion(text)).toBeNull())

  it.each(['', '500', '1001 0', '0 0 0', 'x y'])('%j names no point', (text) =>
    expect(readPoint(text)).toBeNull(),
  )

  it('is read as it was written', () => {
    expect(readRegion(writeRegion({ left: 1, top: 2, width: 300, height: 400 }))).toEqual({
      left: 1,
      top: 2,
      width: 300,
      height: 400,
    })
    expect(readPoint(writePoint({ x: 0, y: 1000 }))).toEqual({ x: 0, y: 1000 })
  })
})
