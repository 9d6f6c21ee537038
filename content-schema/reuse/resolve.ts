import type { Finding } from '../finding.ts'
import { mapNodes, type NodeJson, walk, withIdsFrom } from '../identity.ts'
import { derivedId } from './derived-id.ts'
import { elementIn, titled, withPages } from './placed.ts'
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
    if (!chosen) return refuse('reuse.no-node', outerId, target.title)
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

  /** A row takes the pages of its module; another reference takes elements of it. */
  function contentOf(node: NodeJson, target: T, way: Way): NodeJson[] | null {
    if (node.type === 'moduleRow') {
      const { content = [] } = documentOf(target.doc, way)
      return titled(content, String(node.attrs?.title || target.title))
    }
    const element = elementIn(target.doc, node)
    if (!element) return null
    return element.flatMap((each) => (isReference(each) ? replaced(each, way) : [each]))
  }

  function refuse(fault: ReuseFault, nodeId: string, title: string): NodeJson[] {
    found.faults.push({ code: fault, severity: 'blocks', nodeId, params: { title } })
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
