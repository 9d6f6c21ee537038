import { type Command, Selection } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import type { HotspotRegionAttrs } from '#content-schema/nodes/hotspot.ts'
import { positionOfId } from './current-part.ts'

export type Box = Pick<HotspotRegionAttrs, 'x' | 'y' | 'width' | 'height'>

/** Adds a region to a picture, after the others, and goes to its name. */
export function addRegion(questionId: string, box: Box): Command {
  return (state, dispatch) => {
    const position = positionOfId(state.doc, questionId)
    const question = position === null ? null : state.doc.nodeAt(position)
    const region = state.schema.nodes.hotspotRegion?.createAndFill({ id: newId(), ...box })
    if (position === null || !question || !region) return false
    const index = question.childCount - 1
    if (!question.canReplaceWith(index, index, region.type)) return false
    const end = position + question.nodeSize - 1 - (question.lastChild?.nodeSize ?? 0)
    const change = state.tr.insert(end, region)
    dispatch?.(change.setSelection(Selection.near(change.doc.resolve(end + 1))))
    return true
  }
}

/** Two corners of a picture, in any order, as whole hundredths of it. */
export function boxBetween(one: Point, other: Point): Box {
  const x = Math.min(whole(one.x), whole(other.x), 99)
  const y = Math.min(whole(one.y), whole(other.y), 99)
  const width = Math.max(1, Math.max(whole(one.x), whole(other.x)) - x)
  const height = Math.max(1, Math.max(whole(one.y), whole(other.y)) - y)
  return { x, y, width, height }
}

/** The same box elsewhere, inside the picture. */
export function movedBox(box: Box, byX: number, byY: number): Box {
  const x = within(whole(box.x + byX), 0, 100 - box.width)
  const y = within(whole(box.y + byY), 0, 100 - box.height)
  return { ...box, x: Math.min(x, 99), y: Math.min(y, 99) }
}

/** The same box larger or smaller, inside the picture. */
export function resizedBox(box: Box, byX: number, byY: number): Box {
  const width = within(Math.round(box.width + byX), 1, Math.max(1, 100 - box.x))
  const height = within(Math.round(box.height + byY), 1, Math.max(1, 100 - box.y))
  return { ...box, width, height }
}

export type Point = { x: number; y: number }

function whole(hundredths: number): number {
  return within(Math.round(hundredths), 0, 100)
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
