import { keyFacts, questionKind } from '../kind.ts'
import { letterOf } from '../positions.ts'

export type ScenarioKey = {
  /** The first is where it begins. */
  scenes: { id: string; choices: { id: string; points: number; leadsTo: string | null }[] }[]
}

/** No path is longer: a scenario that leads back to itself must end. */
export const longestPath = 30

/** Decisions, one scene after the other. An answer is the ids of the choices made, in order. */
export const scenario = questionKind<ScenarioKey>({
  scored: (key) => bestOf(key) > 0,
  mark(key, answer) {
    const best = bestOf(key)
    const earned = decisions(key, answer).reduce((sum, { choice }) => sum + choice.points, 0)
    return best > 0 ? Math.min(1, Math.max(0, earned / best)) : 0
  },
  // One a decision; the path itself is their order.
  records: (key, answer, standard) =>
    decisions(key, answer).map(({ scene, choice }) => {
      const best = Math.max(...scene.choices.map(({ points }) => points))
      const right = scene.choices.filter(({ points }) => points === best && best > 0)
      const name = (id: string) =>
        standard === 'scorm-12'
          ? letterOf(scene.choices.findIndex((each) => each.id === id))
          : id
      return {
        part: scene.id,
        type: 'choice',
        response: name(choice.id),
        correctPatterns: right.map(({ id }) => name(id)),
        success: best > 0 ? choice.points === best : null,
      }
    }),
  pack: (key, answer) =>
    decisions(key, answer)
      .map(({ scene, choice }) => scene.choices.indexOf(choice).toString(36))
      .join(''),
  unpack: (key, text) => followPositions(key, text),
})

export const scenarioFacts = keyFacts<ScenarioKey>({
  identity: ({ scenes }) => scenes,
  budget: () => longestPath,
})

type Scene = ScenarioKey['scenes'][number]

/** The decisions that can be followed from the first scene; what leads nowhere ends them. */
function decisions(key: ScenarioKey, answer: readonly string[]) {
  const made: { scene: Scene; choice: Scene['choices'][number] }[] = []
  let scene = key.scenes[0]
  for (const id of answer.slice(0, longestPath)) {
    const choice = scene?.choices.find((each) => each.id === id)
    if (!scene || !choice) break
    made.push({ scene, choice })
    scene = key.scenes.find((each) => each.id === choice.leadsTo)
  }
  return made
}

function followPositions(key: ScenarioKey, text: string): string[] {
  const ids: string[] = []
  let scene = key.scenes[0]
  for (const character of text) {
    const choice = scene?.choices[Number.parseInt(character, 36)]
    if (!choice) break
    ids.push(choice.id)
    scene = key.scenes.find((each) => each.id === choice.leadsTo)
  }
  return ids
}

/** Points of the best path. A choice that leads back to where one comes from ends it there. */
function bestOf({ scenes }: ScenarioKey): number {
  const known = new Map<string, number>()
  const from = (id: string | null): number => {
    const scene = scenes.find((each) => each.id === id)
    if (!scene) return 0
    const before = known.get(scene.id)
    if (before !== undefined) return before
    known.set(scene.id, 0)
    const sums = scene.choices.map(({ points, leadsTo }) => points + from(leadsTo))
    const best = Math.max(0, ...sums)
    known.set(scene.id, best)
    return best
  }
  return from(scenes[0]?.id ?? null)
}
