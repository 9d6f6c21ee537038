/**
 * The loops in what leads to what, each found once: `['a', 'b', 'a']`.
 *
 * Walked with a list of its own, since whoever wrote these may have made a very long one.
 */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>()
  const found: string[][] = []
  for (const start of edges.keys()) if (!done.has(start)) walk(start, edges, done, found)
  return found
}

function walk(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
  found: string[][],
): void {
  const path = [start]
  const at = new Map([[start, 0]])
  const waiting = [[...(edges.get(start) ?? [])]]
  while (path.length > 0) {
    const next = waiting.at(-1)?.pop()
    if (next === undefined) {
      const left = path.pop()!
      waiting.pop()
      at.delete(left)
      done.add(left)
    } else if (at.has(next)) {
      found.push([...path.slice(at.get(next), (at.get(next) ?? 0) + mostShown), next])
    } else if (!done.has(next)) {
      at.set(next, path.length)
      path.push(next)
      waiting.push([...(edges.get(next) ?? [])])
    }
  }
}

/** Of one loop. */
const mostShown = 10
