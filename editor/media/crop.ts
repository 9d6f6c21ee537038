import { leastPart, type Point, type Region } from '#content-schema/picture.ts'

/** What can be taken hold of: the frame as a whole, or one of its corners. */
export type Grip = 'frame' | 'nw' | 'ne' | 'sw' | 'se'
export const corners = ['nw', 'ne', 'sw', 'se'] as const

/** Moves a grip by so many thousandths; the frame stays inside the picture and never gets too small. */
export function moveGrip(region: Region, grip: Grip, by: Point): Region {
  if (grip === 'frame') return moveFrame(region, by)
  const { left, top, width, height } = region
  const across = grip.endsWith('w')
    ? fromStart(left, width, by.x)
    : { start: left, length: within(leastPart, width + by.x, 1000 - left) }
  const down = grip.startsWith('n')
    ? fromStart(top, height, by.y)
    : { start: top, length: within(leastPart, height + by.y, 1000 - top) }
  return { left: across.start, top: down.start, width: across.length, height: down.length }
}

export function movePoint({ x, y }: Point, by: Point): Point {
  return { x: within(0, x + by.x, 1000), y: within(0, y + by.y, 1000) }
}

/** How far an arrow key moves, in thousandths; `null` for another key. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }): Point | null {
  const direction = directions[key]
  if (!direction) return null
  const step = shiftKey ? 100 : 10
  return { x: direction.x * step, y: direction.y * step }
}

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function moveFrame({ left, top, width, height }: Region, by: Point): Region {
  return {
    left: within(0, left + by.x, 1000 - width),
    top: within(0, top + by.y, 1000 - height),
    width,
    height,
  }
}

/** The edge at the start moves, the other stays. */
function fromStart(start: number, length: number, by: number) {
  const moved = within(0, start + by, start + length - leastPart)
  return { start: moved, length: length + start - moved }
}

function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(Math.round(value), most))
}
