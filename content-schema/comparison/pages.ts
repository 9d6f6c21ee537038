import type { Node } from 'prosemirror-model'
import { sectionsOf } from '../elements.ts'
import { movedAmong } from './moved.ts'

/** What became of a page. */
export type PageDifference = {
  is: 'added' | 'removed' | 'renamed' | 'moved'
  nodeId: string
  /** Its title before and after; empty where there was none. */
  before: string
  after: string
}

/** The pages that two documents do not have alike; what stands in them is not looked at. */
export function comparePages(before: Node, after: Node): PageDifference[] {
  const [olds, news] = [before, after].map((doc) => titles(doc)) as [Titles, Titles]
  const moved = movedAmong([...olds.keys()], [...news.keys()])
  const now = [...news].flatMap(([nodeId, title]): PageDifference[] => {
    const old = olds.get(nodeId)
    if (old === undefined) return [{ is: 'added', nodeId, before: '', after: title }]
    const said = { nodeId, before: old, after: title }
    return [
      ...(old === title ? [] : [{ is: 'renamed' as const, ...said }]),
      ...(moved.has(nodeId) ? [{ is: 'moved' as const, ...said }] : []),
    ]
  })
  const gone = [...olds].filter(([nodeId]) => !news.has(nodeId))
  return [
    ...now,
    ...gone.map(([nodeId, title]) => ({
      ...{ is: 'removed' as const, nodeId, before: title, after: '' },
    })),
  ]
}

type Titles = Map<string, string>

function titles(doc: Node): Titles {
  return new Map(
    sectionsOf(doc).map((page) => [String(page.attrs.id), page.firstChild?.textContent ?? '']),
  )
}
