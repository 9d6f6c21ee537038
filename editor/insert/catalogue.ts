import { elementGroups } from '#content-schema/element.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { elements } from '#content-schema/nodes/index.ts'
import { elementNames } from '#content-schema/schema.ts'
import type { EditorLanguage, InBoth } from '../element-editor.ts'
import { elementEditors } from '../elements/index.ts'
import type { ReferenceName } from '../reuse.ts'

export type CatalogueGroup = (typeof elementGroups)[number]

/** Something an author can insert: how it is found, and what it holds at first. */
export type CatalogueEntry = {
  /** Of an element, or `section`. */
  name: string
  group: CatalogueGroup | 'recent' | 'template'
  icon: string
  about: InBoth<string>
  /** Other words people look for it by, lower case without accents. */
  synonyms: string
  /** `null` for a section, which does not stand among the elements of another, and for a template. */
  create: ((language?: EditorLanguage) => NodeJson) | null
  /** What the menu calls it, where that is not its name. */
  call?: InBoth<string>
  /** What its author called it, where it is a template. */
  label?: string
  /** Where it is to be read first. */
  template?: { id: string; kind: 'section' | 'element' }
  /** What stands there is chosen of another module first. */
  reference?: ReferenceName
}

export const sectionIcon = 'M4 4h12v12H4zM4 8h12'

const section: CatalogueEntry = {
  name: 'section',
  group: 'structure',
  icon: sectionIcon,
  about: {
    fr: 'Une page du module, avec son titre',
    en: 'A page of the module, with its title',
  },
  synonyms: 'section page chapitre partie chapter part',
  create: null,
}

/** In the order of the menu: by group, then by the rank that each element gives itself. */
export const catalogue: readonly CatalogueEntry[] = [...elementEntries(), section]

function elementEntries(): CatalogueEntry[] {
  return elementGroups.flatMap((group) =>
    elementNames
      .filter((name) => elements[name].group === group)
      .sort((a, b) => elementEditors[a].rank - elementEditors[b].rank)
      .map((name) => {
        const { icon, about, synonyms, create } = elementEditors[name]
        return { name, group, icon, about, synonyms, create }
      }),
  )
}

/** Whether it can stand between two elements of a section. */
export function standsInSection({ create, template, reference }: CatalogueEntry): boolean {
  return template ? template.kind === 'element' : create !== null || reference !== undefined
}
