import type { StoredDocument } from '../document.ts'
import type { NodeJson } from '../identity.ts'
import { nodeDigest } from './node-digest.ts'

/**
 * How a node becomes another of its type. Its children go by their id, or by `:type` where they
 * have none; those that are not named stay as they were.
 */
export type NodeChange = {
  /** All its attributes, absent when they are as before. */
  attrs?: Record<string, unknown>
  /** All its children in their order, absent when they are the same in the same order. */
  order?: string[]
  /** Children that are new, or replaced whole. */
  put?: NodeJson[]
  /** Children that changed in part. */
  within?: [key: string, change: NodeChange][]
}

/** What a save sends: how one document becomes another. */
export type DocumentChange = { format: number; doc: NodeChange }

/**
 * What changed from one document to another, as small as the ids in it allow.
 *
 * @param whole sections to be sent whole, changed or not
 * @throws RangeError when sections have no ids of their own
 */
export function changeBetween(
  before: StoredDocument,
  after: StoredDocument,
  whole: (sectionId: string) => boolean = () => false,
): DocumentChange {
  const doc = changeWithin(before.doc, after.doc, whole)
  if (!doc) throw new RangeError('these sections cannot be told apart')
  return { format: after.format, doc }
}

export function isEmpty({ doc }: DocumentChange): boolean {
  return Object.keys(doc).length === 0
}

/** The children of a node by their names, `null` when two would have the same. */
export function childrenByKey(node: NodeJson): Map<string, NodeJson> | null {
  const children = new Map((node.content ?? []).map((child) => [keyOf(child), child]))
  return children.size === (node.content ?? []).length ? children : null
}

export function keyOf({ type, attrs }: NodeJson): string {
  return typeof attrs?.id === 'string' && attrs.id !== '' ? attrs.id : `:${type}`
}

/** `null` when the two are not the same node, or their children have no names. */
function changeWithin(
  before: NodeJson,
  after: NodeJson,
  whole: (key: string) => boolean,
): NodeChange | null {
  const [olds, news] = [childrenByKey(before), childrenByKey(after)]
  if (!olds || !news || !onlyInside(before, after)) return null
  const change: NodeChange = {}
  if (!sameAttributes(before, after)) change.attrs = after.attrs ?? {}
  if (String([...olds.keys()]) !== String([...news.keys()])) change.order = [...news.keys()]
  for (const [key, child] of news) addChild(change, key, olds.get(key), child, whole(key))
  return change
}

function addChild(
  change: NodeChange,
  key: string,
  old: NodeJson | undefined,
  child: NodeJson,
  whole: boolean,
): void {
  if (old && !whole && nodeDigest(old) === nodeDigest(child)) return
  const inside = old && !whole ? changeWithin(old, child, () => false) : null
  if (!inside) change.put = [...(change.put ?? []), child]
  else change.within = [...(change.within ?? []), [key, inside]]
}

/** Whether all that may differ is attributes and children. */
function onlyInside(before: NodeJson, after: NodeJson): boolean {
  const shell = ({ type, text, marks, content }: NodeJson) =>
    JSON.stringify([type, text, marks, content !== undefined])
  return shell(before) === shell(after) && before.content !== undefined
}

function sameAttributes(before: NodeJson, after: NodeJson): boolean {
  const only = ({ attrs = {} }: NodeJson) => nodeDigest({ type: '', attrs })
  return only(before) === only(after)
}
