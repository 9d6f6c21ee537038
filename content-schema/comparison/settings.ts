import type { Node } from 'prosemirror-model'
import { canonicalJson } from '../canonical-json.ts'
import { excerpt } from '../plain-text.ts'
import { attributeAnswering } from '../scopes/answers-for.ts'

/** What became of one attribute of an element, or of a part of it. */
export type SettingChange = {
  /** Name of the attribute. */
  name: string
  /** First words of the part it is of; `null` for the element itself. */
  part: string | null
  before: SettingValue
  after: SettingValue
}
export type SettingValue = string | number | boolean | null

/** The attributes that two states of an element do not have alike, part by part, by their ids. */
export function settingChanges(before: Node, after: Node): SettingChange[] {
  const olds = partsOf(before)
  return [...partsOf(after)].flatMap(([id, node]) => {
    const old = olds.get(id)
    if (!old || old.type !== node.type) return []
    const changed = Object.keys(node.attrs).filter(
      (name) =>
        name !== 'id' &&
        differs(old.attrs[name], node.attrs[name]) &&
        attributeAnswering(name).length > 0,
    )
    if (changed.length === 0) return []
    const part = node === after ? null : excerpt(node, 60)
    return changed.map((name) => ({
      ...{ name, part },
      before: plain(old.attrs[name]),
      after: plain(node.attrs[name]),
    }))
  })
}

/** By id; what has none is found again by where it stands in what has one. */
function partsOf(element: Node): Map<string, Node> {
  const parts = new Map<string, Node>([['', element]])
  const visit = (node: Node, path: string) =>
    node.children.forEach((child, index) => {
      if (child.isText) return
      const id = child.attrs.id ? String(child.attrs.id) : `${path}/${child.type.name}${index}`
      parts.set(id, child)
      visit(child, id)
    })
  visit(element, '')
  return parts
}

function differs(a: unknown, b: unknown): boolean {
  if (a === b) return false
  return canonicalJson(a ?? null) !== canonicalJson(b ?? null)
}

/** What can be shown as it is; lists are joined, the rest is left out. */
function plain(value: unknown): SettingValue {
  if (Array.isArray(value)) return value.join(', ')
  const shown = ['string', 'number', 'boolean'].includes(typeof value)
  return shown ? (value as string | number | boolean) : null
}
