import { expect, it } from 'vitest'
import { type Anchor, anchorIn, findAnchor, hasWords } from '#content-schema/anchors/anchor.ts'
import { findNode } from '#content-schema/elements.ts'
import { anyText, documentOf, edit, type Known, randomFrom } from './random-edits.ts'

/** Words that a remark is about, by their names. */
type Quoted = { anchor: Anchor; keys: number[] }

it('remarks keep their place: at least 98 in 100 after 20 edits, and none is out of sight', () => {
  const figures = [5, 20, 80, 200].map((edits) => ({ edits, ...survival(edits, 15) }))
  console.log(
    figures
      .map(
        ({ edits, kept, right, gone, invisible }) =>
          `${edits} edits: ${percent(right / kept)} of what is still there found in its place, ` +
          `${percent(gone)} were deleted, ${invisible} out of sight`,
      )
      .join('\n'),
  )
  const after20 = figures.find(({ edits }) => edits === 20)!
  expect(after20.right / after20.kept).toBeGreaterThanOrEqual(0.98)
  expect(figures.map(({ invisible }) => invisible)).toEqual([0, 0, 0, 0])
}, 60_000)

function survival(edits: number, documents: number) {
  const seen = { kept: 0, right: 0, all: 0, lost: 0, invisible: 0 }
  for (let seed = 1; seed <= documents; seed += 1) {
    const random = randomFrom(seed)
    const known = anyText(random)
    const quoted = quotations(known, random, 200)
    for (let at = 0; at < edits; at += 1) edit(known, random)
    const doc = documentOf(known)
    for (const each of quoted) {
      const place = findAnchor(doc, each.anchor)
      const truth = whereabouts(known, each)
      seen.all += 1
      // Nothing is left out: a remark has a place, or is said to be detached.
      if (place.state !== 'detached' && !findNode(doc, place.nodeId)) seen.invisible += 1
      if (!truth) seen.lost += 1
      else {
        seen.kept += 1
        const near =
          hasWords(place) &&
          place.nodeId === truth.nodeId &&
          place.from < truth.to &&
          place.to > truth.from
        if (near) seen.right += 1
      }
    }
  }
  return { ...seen, gone: seen.lost / seen.all }
}

/** Some words somewhere, as somebody would mark them with the mouse. */
function quotations(known: Known, random: (below: number) => number, count: number): Quoted[] {
  const doc = documentOf(known)
  return Array.from({ length: count }, () => {
    const { id, tokens } = known.blocks[random(known.blocks.length)]!
    const from = random(tokens.length - 2)
    const marked = tokens.slice(from, from + 2 + random(6))
    const before = tokens.slice(0, from).map(({ word }) => `${word} `)
    const words = marked.map(({ word }) => word).join(' ')
    const anchor = anchorIn(findNode(doc, id)!, { words, before: before.join('').slice(-32) })
    return { anchor, keys: marked.map(({ key }) => key) }
  })
}

/** Where most of the words are now; `null` when more than half of them are gone. */
function whereabouts({ blocks }: Known, { keys }: Quoted) {
  const wanted = new Set(keys)
  let best: { nodeId: string; from: number; to: number; count: number } | null = null
  for (const { id, tokens } of blocks) {
    let [at, from, to, count] = [0, -1, -1, 0]
    for (const { word, key } of tokens) {
      if (wanted.has(key)) {
        if (from < 0) from = at
        to = at + word.length
        count += 1
      }
      at += word.length + 1
    }
    if (count > (best?.count ?? 0)) best = { nodeId: id, from, to, count }
  }
  return best && best.count * 2 >= keys.length ? best : null
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
