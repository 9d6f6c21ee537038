import type { Node } from 'prosemirror-model'
import { doc, paragraph, section, withId } from '#tests/builders/document.ts'

/** A word that is itself for life, whatever becomes of the text around it. */
type Token = { word: string; key: number }
type Block = { id: string; tokens: Token[] }
/** A text whose every word is known by name, so that it is known where each went. */
export type Known = { blocks: Block[]; next: number }

/** Few words, so that the same ones come again and again: the hardest case for finding a quotation. */
const vocabulary = (
  'le la un une feu eau gaz porte main casque gant sol poste alarme issue fumée ' +
  'poudre mousse chariot charge dos genou appel plan point lot fiche zone air lieu bac clé ' +
  'vanne câble'
).split(' ')

/** The same numbers for the same seed: Mulberry32. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = ReturnType<typeof randomFrom>

export function anyText(random: Random, blocks = 60): Known {
  const known: Known = { blocks: [], next: 0 }
  for (let at = 0; at < blocks; at += 1)
    known.blocks.push({ id: newId(known), tokens: words(known, random, 12 + random(30)) })
  return known
}

export function documentOf({ blocks }: Known): Node {
  const shown = blocks.map(({ id, tokens }) =>
    withId(id, paragraph(tokens.map(({ word }) => word).join(' '))),
  )
  return doc(withId('thesection', section('Page', ...shown)))
}

/** One thing that an author does: to words, or to whole paragraphs. */
export function edit(known: Known, random: Random): void {
  const at = random(known.blocks.length)
  const block = known.blocks[at]!
  const { tokens } = block
  const where = random(tokens.length + 1)
  const some = 1 + random(3)
  switch (random(10)) {
    case 0:
    case 1:
    case 2:
      tokens.splice(where, 0, ...words(known, random, some))
      break
    case 3:
    case 4:
      tokens.splice(where, some)
      break
    case 5:
    case 6:
      tokens.splice(where, some, ...words(known, random, some))
      break
    case 7: {
      const rest = tokens.splice(where)
      if (rest.length > 0) known.blocks.splice(at + 1, 0, { id: newId(known), tokens: rest })
      break
    }
    case 8:
      if (random(4) === 0 && known.blocks.length > 2) known.blocks.splice(at, 1)
      else known.blocks.splice(at, 0, { id: newId(known), tokens: words(known, random, 15) })
      break
    default: {
      const [moved] = known.blocks.splice(at, 1)
      known.blocks.splice(random(known.blocks.length + 1), 0, moved!)
    }
  }
}

function words(known: Known, random: Random, count: number): Token[] {
  return Array.from({ length: count }, () => {
    known.next += 1
    return { word: vocabulary[random(vocabulary.length)]!, key: known.next }
  })
}

function newId(known: Known): string {
  known.next += 1
  return `block${String(known.next).padStart(5, '0')}`
}
