import { mapNodes, type NodeJson, newId, walk } from '../identity.ts'

/**
 * A document with one page or one element as it was in another state: in the place of what it became,
 * or where it stood then; on a page of its own where its page is gone. `null` where that state has none.
 */
export function restored(doc: NodeJson, source: NodeJson, nodeId: string): NodeJson | null {
  const pages = doc.content ?? []
  const oldPage = (source.content ?? []).find(
    (page) => idOf(page) === nodeId || page.content?.some((each) => idOf(each) === nodeId),
  )
  if (!oldPage) return null
  if (idOf(oldPage) === nodeId) return withPage(doc, oldPage, pagesBefore(source, nodeId))
  const old = oldPage.content!.find((each) => idOf(each) === nodeId)!
  if (has(doc, nodeId)) return mapNodes(doc, (node) => (idOf(node) === nodeId ? old : node))
  const home = pages.find((page) => idOf(page) === idOf(oldPage))
  if (!home) {
    const [title = { type: 'sectionTitle' }] = oldPage.content ?? []
    const page = { ...oldPage, content: [title, old] }
    return withPage(doc, page, pagesBefore(source, idOf(oldPage) ?? ''))
  }
  const before = oldPage.content!.slice(0, oldPage.content!.indexOf(old)).map(idOf)
  const content = inserted(home.content ?? [], old, before, 1)
  return { ...doc, content: pages.map((page) => (page === home ? { ...home, content } : page)) }
}

function withPage(doc: NodeJson, page: NodeJson, before: (string | undefined)[]): NodeJson {
  // What stands elsewhere now stays there: an id is there once.
  const pages = (doc.content ?? []).map(emptied(page))
  const there = pages.some((each) => idOf(each) === idOf(page))
  if (there)
    return { ...doc, content: pages.map((each) => (idOf(each) === idOf(page) ? page : each)) }
  return { ...doc, content: inserted(pages, page, before, 0) }
}

/** Takes out of other pages what the restored one holds; a page is never left without an element. */
function emptied(page: NodeJson) {
  const held = new Set((page.content ?? []).flatMap((each) => idOf(each) ?? []))
  return (other: NodeJson): NodeJson => {
    if (idOf(other) === idOf(page)) return other
    const [title, ...elements] = other.content ?? []
    const left = elements.filter((each) => !held.has(idOf(each) ?? ''))
    if (left.length === elements.length) return other
    const filled = left.length > 0 ? left : [{ type: 'paragraph', attrs: { id: newId() } }]
    return { ...other, content: [...(title ? [title] : []), ...filled] }
  }
}

/** After the last of those that stood before it and are still there. */
function inserted(
  nodes: NodeJson[],
  node: NodeJson,
  before: (string | undefined)[],
  first: number,
): NodeJson[] {
  const known = new Set(before)
  const last = nodes.findLastIndex((each) => idOf(each) !== undefined && known.has(idOf(each)))
  const at = Math.max(first, last + 1)
  return [...nodes.slice(0, at), node, ...nodes.slice(at)]
}

function pagesBefore(source: NodeJson, pageId: string): (string | undefined)[] {
  const ids = (source.content ?? []).map(idOf)
  return ids.slice(0, ids.indexOf(pageId))
}

function has(doc: NodeJson, id: string): boolean {
  let found = false
  walk(doc, (node) => {
    if (idOf(node) === id) found = true
  })
  return found
}

function idOf({ attrs }: NodeJson): string | undefined {
  return typeof attrs?.id === 'string' ? attrs.id : undefined
}
