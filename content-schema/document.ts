import { Node } from 'prosemirror-model'
import { carriesId, type NodeJson, repeatedIds, walk } from './identity.ts'
import { marks, nodes, schema } from './schema.ts'
import { upgrades } from './upgrades/index.ts'

/** What a database row, an export and an import hold. */
export type StoredDocument = { format: number; doc: NodeJson }

/** The format this code writes; older documents are upgraded as they are read. */
export const currentFormat = upgrades.length + 1

/** A document nested deeper than this can only be hostile: a table in a callout needs twelve. */
export const deepest = 24

export type DocumentProblem =
  | 'document.malformed'
  | 'document.newer-format'
  | 'document.unknown-node'
  | 'document.unknown-mark'
  | 'document.invalid-content'
  | 'document.missing-id'
  | 'document.repeated-id'

/** Why a document was refused; `code` names a sentence, `params` what stands in it. */
export class DocumentError extends Error {
  constructor(
    readonly code: DocumentProblem,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}

/**
 * Reads a stored document, whatever its age: upgrades it, then checks every node, attribute and id.
 *
 * @throws DocumentError naming the first thing that does not fit
 */
export function readDocument(stored: unknown): Node {
  const { format, doc } = shape(stored)
  if (format > currentFormat) throw new DocumentError('document.newer-format', { format })
  const upgraded = upgrades.slice(format - 1).reduce((old, upgrade) => upgrade(old), doc)
  refuseUnknown(upgraded, 1)
  const node = build(upgraded)
  refuseBadIds(upgraded)
  return node
}

export function writeDocument(doc: Node): StoredDocument {
  return { format: currentFormat, doc: doc.toJSON() as NodeJson }
}

function shape(stored: unknown): StoredDocument {
  const { format, doc } = (stored ?? {}) as Partial<StoredDocument>
  const valid =
    Number.isInteger(format) && Number(format) >= 1 && typeof doc === 'object' && doc !== null
  if (!valid) throw new DocumentError('document.malformed')
  return stored as StoredDocument
}

function refuseUnknown(node: NodeJson, depth: number): void {
  if (typeof node?.type !== 'string' || depth > deepest)
    throw new DocumentError('document.malformed')
  if (!Object.hasOwn(nodes, node.type))
    throw new DocumentError('document.unknown-node', { name: node.type })
  for (const mark of listOf(node.marks)) {
    if (!Object.hasOwn(marks, mark?.type)) {
      throw new DocumentError('document.unknown-mark', { name: String(mark?.type) })
    }
  }
  for (const child of listOf(node.content)) refuseUnknown(child, depth + 1)
}

function listOf<T>(value: T[] | undefined): T[] {
  if (value !== undefined && !Array.isArray(value))
    throw new DocumentError('document.malformed')
  return value ?? []
}

function build(json: NodeJson): Node {
  try {
    const node = Node.fromJSON(schema, json)
    node.check()
    if (node.type !== schema.topNodeType)
      throw new RangeError(`${node.type.name} is not a document`)
    return node
  } catch (error) {
    throw new DocumentError('document.invalid-content', { reason: (error as Error).message })
  }
}

function refuseBadIds(doc: NodeJson): void {
  walk(doc, (node) => {
    if (carriesId(node.type) && !node.attrs?.id) {
      throw new DocumentError('document.missing-id', { name: node.type })
    }
  })
  const [repeated] = repeatedIds(doc)
  if (repeated) throw new DocumentError('document.repeated-id', { id: repeated })
}
