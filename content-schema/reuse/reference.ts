import { mapNodes, type NodeJson, walk } from '../identity.ts'

export const referenceTypes = ['moduleRow', 'reuse', 'questionDraw'] as const
export type ReferenceType = (typeof referenceTypes)[number]

/** A place of a document where another module stands, whole or in part. */
export type Reference = {
  id: string
  type: ReferenceType
  moduleId: string
  /** The element that is reused; `null` where it is the module, or what is drawn from it. */
  nodeId: string | null
  /** Whether it takes the latest edition; otherwise the one of `digest`. */
  follows: boolean
  /** `major.minor` and SHA-256 of the revision that a person last saw. */
  edition: string
  digest: string
}

export function isReference({ type }: Pick<NodeJson, 'type'>): boolean {
  return referenceTypes.some((each) => each === type)
}

/** The references that stand in a document itself, in order. */
export function referencesOf(doc: NodeJson): Reference[] {
  const found: Reference[] = []
  walk(doc, (node) => {
    if (isReference(node)) found.push(readReference(node))
  })
  return found
}

export function readReference({ type, attrs = {} }: NodeJson): Reference {
  return {
    id: String(attrs.id ?? ''),
    type: type as ReferenceType,
    moduleId: String(attrs.moduleId ?? ''),
    nodeId: typeof attrs.nodeId === 'string' ? attrs.nodeId : null,
    follows: attrs.follows === true,
    edition: String(attrs.edition ?? ''),
    digest: String(attrs.digest ?? ''),
  }
}

/** A document whose references lead to modules by other ids: where the same modules stand elsewhere. */
export function referringTo(doc: NodeJson, idThere: (moduleId: string) => string): NodeJson {
  return mapNodes(doc, (node) => {
    if (!isReference(node)) return node
    const { moduleId } = readReference(node)
    return { ...node, attrs: { ...node.attrs, moduleId: idThere(moduleId) } }
  })
}
