import type { Objective } from './reporter.ts'

/**
 * Writes objectives each at a place that stays its own, from one sitting to the next too. What the
 * LMS holds already is not written again.
 *
 * @param valuesOf in the words of a standard, without the id
 */
export function writesObjectives(
  get: (name: string) => string,
  set: (name: string, value: string) => unknown,
  valuesOf: (objective: Objective) => [string, string][],
): (objectives: readonly Objective[]) => void {
  const held = new Map<string, string>()
  let ids: string[] | null = null
  let stored = 0

  function placeOf(id: string, known: string[]): number {
    const place = known.indexOf(id)
    return place === -1 ? known.push(id) - 1 : place
  }

  return (objectives) => {
    if (objectives.length === 0) return
    if (!ids) {
      ids = readIds(get)
      stored = ids.length
    }
    for (const objective of objectives) {
      const place = placeOf(objective.id, ids)
      const before = (name: string) => held.get(name) ?? (place < stored ? get(name) : '')
      for (const [field, value] of [['id', objective.id] as const, ...valuesOf(objective)]) {
        const name = `cmi.objectives.${place}.${field}`
        if (before(name) !== value) set(name, value)
        held.set(name, value)
      }
    }
  }
}

function readIds(get: (name: string) => string): string[] {
  const count = Number.parseInt(get('cmi.objectives._count'), 10) || 0
  return Array.from({ length: count }, (_, place) => get(`cmi.objectives.${place}.id`))
}
