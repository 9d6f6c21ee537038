import type { NodeJson } from '../identity.ts'
import { headingMarks } from './fit.ts'
import { type Inline, textNode, tidied } from './inline.ts'
import type { ItemPiece, Piece } from './lists.ts'
import { mostNodes } from './most-nodes.ts'

/** The textblock that words go into. */
type Block =
  | { kind: 'paragraph' | 'caption' }
  | { kind: 'heading'; level: number }
  | { kind: 'item'; item: ItemPiece; begun: boolean }

export class TooManyNodes extends Error {}

/** Counts what is made; shared by the flows of one reading. */
export class Budget {
  private made = 0

  spend(): void {
    this.made++
    if (this.made > mostNodes) throw new TooManyNodes()
  }
}

/** Words and elements in the order they are met, each line closed when something else begins. */
export class Flow {
  readonly pieces: Piece[] = []
  /** Paragraphs that say what the picture or table beside them shows. */
  readonly captions = new WeakSet<NodeJson>()
  private line: Inline = []
  private block: Block = { kind: 'paragraph' }
  private after: NodeJson[] = []

  constructor(private readonly budget: Budget) {}

  add(inline: NodeJson): void {
    this.line.push(inline)
  }

  /** A block that is not told apart from those around it: a division, a paragraph, a line of an item. */
  apart(read: () => void): void {
    if (this.block.kind === 'heading') {
      this.add(textNode(' ', []))
      read()
      return
    }
    this.flush()
    read()
    this.flush()
  }

  paragraph(read: () => void, kind: 'paragraph' | 'caption' = 'paragraph'): void {
    if (this.block.kind === 'paragraph') this.within({ kind }, read)
    else this.apart(read)
  }

  heading(level: number, read: () => void): void {
    if (this.block.kind === 'item') this.apart(read)
    else this.within({ kind: 'heading', level }, read)
  }

  item(item: Omit<ItemPiece, 'kind' | 'lines'>, read: () => void): void {
    const piece: ItemPiece = { kind: 'item', lines: [], ...item }
    this.within({ kind: 'item', item: piece, begun: false }, read)
  }

  /** A further line of the item that came last; `false` when there is none. */
  continueItem(read: () => void): boolean {
    this.flush()
    const last = this.pieces.at(-1)
    if (last?.kind !== 'item') return false
    this.within({ kind: 'item', item: last, begun: true }, read)
    return true
  }

  node(node: NodeJson): void {
    if (this.block.kind === 'heading') {
      this.after.push(node)
      return
    }
    this.flush()
    this.push({ kind: 'node', node, inItem: this.block.kind === 'item' })
  }

  flush(): void {
    const content = tidied(this.line)
    this.line = []
    for (const part of paragraphsIn(content)) this.write(part)
  }

  private within(block: Block, read: () => void): void {
    this.flush()
    const around = this.block
    this.block = block
    read()
    this.flush()
    this.block = around
    for (const node of this.after.splice(0)) this.node(node)
  }

  private write(content: Inline): void {
    const { block } = this
    if (block.kind === 'item') {
      block.item.lines.push(content)
      if (!block.begun) this.push(block.item)
      block.begun = true
    } else {
      const node = textblock(block, content)
      if (block.kind === 'caption') this.captions.add(node)
      this.push({ kind: 'node', node, inItem: false })
    }
  }

  private push(piece: Piece): void {
    this.budget.spend()
    this.pieces.push(piece)
  }
}

function textblock(block: Exclude<Block, { kind: 'item' }>, content: Inline): NodeJson {
  if (block.kind !== 'heading') return { type: 'paragraph', content }
  return { type: 'heading', attrs: { level: block.level }, content: headingMarks(content) }
}

/** Web pages part paragraphs by two line breaks. */
function paragraphsIn(content: Inline): Inline[] {
  const parts: Inline[] = [[]]
  for (const [index, node] of content.entries()) {
    const breaks = node.type === 'hardBreak'
    const doubled = breaks && content[index + 1]?.type === 'hardBreak'
    if (doubled) parts.push([])
    else if (!breaks || (parts.at(-1)?.length ?? 0) > 0) parts.at(-1)?.push(node)
  }
  return parts.filter((part) => part.length > 0)
}
