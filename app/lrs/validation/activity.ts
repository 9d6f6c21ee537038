import { checkExtensions } from './extensions.ts'
import { checkInteraction, interactionKeys } from './interaction.ts'
import { checkIri } from './iri.ts'
import { checkLanguageMap } from './language.ts'
import { checkObject, refuse } from './shape.ts'

const keys = new Set(['objectType', 'id', 'definition'])
const definitionKeys = new Set([
  'name',
  'description',
  'type',
  'moreInfo',
  'extensions',
  ...interactionKeys,
])

/** @see xAPI 1.0.3, Data 2.4.4.1 */
export function checkActivity(value: unknown, path: string): void {
  checkObject(value, path, keys)
  if ('objectType' in value && value.objectType !== 'Activity') {
    refuse(`${path}.objectType`, 'must be Activity')
  }
  checkIri(value.id, `${path}.id`)
  if ('definition' in value) checkDefinition(value.definition, `${path}.definition`)
}

function checkDefinition(value: unknown, path: string): void {
  checkObject(value, path, definitionKeys)
  if ('name' in value) checkLanguageMap(value.name, `${path}.name`)
  if ('description' in value) checkLanguageMap(value.description, `${path}.description`)
  if ('type' in value) checkIri(value.type, `${path}.type`)
  if ('moreInfo' in value) checkIri(value.moreInfo, `${path}.moreInfo`)
  if ('extensions' in value) checkExtensions(value.extensions, `${path}.extensions`)
  checkInteraction(value, path)
}
