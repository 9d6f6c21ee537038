import { type NodeJson, walk } from '#content-schema/identity.ts'

/** The ids of a tree, in the order they are met. */
export function idsIn(...nodes: NodeJson[]): string[] {
  const ids: string[] = []
  for (const node of nodes) walk(node, ({ attrs }) => attrs?.id && ids.push(String(attrs.id)))
  return ids
}

/**
 * The same nodes under the ids of another tree of the same shape, whatever names one of them
 * following: what a faithful copy must be equal to.
 */
export function underIdsOf(copies: NodeJson[], originals: NodeJson[]): NodeJson[] {
  const [olds, news] = [idsIn(...originals), idsIn(...copies)]
  const renewed = new Map(olds.map((id, index) => [id, news[index] ?? id]))
  return rename(originals, renewed) as NodeJson[]
}

/** Any text that is an id, or a link to one, wherever it stands. */
function rename(value: unknown, renewed: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    const target = renewed.get(value.replace(/^#/, ''))
    return target ? value.replace(/[0-9a-z]{10}$/, target) : value
  }
  if (Array.isArray(value)) return value.map((each) => rename(each, renewed))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, rename(each, renewed)]),
  )
}
