import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** A node as JSON, before or after it is checked. */
export type NodeJson = {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

const letters = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Ten random characters of `0-9a-z`: one in 3.6 × 10¹⁵, unique enough for the nodes of a module. */
export function newId(): string {
  // 252 is the largest multiple of 36 that a byte can hold: above it, a letter would come more often.
  const bytes = [...crypto.getRandomValues(new Uint8Array(32))].filter((byte) => byte < 252)
  const id = bytes.slice(0, 10).map((byte) => letters[byte % 36])
  return id.length === 10 ? id.join('') : newId()
}

export function carriesId(typeName: string): boolean {
  const type = schema.nodes[typeName as keyof typeof schema.nodes]
  return type?.spec.attrs?.id !== undefined
}

const inlineWithIds = Object.values(schema.nodes)
  .filter(({ isInline, name }) => isInline && carriesId(name))
  .map(({ name }) => name)

/** Whether nodes with an id can stand in this one: among words, only gaps have one. */
export function mayHoldIds({ type }: Node): boolean {
  if (!type.inlineContent) return true
  const { nodes } = type.schema
  return inlineWithIds.some((name) => nodes[name] && type.contentMatch.matchType(nodes[name]))
}

/** Gives an id to each node that should have one and has none; those that have one keep it. */
export function withIds(node: NodeJson): NodeJson {
  return mapNodes(node, (each) =>
    carriesId(each.type) && !each.attrs?.id
      ? { ...each, attrs: { ...each.attrs, id: newId() } }
      : each,
  )
}

/**
 * A copy with an id of its own for every node; links inside the copy follow.
 * For a duplicate, a paste from elsewhere, a module made from another.
 */
export function withNewIds(nodes: NodeJson[]): NodeJson[] {
  return withIdsFrom(nodes, newId)
}

/** A copy whose ids are made from those there were; links inside the copy follow. */
export function withIdsFrom(nodes: NodeJson[], idFrom: (id: string) => string): NodeJson[] {
  const renewed = new Map<string, string>()
  for (const node of nodes)
    walk(
      node,
      ({ attrs }) => attrs?.id && renewed.set(String(attrs.id), idFrom(String(attrs.id))),
    )
  return nodes.map((node) => mapNodes(node, (each) => renew(each, renewed)))
}

/** Ids that stand on more than one node of these trees, in the order they are met. */
export function repeatedIds(node: NodeJson): string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  walk(node, (each) => {
    const id = each.attrs?.id
    if (typeof id !== 'string' || id === '') return
    if (seen.has(id)) repeated.add(id)
    seen.add(id)
  })
  return [...repeated]
}

export function walk(node: NodeJson, visit: (node: NodeJson) => void): void {
  visit(node)
  for (const child of node.content ?? []) walk(child, visit)
}

export function mapNodes(node: NodeJson, change: (node: NodeJson) => NodeJson): NodeJson {
  const changed = change(node)
  if (!changed.content) return changed
  return { ...changed, content: changed.content.map((child) => mapNodes(child, change)) }
}

/** Attributes that name another node of a copy name its copy: where a choice leads, for example. */
export function redirected(
  attrs: Record<string, unknown>,
  renewed: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => {
      const target = name !== 'id' && typeof value === 'string' ? renewed.get(value) : undefined
      return [name, target ?? value]
    }),
  )
}

function renew(node: NodeJson, renewed: Map<string, string>): NodeJson {
  const id = node.attrs?.id
  const attrs = id
    ? { ...redirected(node.attrs ?? {}, renewed), id: renewed.get(String(id)) }
    : null
  const withId = attrs ? { ...node, attrs } : node
  if (!withId.marks) return withId
  const marks = withId.marks.map((mark) => {
    const target = renewed.get(String(mark.attrs?.href ?? '').slice(1))
    return mark.type === 'link' && target
      ? { ...mark, attrs: { ...mark.attrs, href: `#${target}` } }
      : mark
  })
  return { ...withId, marks }
}
