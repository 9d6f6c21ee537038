/** A part of a picture, in thousandths of its width and height, as it stands upright. */
export type Region = { left: number; top: number; width: number; height: number }
/** What matters most in a picture, in thousandths of its width and height. */
export type Point = { x: number; y: number }
export type Size = { width: number; height: number }

/** The outline that a picture is given: its own, or one of fixed proportions. */
export const shapes = ['own', 'wide', 'classic', 'square', 'tall'] as const
export type Shape = (typeof shapes)[number]

/** Width divided by height. */
const proportions: Record<Exclude<Shape, 'own'>, number> = {
  wide: 16 / 9,
  classic: 4 / 3,
  square: 1,
  tall: 3 / 4,
}

export const whole: Region = { left: 0, top: 0, width: 1000, height: 1000 }
export const middle: Point = { x: 500, y: 500 }
/** A part is at least a fiftieth of the picture each way: a smaller one was not meant. */
export const leastPart = 20

/** The part that is shown: what was cut out, then brought to its shape around what matters most. */
export function shownRegion(
  { crop, focus, shape }: { crop: string; focus: string; shape: Shape },
  size: Size | null,
): Region {
  const cut = readRegion(crop) ?? whole
  if (shape === 'own' || !size) return cut
  return shaped(cut, readPoint(focus) ?? middleOf(cut), proportionOf(shape, size))
}

/** `null` for a text that names no part of a picture. */
export function readRegion(text: string): Region | null {
  const [left, top, width, height] = thousandths(text, 4) ?? []
  if (left === undefined || top === undefined || !width || !height) return null
  const inside = left + width <= 1000 && top + height <= 1000
  return inside && width >= leastPart && height >= leastPart
    ? { left, top, width, height }
    : null
}

/** Empty for the whole picture. */
export function writeRegion({ left, top, width, height }: Region): string {
  return width === 1000 && height === 1000 ? '' : `${left} ${top} ${width} ${height}`
}

export function readPoint(text: string): Point | null {
  const [x, y] = thousandths(text, 2) ?? []
  return x === undefined || y === undefined ? null : { x, y }
}

export function writePoint({ x, y }: Point): string {
  return x === 500 && y === 500 ? '' : `${x} ${y}`
}

/** The pixels of a part; at least one each way, never outside the picture. */
export function pixelsOf(region: Region, { width, height }: Size) {
  const left = Math.min(Math.round((region.left * width) / 1000), width - 1)
  const top = Math.min(Math.round((region.top * height) / 1000), height - 1)
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round((region.width * width) / 1000), width - left)),
    height: Math.max(1, Math.min(Math.round((region.height * height) / 1000), height - top)),
  }
}

/** The largest part of `cut` in these proportions, its middle as near the point as it can be. */
function shaped(cut: Region, point: Point, proportion: number): Region {
  const width = Math.round(Math.min(cut.width, cut.height * proportion))
  const height = Math.round(Math.min(cut.height, cut.width / proportion))
  return {
    width,
    height,
    left: between(cut.left, point.x - Math.round(width / 2), cut.left + cut.width - width),
    top: between(cut.top, point.y - Math.round(height / 2), cut.top + cut.height - height),
  }
}

/** In thousandths, which are not square where the picture is not. */
function proportionOf(shape: Exclude<Shape, 'own'>, { width, height }: Size): number {
  return (proportions[shape] * height) / width
}

function middleOf({ left, top, width, height }: Region): Point {
  return { x: left + Math.round(width / 2), y: top + Math.round(height / 2) }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function thousandths(text: string, count: number): number[] | null {
  if (!/^\d{1,4}( \d{1,4})*$/.test(text)) return null
  const numbers = text.split(' ').map(Number)
  return numbers.length === count && numbers.every((number) => number <= 1000) ? numbers : null
}
