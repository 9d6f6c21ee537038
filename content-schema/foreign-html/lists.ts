import type { NodeJson } from '../identity.ts'
import { type Inline, joined } from './inline.ts'
import type { LossCode, Losses } from './losses.ts'
import type { OfficeItem } from './office-lists.ts'

export type ItemPiece = OfficeItem & { kind: 'item'; lines: Inline[] }
/** `inItem`: it stood inside an item of a list, which cannot hold it. */
type NodePiece = { kind: 'node'; node: NodeJson; inItem: boolean }
export type Piece = ItemPiece | NodePiece

/** Lists in lists, at most: a document nests two nodes a level. */
const deepestList = 6

export function movedCode({ type }: NodeJson): LossCode {
  return type === 'image' ? 'foreign.image-moved' : 'foreign.element-moved'
}

type Open = { list: NodeJson; level: number; key: string }

/** Puts items that follow each other into lists, and lists into items; the rest stays as it is. */
export function assembleLists(pieces: readonly Piece[], losses: Losses): NodeJson[] {
  const out: NodeJson[] = []
  let waiting: NodeJson[] = []
  let open: Open[] = []
  const close = () => {
    out.push(...waiting)
    waiting = []
    open = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'item') open = addItem(out, open, piece, losses)
    else if (piece.inItem && open.length > 0) {
      waiting.push(piece.node)
      losses.add(movedCode(piece.node))
    } else {
      close()
      out.push(piece.node)
    }
  }
  close()
  return out
}

function addItem(out: NodeJson[], open: Open[], item: ItemPiece, losses: Losses): Open[] {
  const above = open.filter(({ level }) => level < item.level)
  const same = open.find(({ level }) => level === item.level)
  const type = item.ordered ? 'orderedList' : 'bulletList'
  const content = joined(withoutBullet(item.lines))
  const paragraph: NodeJson = { type: 'paragraph', content }
  const listItem: NodeJson = { type: 'listItem', content: [paragraph] }
  if (same && same.list.type === type && same.key === item.key) {
    same.list.content?.push(listItem)
    return [...above, same]
  }
  if (above.length >= deepestList) {
    losses.add('foreign.list-too-deep')
    above.at(-1)?.list.content?.push(listItem)
    return above
  }
  if (item.ordered && item.number !== null && item.number !== 1)
    losses.add('foreign.list-start', String(item.number))
  const list: NodeJson = { type, content: [listItem] }
  const holder = above.at(-1)?.list.content?.at(-1)
  if (holder) holder.content?.push(list)
  else out.push(list)
  return [...above, { list, level: item.level, key: item.key }]
}

/** Some converters write the bullet as well as the list. */
function withoutBullet([first = [], ...others]: Inline[]): Inline[] {
  const [begin, ...rest] = first
  const text = begin?.text?.replace(/^[•·▪◦‣●○■\uF0B7\uF0A7]\s*/, '')
  if (!begin || text === undefined || text === begin.text) return [first, ...others]
  return [text === '' ? rest : [{ ...begin, text }, ...rest], ...others]
}
