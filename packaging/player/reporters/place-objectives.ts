import type { Objective } from './reporter.ts'

/**
 * Gives objectives the names they are written under: each has a place that stays its own, from one
 * sitting to the next too.
 *
 * @param held what the LMS holds, by name; what it holds of earlier sittings is added
 * @param valuesOf in the words of a standard, without the id
 */
export function placesObjectives(
  get: (name: string) => string,
  held: Map<string, string>,
  valuesOf: (objective: Objective) => Record<string, string>,
): (objectives: readonly Objective[]) => Record<string, string> {
  const ids: string[] = []
  let stored = -1

  function nameOf(place: number, field: string): string {
    const name = `cmi.objectives.${place}.${field}`
    if (place < stored && !held.has(name)) held.set(name, get(name))
    return name
  }

  return (objectives) => {
    const named: Record<string, string> = {}
    for (const objective of objectives) {
      if (stored < 0) {
        stored = Number.parseInt(get('cmi.objectives._count'), 10) || 0
        for (let place = 0; place < stored; place += 1) ids.push(held.get(nameOf(place, 'id'))!)
      }
      const { id } = objective
      if (!ids.includes(id)) ids.push(id)
      for (const [field, value] of Object.entries({ id, ...valuesOf(objective) })) {
        named[nameOf(ids.indexOf(id), field)] = value
      }
    }
    return named
  }
}
