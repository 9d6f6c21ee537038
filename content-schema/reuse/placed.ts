import { type NodeJson, walk } from '../identity.ts'
import { schema } from '../schema.ts'
import { derivedId } from './derived-id.ts'
import { isReference } from './reference.ts'

type Replace = (node: NodeJson) => NodeJson[] | null

/**
 * A document whose references were replaced: the pages of a row stand between those around it, the
 * elements of another reference where it stood. A page of rows begins with a list of them where it
 * has a title and says nothing else; one that is left with nothing is left out, unless it is the only one.
 */
export function withPages(
  doc: NodeJson,
  replace: Replace,
  nameOf: (rowId: string) => string | undefined,
): NodeJson {
  const sections = doc.content ?? []
  const pages = sections.flatMap((section) => pagesOf(section, replace, nameOf))
  return { ...doc, content: pages.length > 0 ? pages : sections.slice(0, 1).map(blank) }
}

function pagesOf(
  section: NodeJson,
  replace: Replace,
  nameOf: (rowId: string) => string | undefined,
): NodeJson[] {
  const [title, ...elements] = section.content ?? []
  const rows = elements.filter(isRow)
  if (rows.length === 0) return [elementsReplaced(section, replace)]
  const pages: NodeJson[] = []
  let run: NodeJson[] = []
  const close = () => {
    if (title && run.some(isSaying)) pages.push(pageOf(section, title, run))
    run = []
  }
  for (const element of elements) {
    if (!isRow(element)) run.push(...within(element, replace))
    else {
      close()
      pages.push(...(replace(element) ?? []))
    }
  }
  close()
  const saysMore = elements.some((each) => !isRow(each) && isSaying(each))
  const names = rows.flatMap((row) => nameOf(String(row.attrs?.id)) ?? [])
  if (!title?.content?.length || saysMore || names.length === 0) return pages
  return [{ ...section, content: [title, listOf(names, String(section.attrs?.id))] }, ...pages]
}

function elementsReplaced(section: NodeJson, replace: Replace): NodeJson {
  const [title, ...elements] = section.content ?? []
  const content = elements.flatMap((element) => within(element, replace))
  if (content.length === 0) return blank(section)
  return { ...section, content: [...(title ? [title] : []), ...content] }
}

function isRow({ type }: NodeJson): boolean {
  return type === 'moduleRow'
}

function listOf(names: readonly string[], sectionId: string): NodeJson {
  const id = (place: string) => derivedId(sectionId, place)
  const items = names.map((text, index) => ({
    type: 'listItem',
    content: [
      {
        type: 'paragraph',
        attrs: { id: id(`name ${index}`) },
        content: [{ type: 'text', text }],
      },
    ],
  }))
  return { type: 'bulletList', attrs: { id: id('names') }, content: items }
}

/** References may also stand inside an element that holds others. */
export function within(node: NodeJson, replace: Replace): NodeJson[] {
  const own = replace(node)
  if (own) return own
  if (!node.content?.some((child) => isReference(child) || child.content)) return [node]
  const content = node.content.flatMap((child) => within(child, replace))
  return [{ ...node, content }]
}

/** What stands before the first row keeps the page's own id; what stands between others has its own. */
function pageOf(section: NodeJson, title: NodeJson, run: NodeJson[]): NodeJson {
  const [first] = (section.content ?? []).slice(1)
  const sectionId = String(section.attrs?.id)
  const id = run[0] === first ? sectionId : derivedId(sectionId, String(run[0]?.attrs?.id))
  return { ...section, attrs: { ...section.attrs, id }, content: [title, ...run] }
}

function isSaying(node: NodeJson): boolean {
  return node.type !== 'paragraph' || (node.content ?? []).length > 0
}

function blank(section: NodeJson): NodeJson {
  const [title] = section.content ?? []
  const id = derivedId(String(section.attrs?.id), 'blank')
  const paragraph = { type: 'paragraph', attrs: { id } }
  return { ...section, content: [...(title ? [title] : []), paragraph] }
}

/** The pages of a module under its title: an only page bears it alone. */
export function titled(sections: NodeJson[], title: string): NodeJson[] {
  const words = { type: 'text', text: title }
  return sections.map((section) => {
    const [own = { type: 'sectionTitle' }, ...elements] = section.content ?? []
    const named = own.content ?? []
    const content =
      sections.length === 1 || named.length === 0
        ? [words]
        : [{ type: 'text', text: `${title} · ` }, ...named]
    return { ...section, content: [{ ...own, content }, ...elements] }
  })
}

/** The element that a reference names, without links to what stays behind; `null` where it is not there. */
export function elementIn(doc: NodeJson, { attrs }: NodeJson): NodeJson[] | null {
  let found: NodeJson | null = null
  walk(doc, (node) => {
    if (node.attrs?.id === attrs?.nodeId && mayStandAlone(node)) found = node
  })
  return found === null ? null : [withoutWaysOut(found)]
}

/** A row is a whole module, and stands in paths alone. */
function mayStandAlone(node: NodeJson): boolean {
  if (isRow(node)) return false
  const known = schema.nodes[node.type as keyof typeof schema.nodes]
  return (
    known !== undefined &&
    schema.nodes.section.contentMatch.matchType(schema.nodes.sectionTitle)?.matchType(known) !=
      null
  )
}

export function withoutWaysOut(node: NodeJson): NodeJson {
  const inside = new Set<string>()
  walk(node, ({ attrs }) => attrs?.id && inside.add(String(attrs.id)))
  const staying = (href: string) => !href.startsWith('#') || inside.has(href.slice(1))
  const trimmed = (each: NodeJson): NodeJson => ({
    ...each,
    ...(each.marks && {
      marks: each.marks.filter(
        ({ type, attrs }) => type !== 'link' || staying(String(attrs?.href ?? '')),
      ),
    }),
    ...(each.content && { content: each.content.map(trimmed) }),
  })
  return trimmed(node)
}
