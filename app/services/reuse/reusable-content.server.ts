import { UserError } from '#app/http/user-error.ts'
import {
  findDraft,
  findRevision,
  type Reader,
} from '#app/services/modules/find-module.server.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { isReference } from '#content-schema/reuse/reference.ts'
import { schema } from '#content-schema/schema.ts'
import { resolved, usedModule } from './resolved.server.ts'
import { reusableEdition } from './reusable.server.ts'

/** An element that may be reused, as it stands in its module. */
export type ReusableElement = {
  /** By which it is reused. */
  id: string
  /** What is shown of it: several where it is a draw, none where what it reuses is gone. */
  nodes: NodeJson[]
  /** It stands in the one before it. */
  inside: boolean
}

/** The latest edition of a module, for whoever chooses something of it. */
export type ReusableContent = {
  moduleId: string
  title: string
  /** Whose it is, where it is another's; `null` for one's own. */
  organisation: string | null
  /** `major.minor`. */
  edition: string
  digest: string
  /** Identifier of a licence of the catalogue. */
  licence: string
  language: string
  pages: { id: string; title: string; elements: ReusableElement[] }[]
  competencies: { id: string; label: string }[]
  /** As it is written, for a draw to say what it would give. */
  doc: NodeJson
}

type Asked = { moduleId: string; organisationId: string; usedModuleId: string }

/**
 * What can be taken from a module into another.
 *
 * @param asked `moduleId` is the module that would take it
 * @throws UserError `reuse.unreachable` (404); as `findDraft` does
 */
export function readReusable(db: Reader, { usedModuleId, ...key }: Asked): ReusableContent {
  const { moduleId } = findDraft(db, key)
  const found = reusableEdition(db, { ...key, moduleId: usedModuleId, digest: null })
  if (typeof found === 'string' || found.withdrawn !== null || usedModuleId === moduleId)
    throw new UserError('reuse.unreachable', {}, 404)
  const revision = findRevision(db, found.revisionId)
  const { title, licence, language, kind } = revision.facts
  if (kind === 'path') throw new UserError('reuse.unreachable', {}, 404)
  const { organisation, doc } = usedModule(db, found.revisionId)
  const { document, origins } = resolved(db, revision)
  const shown = shownBy(document.doc, origins)
  return {
    ...{ moduleId: usedModuleId, title, licence, language, doc },
    ...{ edition: found.edition, digest: found.digest },
    organisation: organisation.id === key.organisationId ? null : organisation.name,
    pages: (doc.content ?? []).map(({ attrs, content = [] }) => ({
      id: String(attrs?.id),
      title: (content[0]?.content ?? []).map(({ text }) => text ?? '').join(''),
      elements: content.slice(1).flatMap((element) => elementsIn(element, shown)),
    })),
    competencies: revision.alignments.map(({ competencyId, label }) => ({
      id: competencyId,
      label,
    })),
  }
}

/** The element, then the questions that it asks together. */
function elementsIn(node: NodeJson, shown: Map<string, NodeJson[]>): ReusableElement[] {
  const id = String(node.attrs?.id)
  const nodes = shown.get(id) ?? []
  if (isBlank(node)) return []
  if (node.type !== 'evaluation') return [{ id, nodes, inside: false }]
  const questions = (node.content ?? []).filter(isQuestion).map((question) => ({
    ...{ id: String(question.attrs?.id), nodes: [question], inside: true },
  }))
  return [{ id, nodes, inside: false }, ...questions]
}

/** What stands in the resolved document for each element of the written one, by its id there. */
function shownBy(doc: NodeJson, origins: ReadonlyMap<string, string>) {
  const shown = new Map<string, NodeJson[]>()
  for (const page of doc.content ?? [])
    for (const node of (page.content ?? []).slice(1)) {
      const id = String(node.attrs?.id)
      const own = origins.get(id) ?? id
      shown.set(own, [...(shown.get(own) ?? []), node])
    }
  return shown
}

function isBlank({ type, content = [] }: NodeJson): boolean {
  return type === 'paragraph' && content.length === 0
}

function isQuestion(node: NodeJson): boolean {
  if (isReference(node)) return false
  return schema.nodes[node.type as keyof typeof schema.nodes]?.isInGroup('question') === true
}
