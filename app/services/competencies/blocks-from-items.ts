import type { Competency, CompetencyBlock, Criterion } from '#content-schema/competencies.ts'
import { FrameworkFileError } from './rncp/framework-file-error.ts'

/** One line of a framework that comes as a tree of any depth. */
export type Item = {
  /** Identifier in its own format. */
  origin: string
  /** That of the item it stands below; `null`, or one that is not there: below the framework itself. */
  parent: string | null
  code: string
  label: string
  description: string
}

/**
 * A tree as blocks, competencies and criteria: the first level that has something below it is that
 * of blocks, the second of competencies, the rest criteria with their depth. What stands alone
 * on the first level is a competency of the framework as a whole.
 *
 * @throws FrameworkFileError when an item stands below itself, naming it
 */
export function blocksFromItems(
  items: readonly Item[],
  whole: { code: string; label: string },
): CompetencyBlock[] {
  const tree = new Tree(items)
  const [alone, grouped] = parted(tree.roots(), (item) => tree.below(item).length === 0)
  const blocks = grouped.map((item) => ({
    ...blockOf(item),
    competencies: tree.below(item).map((each) => competencyOf(tree, each)),
  }))
  if (alone.length === 0) return blocks
  const competencies = alone.map((item) => competencyOf(tree, item))
  return [...blocks, { ...given, ...whole, source: '', competencies }]
}

const given = { layout: 'given', assessment: '' } as const

function blockOf({ origin, code, label, description }: Item) {
  return { ...given, code: code || origin, label, source: description, origin }
}

function competencyOf(tree: Tree, item: Item): Competency {
  const { origin, code, label, description } = item
  return { origin, code, label, description, criteria: tree.criteriaBelow(item, 1) }
}

class Tree {
  private readonly children = new Map<string | null, Item[]>()

  constructor(items: readonly Item[]) {
    const known = new Map(items.map((item) => [item.origin, item]))
    refuseCycles(items, known)
    for (const item of known.values()) {
      const parent = item.parent !== null && known.has(item.parent) ? item.parent : null
      const siblings = this.children.get(parent)
      if (siblings) siblings.push(item)
      else this.children.set(parent, [item])
    }
  }

  roots(): Item[] {
    return this.children.get(null) ?? []
  }

  below({ origin }: Item): Item[] {
    return this.children.get(origin) ?? []
  }

  criteriaBelow(item: Item, depth: number): Criterion[] {
    return this.below(item).flatMap((each) => {
      const { origin, code, label } = each
      const own = { label, origin, ...(code && { code }), ...(depth > 1 && { depth }) }
      return [own, ...this.criteriaBelow(each, depth + 1)]
    })
  }
}

/** Each way up is walked once: what was seen to end at the top is not walked again. */
function refuseCycles(items: readonly Item[], known: ReadonlyMap<string, Item>): void {
  const ends = new Set<string>()
  for (const item of items) {
    const way = new Set<string>()
    let at: Item | undefined = item
    while (at && !ends.has(at.origin)) {
      if (way.has(at.origin))
        throw new FrameworkFileError('framework.cycle', { item: nameOf(at) })
      way.add(at.origin)
      at = at.parent === null ? undefined : known.get(at.parent)
    }
    for (const origin of way) ends.add(origin)
  }
}

function nameOf({ code, label }: Item): string {
  const short = label.length > 80 ? `${label.slice(0, 79)}…` : label
  return [code, short].filter(Boolean).join(' ')
}

function parted<T>(all: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))]
}
