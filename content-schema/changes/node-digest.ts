import { canonicalJson } from '../canonical-json.ts'
import type { NodeJson } from '../identity.ts'

const known = new WeakMap<NodeJson, string>()

/**
 * Says in eleven characters what a node holds, so that two that differ are told apart without
 * sending either. Remembered by object, so that a change costs the nodes it is in: a node given
 * here must not be modified afterwards.
 *
 * 53 bits, not cryptographic: it guards against a slip, not against a member of the organisation,
 * who may write the module anyway.
 */
export function nodeDigest(node: NodeJson): string {
  const before = known.get(node)
  if (before) return before
  const { content, ...own } = node
  const held = content ? { ...own, content: content.map(nodeDigest) } : own
  const digest = hash(canonicalJson(held)).toString(36).padStart(11, '0')
  known.set(node, digest)
  return digest
}

/** @see cyrb53 by bryc, public domain */
function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
