import { type InteractionStandard, keyFacts, questionKind } from '../kind.ts'
import { nameIn } from '../positions.ts'

export type ScenarioKey = {
  /** The first is where it begins. */
  scenes: { id: string; choices: { id: string; points: number; leadsTo: string | null }[] }[]
  /** Points of the best path, as {@link bestOf} counts them. */
  best: number
}

/** No path is longer: a scenario that leads back to itself must end. */
export const longestPath = 30

/** Decisions, one scene after the other. An answer is the ids of the choices made, in order. */
export const scenario = questionKind<ScenarioKey>({
  mark(key, answer) {
    const earned = decisions(key, answer).reduce((sum, { choice }) => sum + choice.points, 0)
    return key.best > 0 ? Math.min(1, Math.max(0, earned / key.best)) : null
  },
  // One a decision; the path itself is their order.
  records: (key, answer, standard) =>
    decisions(key, answer).map(({ scene, choice }) => {
      const best = bestIn(scene)
      return {
        part: scene.id,
        type: 'choice',
        response: nameOf(scene, choice, standard),
        success: best > 0 ? choice.points === best : null,
      }
    }),
  pack: (key, answer) =>
    decisions(key, answer)
      .map(({ scene, choice }) => scene.choices.indexOf(choice).toString(36))
      .join(''),
  unpack: (key, text) =>
    follow(key, text, ({ choices }, place) => choices[Number.parseInt(place, 36)]).map(
      ({ choice }) => choice.id,
    ),
})

export const scenarioFacts = keyFacts<ScenarioKey>({
  identity: ({ scenes }) => scenes,
  budget: () => longestPath,
  patterns: ({ scenes }, standard) =>
    Object.fromEntries(
      scenes.map((scene) => {
        const best = bestIn(scene)
        const right = scene.choices.filter(({ points }) => points === best && best > 0)
        return [scene.id, right.map((choice) => nameOf(scene, choice, standard))]
      }),
    ),
})

type Scene = ScenarioKey['scenes'][number]
type Choice = Scene['choices'][number]

/** The most points that a scene can bring by itself. */
function bestIn({ choices }: Scene): number {
  return Math.max(...choices.map(({ points }) => points))
}

/** SCORM 1.2 takes one character a choice, by its place in its scene; the others our ids. */
function nameOf({ choices }: Scene, choice: Choice, standard: InteractionStandard): string {
  const ids = choices.map((each) => each.id)
  return nameIn(ids, choice.id, standard)
}

/** The decisions that can be followed from the first scene; what leads nowhere ends them. */
function decisions(key: ScenarioKey, answer: readonly string[]) {
  return follow(key, answer, ({ choices }, id) => choices.find((each) => each.id === id))
}

/** @param choose the choice that a step stands for, in its scene */
function follow(
  { scenes }: ScenarioKey,
  steps: Iterable<string>,
  choose: (scene: Scene, step: string) => Choice | undefined,
) {
  const made: { scene: Scene; choice: Choice }[] = []
  let scene = scenes[0]
  for (const step of [...steps].slice(0, longestPath)) {
    const choice = scene && choose(scene, step)
    if (!scene || !choice) break
    made.push({ scene, choice })
    scene = scenes.find((each) => each.id === choice.leadsTo)
  }
  return made
}

/**
 * Points of the best path, counted once, when the question is read. A choice that leads back to where one comes from ends it there.
 */
export function bestOf(scenes: readonly Scene[]): number {
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
