import type { Node } from '@tiptap/pm/model'
import { sceneChoicesOf, scenesOf } from '#content-schema/nodes/scenario.ts'
import type { EditorLanguage } from './element-editor.ts'

const words = {
  fr: {
    untitled: (n: number) => `Scène ${n} (sans titre)`,
    titled: (n: number, title: string) => `Scène ${n} : ${title}`,
    end: 'Fin',
    gone: 'une scène supprimée',
    points: (n: number) => ` · ${n} pt`,
    choice: 'Choix sans texte',
  },
  en: {
    untitled: (n: number) => `Scene ${n} (untitled)`,
    titled: (n: number, title: string) => `Scene ${n}: ${title}`,
    end: 'End',
    gone: 'Deleted scene',
    points: (n: number) => ` · ${n} pt`,
    choice: 'Option with no text',
  },
}

/** A scene with the ways out of it, as they are read in a list. */
export type MappedScene = {
  id: string
  name: string
  /** Whether any path leads to it. */
  reached: boolean
  choices: { id: string; text: string; leadsTo: string; target: string; broken: boolean }[]
}

/** The paths of a scenario as a list, with what is wrong with each. */
export function mapOf(scenario: Node, language: EditorLanguage): MappedScene[] {
  const scenes = scenesOf(scenario)
  const names = sceneNames(scenario, language)
  const reached = reachedIds(scenes)
  return scenes.map((scene) => ({
    id: String(scene.attrs.id),
    name: names.get(String(scene.attrs.id)) ?? '',
    reached: reached.has(String(scene.attrs.id)),
    choices: sceneChoicesOf(scene).map((choice) => {
      const { id, leadsTo } = choice.attrs
      const text = choice.firstChild?.textContent.trim() || words[language].choice
      const target = targetName(leadsTo, names, language)
      return { id, text, leadsTo, target, broken: leadsTo !== '' && !names.has(leadsTo) }
    }),
  }))
}

/** What each scene is called, by id, in order. */
export function sceneNames(scenario: Node, language: EditorLanguage): Map<string, string> {
  return new Map(
    scenesOf(scenario).map((scene, index) => {
      const title = scene.firstChild?.textContent.trim() ?? ''
      const { titled, untitled } = words[language]
      return [
        String(scene.attrs.id),
        title ? titled(index + 1, title) : untitled(index + 1),
      ] as const
    }),
  )
}

/** Where a choice leads and what it is worth, in a few words. */
export function leadsText(
  choice: Node,
  names: ReadonlyMap<string, string>,
  language: EditorLanguage,
): string {
  const { leadsTo, points } = choice.attrs
  const worth = points > 0 ? words[language].points(points) : ''
  return `→ ${targetName(leadsTo, names, language)}${worth}`
}

function targetName(
  leadsTo: string,
  names: ReadonlyMap<string, string>,
  language: EditorLanguage,
): string {
  if (leadsTo === '') return words[language].end
  return names.get(leadsTo) ?? words[language].gone
}

function reachedIds(scenes: readonly Node[]): Set<string> {
  const reached = new Set<string>()
  const waiting = scenes[0] ? [scenes[0]] : []
  for (let scene = waiting.pop(); scene; scene = waiting.pop()) {
    if (reached.has(String(scene.attrs.id))) continue
    reached.add(String(scene.attrs.id))
    for (const { attrs } of sceneChoicesOf(scene)) {
      const next = scenes.find((each) => each.attrs.id === attrs.leadsTo)
      if (next) waiting.push(next)
    }
  }
  return reached
}
