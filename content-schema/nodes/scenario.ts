import type { Node, NodeSpec } from 'prosemirror-model'
import { type Described, defineElement, type Fault, nothingToFind } from '../element.ts'
import { excerpt } from '../plain-text.ts'
import { bestOf, type ScenarioKey } from '../scoring/kinds/scenario.ts'
import { type AttrsOf, element, nodeId, text, wholeNumber } from './shared/attributes.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { textLine, titleLine } from './shared/line.ts'
import { partsOf } from './shared/opinion-faults.ts'
import { promptFaults } from './shared/question-faults.ts'

export type ScenarioAttrs = AttrsOf<typeof questionAttrs>

/** A situation that goes on as one decides ("mise en situation"): the first scene is where it begins. */
const scenario: NodeSpec = {
  group: 'element question',
  content: 'prompt scene{1,30} scenarioDebrief',
  isolating: true,
  ...element('section', 'scenario', questionAttrs),
}

const scene: NodeSpec = {
  content: 'sceneTitle flow+ sceneChoice{1,6}',
  isolating: true,
  ...element('div', 'scene', { id: nodeId() }),
}

const sceneTitle: NodeSpec = titleLine('scene-title')

const choiceAttrs = {
  id: nodeId(),
  points: wholeNumber(0, 0, 100),
  /** Id of the scene that comes next; empty when it ends here. */
  leadsTo: text('', 10),
}
export type SceneChoiceAttrs = AttrsOf<typeof choiceAttrs>

const sceneChoice: NodeSpec = {
  content: 'sceneChoiceText sceneConsequence',
  isolating: true,
  ...element('div', 'scene-choice', choiceAttrs),
}

const sceneChoiceText: NodeSpec = textLine('scene-choice-text')

/** What comes of the choice, said before the next scene; may be empty. */
const sceneConsequence: NodeSpec = textLine('scene-consequence')

/** Said at the end, whatever the path; may be empty. */
const scenarioDebrief: NodeSpec = {
  content: 'flow+',
  isolating: true,
  ...element('div', 'scenario-debrief', {}),
}

export default defineElement({
  nodes: {
    scenario,
    scene,
    sceneTitle,
    sceneChoice,
    sceneChoiceText,
    sceneConsequence,
    scenarioDebrief,
  },
  names: { fr: 'Mise en situation', en: 'Scenario' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'choice', scorm2004: 'choice', xapi: 'choice' },
  unfinished: (node) => [...promptFaults(node), ...sceneFaults(node)],
  sentences: {
    'scene-without-title': {
      fr: 'une scène n’a pas de titre.',
      en: 'This scene has no title.',
    },
    'choice-without-text': {
      fr: 'un choix d’une mise en situation est vide.',
      en: 'This option is empty.',
    },
    'choice-leads-nowhere': {
      fr: 'le choix « {{choice}} » mène à une scène qui n’existe plus.',
      en: 'The option “{{choice}}” leads to a scene that no longer exists.',
    },
    'scene-never-reached': {
      fr: 'aucun choix ne mène à la scène « {{scene}} ».',
      en: 'No option leads to the scene “{{scene}}”.',
    },
    'scene-without-end': {
      fr: 'de la scène « {{scene}} », aucun chemin ne mène à la fin.',
      en: 'No path leads from the scene “{{scene}}” to the end.',
    },
  },
  // One scene at a time, choices are buttons; where the focus goes is the player's business.
  accessibility: nothingToFind,
  question: { key: readKey, describe: describeScenes },
})

/** The scenes of a scenario, in the order they are written. */
export function scenesOf(node: Node): Node[] {
  return partsOf(node, 'scene')
}

export function sceneChoicesOf(scene: Node): Node[] {
  return partsOf(scene, 'sceneChoice')
}

function readKey(node: Node): { kind: 'scenario'; key: ScenarioKey } {
  const scenes = scenesOf(node).map((scene) => ({
    id: String(scene.attrs.id),
    choices: sceneChoicesOf(scene).map(({ attrs }) => ({
      id: String(attrs.id),
      points: Number(attrs.points),
      leadsTo: attrs.leadsTo === '' ? null : String(attrs.leadsTo),
    })),
  }))
  return { kind: 'scenario', key: { scenes, best: bestOf(scenes) } }
}

function describeScenes(node: Node): Described[] {
  return scenesOf(node).map((scene) => ({
    id: String(scene.attrs.id),
    prompt: excerpt(scene.firstChild ?? scene, 240),
    choices: sceneChoicesOf(scene).map((choice) => ({
      id: String(choice.attrs.id),
      text: excerpt(choice.firstChild ?? choice, 200),
    })),
  }))
}

function sceneFaults(node: Node): Fault[] {
  const scenes = scenesOf(node)
  const ids = scenes.map(({ attrs }) => String(attrs.id))
  const reached = reachedFrom(scenes[0], scenes)
  return scenes.flatMap((scene) => [
    ...(titleOf(scene) === '' ? [fault('scene-without-title', 'blocks', scene)] : []),
    ...(reached.has(scene) ? [] : [fault('scene-never-reached', 'warns', scene)]),
    ...(canEnd(scene, scenes) ? [] : [fault('scene-without-end', 'blocks', scene)]),
    ...sceneChoicesOf(scene).flatMap((choice) => choiceFaults(choice, ids)),
  ])
}

function choiceFaults(choice: Node, scenes: readonly string[]): Fault[] {
  const { leadsTo } = choice.attrs
  const said = excerpt(choice.firstChild ?? choice, 60)
  return [
    ...(said === '' ? [fault('choice-without-text', 'blocks', choice)] : []),
    ...(leadsTo === '' || scenes.includes(leadsTo)
      ? []
      : [{ ...fault('choice-leads-nowhere', 'blocks', choice), params: { choice: said } }]),
  ]
}

function fault(code: string, severity: Fault['severity'], within: Node): Fault {
  return { code: `scenario.${code}`, severity, within, params: { scene: titleOf(within) } }
}

function titleOf(scene: Node): string {
  return excerpt(scene.firstChild ?? scene, 60)
}

function nextOf(scene: Node, scenes: readonly Node[]): (Node | undefined)[] {
  return sceneChoicesOf(scene).map(({ attrs }) =>
    scenes.find((each) => each.attrs.id === attrs.leadsTo),
  )
}

function reachedFrom(first: Node | undefined, scenes: readonly Node[]): Set<Node> {
  const reached = new Set<Node>()
  const waiting = [first]
  for (let scene = waiting.pop(); scene; scene = waiting.pop()) {
    if (reached.has(scene)) continue
    reached.add(scene)
    waiting.push(...nextOf(scene, scenes).filter((next) => next !== undefined))
  }
  return reached
}

/** A choice that leads to no scene ends the scenario, by intention or not: that is another fault. */
function canEnd(scene: Node, scenes: readonly Node[]): boolean {
  return [...reachedFrom(scene, scenes)].some((each) =>
    nextOf(each, scenes).includes(undefined),
  )
}
