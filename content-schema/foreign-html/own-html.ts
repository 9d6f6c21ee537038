import { schema } from '../schema.ts'

export function isOwnNode(name: string): boolean {
  return Object.hasOwn(
    schema.nodes,
    name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
  )
}

/**
 * Whether HTML was copied from an editor of ours: it says where it was cut, its nodes carry ids, and
 * none is of a kind that we do not have.
 */
export function isOwnHtml(body: Element): boolean {
  if (!body.querySelector('[data-pm-slice]')) return false
  const named = [...body.querySelectorAll('[data-node]')]
  const known = named.every((each) => isOwnNode(each.getAttribute('data-node') ?? ''))
  return known && (named.length > 0 || body.querySelector('[data-id]') !== null)
}
