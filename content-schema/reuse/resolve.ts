import type { Finding } from '../finding.ts'
import { mapNodes, type NodeJson, walk, withIdsFrom } from '../identity.ts'
import { derivedId } from './derived-id.ts'
import { drawFrom, readDraw } from './draw.ts'
import { elementIn, titled, within, withoutWaysOut, withPages } from './placed.ts'
import { isReference, type Reference, readReference } from './reference.ts'

/** A revision that a reference leads to. */
export type Target = {
  moduleId: string
  revisionId: string
  /** SHA-256 of the revision. */
  digest: string
  title: string
  /** In the format of this program. */
  doc: NodeJson
}

/** Why a reference leads nowhere: codes of findings. */
export type ReuseFault =
  | 'reuse.missing'
  | 'reuse.private'
  | 'reuse.unpublished'
  | 'reuse.no-node'
  | 'reuse.no-question'
  | 'reuse.few-questions'
  | 'reuse.cycle'
  | 'reuse.too-large'
export type Answer<T> = T | { fault: ReuseFault; title?: string }

/** What a reference leads to; `holder` is the revision it stands in, `null` for the document itself. */
export type Lookup<T> = (reference: Reference, holder: string | null) => Answer<T>

/** A target with the reference that leads to it, and the one of the document itself above that. */
export type Resolved<T> = { reference: Reference; outerId: string; target: T }

export type Resolution<T> = {
  /** Without any reference. */
  doc: NodeJson
  /** Each reference that was replaced, those inside others too, in order. */
  uses: Resolved<T>[]
  faults: Finding[]
  /** The reference of the document itself that each reused node came by. */
  origins: Map<string, string>
  /** Ids of the nodes that came by an optional row. */
  optional: Set<string>
}

/** The document that is resolved: nothing of it may stand in what it reuses. */
type Root = { moduleId: string; title: string; doc: NodeJson }
type Way = {
  holder: string | null
  outerId: string | null
  modules: { id: string; title: string }[]
}

/** More nodes than this are no module any more: 200 modules of 60 nodes and their parts have a third. */
export const mostNodes = 120_000

/**
 * Replaces every reference by what it points to, deep, each exactly once. What cannot be reached is
 * left out and said; a module that would stand in itself is refused with the loop it makes.
 */
export function resolve<T extends Target>(root: Root, lookup: Lookup<T>): Resolution<T> {
  const found: Resolution<T> = {
    ...{ doc: root.doc, uses: [], faults: [], origins: new Map(), optional: new Set() },
  }
  const names = new Map<string, string>()
  let nodes = 0
  const own = { id: root.moduleId, title: root.title }
  const doc = documentOf(root.doc, { holder: null, outerId: null, modules: [own] })
  return { ...found, doc }

  function documentOf(whole: NodeJson, way: Way): NodeJson {
    const replace = (node: NodeJson) => (isReference(node) ? replaced(node, way) : null)
    return withPages(whole, replace, (rowId) => names.get(rowId))
  }

  function replaced(node: NodeJson, way: Way): NodeJson[] {
    const reference = readReference(node)
    const outerId = way.outerId ?? reference.id
    const target = reached(reference, way, outerId)
    if (!target) return []
    found.uses.push({ reference, outerId, target })
    names.set(reference.id, String(node.attrs?.title || target.title))
    const modules = [...way.modules, { id: target.moduleId, title: target.title }]
    const inner = { holder: target.revisionId, outerId, modules }
    const chosen = contentOf(node, target, inner)
    const placed = withIdsFrom(chosen, (id) => derivedId(reference.id, id))
    if (way.outerId === null) remember(placed, reference.id, node.attrs?.required === false)
    return node.attrs?.required === false ? placed.map(relaxed) : placed
  }

  function reached(reference: Reference, way: Way, outerId: string): T | null {
    const title = way.modules.at(-1)?.title ?? ''
    const loop = way.modules.findIndex(({ id }) => id === reference.moduleId)
    if (loop >= 0) {
      const names = [...way.modules.slice(loop), way.modules[loop]!].map((each) => each.title)
      refuse('reuse.cycle', outerId, names.join(' → '))
      return null
    }
    const answer = lookup(reference, way.holder)
    if ('fault' in answer) {
      refuse(answer.fault, outerId, answer.title ?? reference.moduleId)
      return null
    }
    walk(answer.doc, () => (nodes += 1))
    if (nodes <= mostNodes) return answer
    refuse('reuse.too-large', outerId, title)
    return null
  }

  /** A row takes the pages of its module, a draw questions of it, another reference an element. */
  function contentOf(node: NodeJson, target: T, way: Way): NodeJson[] {
    if (node.type === 'moduleRow') {
      const { content = [] } = documentOf(target.doc, way)
      return titled(content, String(node.attrs?.title || target.title))
    }
    if (node.type === 'questionDraw') return drawnFor(node, target, way)
    const element = elementIn(target.doc, node)
    if (!element) return refuse('reuse.no-node', way.outerId ?? '', target.title)
    const replace = (each: NodeJson) => (isReference(each) ? replaced(each, way) : null)
    return element.flatMap((each) => within(each, replace)).map((each) => settled(each, node))
  }

  function drawnFor(node: NodeJson, target: T, { outerId }: Way): NodeJson[] {
    const draw = readDraw(node)
    const drawn = drawFrom(target.doc, draw, target.digest)
    const { length: found } = drawn
    if (found === 0) return refuse('reuse.no-question', outerId ?? '', target.title)
    if (found < draw.count)
      refuse('reuse.few-questions', outerId ?? '', target.title, { found, wanted: draw.count })
    return drawn.map(withoutWaysOut)
  }

  function refuse(
    code: ReuseFault,
    nodeId: string,
    title: string,
    more: Record<string, number> = {},
  ): NodeJson[] {
    found.faults.push({ code, severity: 'blocks', nodeId, params: { title, ...more } })
    return []
  }

  function remember(placed: NodeJson[], referenceId: string, isOptional: boolean): void {
    for (const node of placed)
      walk(node, ({ attrs }) => {
        if (!attrs?.id) return
        found.origins.set(String(attrs.id), referenceId)
        if (isOptional) found.optional.add(String(attrs.id))
      })
  }
}

/** What a place settles of an element: whether it has to be done, and what it is worth; never what it says. */
function settled(element: NodeJson, { attrs = {} }: NodeJson): NodeJson {
  const { required, points } = element.attrs ?? {}
  const own = {
    ...(typeof required === 'boolean' &&
      (attrs.required === 'yes' || attrs.required === 'no') && {
        required: attrs.required === 'yes',
      }),
    ...(typeof points === 'number' &&
      Number(attrs.points) > 0 && { points: Number(attrs.points) }),
  }
  return { ...element, attrs: { ...element.attrs, ...own } }
}

/** Nothing of an optional row has to be done. */
function relaxed(node: NodeJson): NodeJson {
  return mapNodes(node, (each) =>
    each.attrs?.required === true
      ? { ...each, attrs: { ...each.attrs, required: false } }
      : each,
  )
}

/** Findings on what was reused lead to the reference it came by: what is inside is not its author's. */
export function ledToReferences(
  findings: readonly Finding[],
  origins: ReadonlyMap<string, string>,
): Finding[] {
  return findings.map((finding) => {
    const reference = finding.nodeId === null ? undefined : origins.get(finding.nodeId)
    return reference ? { ...finding, nodeId: reference } : finding
  })
}
