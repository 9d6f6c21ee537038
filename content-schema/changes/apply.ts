import { DocumentError, deepest, type StoredDocument } from '../document.ts'
import type { NodeJson } from '../identity.ts'
import { childrenByKey, type DocumentChange, keyOf, type NodeChange } from './change.ts'

/**
 * Makes a change on the document it was made from. What comes out is not checked further: a
 * change comes from anywhere, so it goes through `readDocument` before it is kept.
 *
 * @throws DocumentError `document.malformed` when it does not fit the document
 */
export function applyChange(document: StoredDocument, change: DocumentChange): StoredDocument {
  if (typeof change?.doc !== 'object' || change.doc === null) throw misfit()
  return { format: change.format, doc: applyWithin(document.doc, change.doc) }
}

export function applyWithin(node: NodeJson, change: NodeChange): NodeJson {
  const children = childrenByKey(node)
  if (!children) throw misfit()
  for (const [key, inner] of pairsOf(change.within)) {
    const child = children.get(key)
    if (!child) throw misfit()
    children.set(key, applyWithin(child, inner))
  }
  for (const child of nodesOf(change.put)) children.set(keyOf(child), child)
  const order = change.order === undefined ? [...children.keys()] : keysOf(change.order)
  const content = order.map((key) => children.get(key) ?? refuse())
  if (new Set(order).size !== order.length) throw misfit()
  return { ...node, ...(change.attrs && { attrs: change.attrs }), content }
}

/** Nodes as a client sent them: each at least an object with a type, none deeper than a document may be. */
export function nodesOf(value: unknown): NodeJson[] {
  const nodes = listOf(value) as NodeJson[]
  for (const node of nodes) refuseDeeper(node, 1)
  return nodes
}

export function pairsOf(value: unknown): [string, NodeChange][] {
  const pairs = listOf(value)
  if (!pairs.every((pair) => Array.isArray(pair) && isObject(pair[1]))) throw misfit()
  return pairs as [string, NodeChange][]
}

export function keysOf(value: unknown): string[] {
  const keys = listOf(value)
  if (!keys.every((key) => typeof key === 'string')) throw misfit()
  return keys as string[]
}

function listOf(value: unknown): unknown[] {
  if (value !== undefined && !Array.isArray(value)) throw misfit()
  return value ?? []
}

function refuseDeeper(node: NodeJson, depth: number): void {
  if (!isObject(node) || typeof node.type !== 'string' || depth > deepest) throw misfit()
  for (const child of listOf(node.content)) refuseDeeper(child as NodeJson, depth + 1)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function refuse(): never {
  throw misfit()
}

function misfit(): DocumentError {
  return new DocumentError('document.malformed')
}
