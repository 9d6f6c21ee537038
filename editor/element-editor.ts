import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { ComponentType, LazyExoticComponent } from 'react'
import type { NodeJson } from '#content-schema/identity.ts'
import type { elements } from '#content-schema/nodes/index.ts'
import type { ElementName } from '#content-schema/schema.ts'
import type { NodeManners } from './extensions/from-spec.ts'
import type { EditorWords } from './words/fr.ts'

/** What a form of settings is given; `set` refuses, with `false`, what the schema does not allow. */
/** A form that sets an element or a part of one; a large one may be loaded with its first element. */
export type SettingsForm =
  | ComponentType<SettingsProps>
  | LazyExoticComponent<ComponentType<SettingsProps>>

export type SettingsProps = {
  editor: Editor
  node: Node
  words: EditorWords
  set: (values: Record<string, unknown>) => boolean
}

/** The languages that the editor's own words are in. */
export type EditorLanguage = EditorWords['language']

/** The same texts in both languages. */
export type InBoth<Texts> = { fr: Texts; en: Texts }

/**
 * How an element is written: one file in `elements/` each, and nothing else names it.
 *
 * @typeParam Name of the element in the schema
 */
export type ElementEditor<Name extends ElementName = ElementName> = {
  /** Where it stands in the menu among those of its group: the lower, the earlier. */
  rank: number
  /** An outline on a grid of 20, drawn with a pen 1.5 wide. */
  icon: string
  /** One line under its name in the menu. */
  about: InBoth<string>
  /** Other words people look for it by, French and English together, lower case without accents. */
  synonyms: string
  /** What it holds at first; words of its own are in the language of the module. */
  create: (language?: EditorLanguage) => NodeJson
  /** What the editor adds to its own node and to its parts. */
  nodes: { [Part in keyof (typeof elements)[Name]['nodes']]: NodeManners }
  /** What can be set on it beside its content; `null` when there is nothing but what all have. */
  settings: SettingsForm | null
  /** As `settings`, for its parts that have an id and attributes of their own. */
  partSettings?: {
    [Part in keyof (typeof elements)[Name]['nodes']]?: {
      /** What the part is called. */
      label: InBoth<string>
      form: SettingsForm
    }
  }
}

export function defineEditor<Name extends ElementName>(
  _element: Name,
  editor: ElementEditor<Name>,
): ElementEditor<Name> {
  return editor
}

/** A node that holds nothing yet, or these children. */
export function json(type: string, content?: NodeJson[], attrs?: NodeJson['attrs']): NodeJson {
  return { type, ...(attrs && { attrs }), ...(content && { content }) }
}
