import { checkLanguageMap } from './language.ts'
import { checkArray, checkObject, checkString, type Json, refuse } from './shape.ts'

/** The lists of components that each type of interaction may have. */
const components: Record<string, readonly string[]> = {
  choice: ['choices'],
  sequencing: ['choices'],
  likert: ['scale'],
  matching: ['source', 'target'],
  performance: ['steps'],
  'true-false': [],
  'fill-in': [],
  'long-fill-in': [],
  numeric: [],
  other: [],
}
const lists = ['choices', 'scale', 'source', 'target', 'steps'] as const

export const interactionKeys = ['interactionType', 'correctResponsesPattern', ...lists]

const componentKeys = new Set(['id', 'description'])

/** @see xAPI 1.0.3, Data 2.4.4.1, Interaction Activities */
export function checkInteraction(definition: Json, path: string): void {
  if (!interactionKeys.some((key) => key in definition)) return
  const type = definition.interactionType
  checkString(type, `${path}.interactionType`)
  const allowed = Object.hasOwn(components, type) ? components[type] : undefined
  if (!allowed) refuse(`${path}.interactionType`, 'is not a type of interaction')
  checkPatterns(definition, path)
  for (const list of lists) {
    if (!(list in definition)) continue
    if (!allowed.includes(list)) refuse(`${path}.${list}`, `does not go with ${type}`)
    checkComponents(definition[list], `${path}.${list}`)
  }
}

function checkPatterns(definition: Json, path: string): void {
  if (!('correctResponsesPattern' in definition)) return
  const patterns = definition.correctResponsesPattern
  checkArray(patterns, `${path}.correctResponsesPattern`)
  for (const pattern of patterns) checkString(pattern, `${path}.correctResponsesPattern`)
}

function checkComponents(value: unknown, path: string): void {
  checkArray(value, path)
  const ids = new Set<string>()
  for (const component of value) {
    checkObject(component, path, componentKeys)
    const id = component.id
    checkString(id, `${path}.id`)
    if (ids.has(id)) refuse(path, `has the id ${id} twice`)
    ids.add(id)
    if ('description' in component)
      checkLanguageMap(component.description, `${path}.description`)
  }
}
