import { canonicalJson } from '../canonical-json.ts'
import { hash53 } from '../hash53.ts'
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
  const digest = hash53(canonicalJson(held)).toString(36).padStart(11, '0')
  known.set(node, digest)
  return digest
}
