import { Readable } from 'node:stream'
import { UserError } from '#app/http/user-error.ts'
import { keepSaid } from '#app/services/assets/found-rights.server.ts'
import { type AssetStore, storeAsset } from '#app/services/assets/store-asset.server.ts'
import type { Draft, ModuleKey } from '#app/services/modules/find-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { type NodeJson, walk, withIds } from '#content-schema/identity.ts'
import type { Imported } from '#packaging/import/imported.ts'

export type NewImport = ModuleKey & {
  imported: Imported
  /** Of the file. */
  fileName: string
  personId: string
  now: Date
}

/**
 * Adds what a file gave at the end of a draft, in one save; its images are stored first, their
 * rights unknown until somebody says; what the file says of them is proposed. An image that cannot be stored keeps its place, empty.
 *
 * @throws UserError `import.refused` when there is nothing to add; the draft stays as it was
 */
export async function addImport(store: AssetStore, request: NewImport): Promise<void> {
  const { imported } = request
  if (imported.sections.length === 0) throw new UserError('import.refused')
  const digests = await storeFiles(store, request)
  const sections = imported.sections.map((section) => withFiles(section, digests))
  saveDraft(store.bank, {
    ...request,
    baseVersion: null,
    change: ({ document }: Draft) => ({ document: withSections(document, sections) }),
  })
}

async function storeFiles(
  store: AssetStore,
  { imported, fileName: from, organisationId, personId, now }: NewImport,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>()
  for (const { nodeId, name, bytes } of imported.files) {
    const stream = Readable.from([bytes])
    try {
      const upload = { stream, fileName: name, organisationId, personId, now }
      const { digest } = await storeAsset(store, upload)
      digests.set(nodeId, digest)
      const { rights } = imported
      if (rights) keepSaid(store.bank, { digest, organisationId, said: { ...rights, from } })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  }
  return digests
}

function withFiles(section: NodeJson, digests: ReadonlyMap<string, string>): NodeJson {
  const copy = structuredClone(withIds(section))
  walk(copy, (node) => {
    const digest = digests.get(String(node.attrs?.id))
    if (digest) node.attrs = { ...node.attrs, asset: digest }
  })
  return copy
}

/** A module that nobody has begun to write holds nothing but the import. */
function withSections(document: StoredDocument, sections: NodeJson[]): StoredDocument {
  const before = isBlank(document.doc) ? [] : (document.doc.content ?? [])
  return { ...document, doc: { ...document.doc, content: [...before, ...sections] } }
}

function isBlank(doc: NodeJson): boolean {
  let blank = doc.content?.length === 1
  walk(doc, ({ type, text }) => {
    if (text || !['doc', 'section', 'sectionTitle', 'paragraph'].includes(type)) blank = false
  })
  return blank
}
