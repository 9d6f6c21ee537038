import { acceptable } from '#app/services/modules/acceptable-document.server.ts'
import { findDraft, type Reader } from '#app/services/modules/find-module.server.ts'
import { currentFormat, writeDocument } from '#content-schema/document.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { readReference } from '#content-schema/reuse/reference.ts'
import { usesFindings } from '#content-schema/reuse/uses-findings.ts'
import { resolved, type UsedModule } from './resolved.server.ts'
import { reusableEdition } from './reusable.server.ts'
import { setAsideOf } from './updates.server.ts'

/** What a reference in a module's text leads to now, for whoever writes that module. */
export type Reused = {
  /** What stands in its place; none where it leads nowhere. */
  nodes: NodeJson[]
  findings: Finding[]
  /** The module that it leads to; `null` where that cannot be reached. */
  from: {
    moduleId: string
    title: string
    /** Whose it is, where it is another's; `null` for one's own. */
    organisation: string | null
    /** `major.minor`. */
    edition: string
    digest: string
  } | null
  /** All of it is the organisation's own: a copy would leave out nobody's name. */
  mayCopy: boolean
  /** A later edition in which what is shown is not the same; `null` where there is none, or it was set aside. */
  later: { edition: string; digest: string } | null
  /** The latest edition there is, which one pins to who stops following; `null` where there is none. */
  latest: { edition: string; digest: string } | null
}

type Asked = { moduleId: string; organisationId: string; node: NodeJson }

/**
 * Reads one reference as the text of a module would have it.
 *
 * @throws UserError when it is no reference that could stand there; as `findDraft` does
 */
export function readReused(db: Reader, { node, ...key }: Asked): Reused {
  const draft = findDraft(db, key)
  const reference = readReference(node)
  const show = (one: NodeJson) => {
    const document = { format: currentFormat, doc: around(one) }
    return resolved(db, { ...draft, document: writeDocument(acceptable(document)) })
  }
  const nodesIn = ({ doc }: ReturnType<typeof show>) => doc.firstChild!.children.slice(1)
  const now = show(node)
  const target = now.uses.find(({ outerId }) => outerId === reference.id)?.target
  const latest = reusableEdition(db, { ...key, moduleId: reference.moduleId, digest: null })
  const there = typeof latest === 'string' || latest.withdrawn !== null ? null : latest
  const decided = setAsideOf(db, draft.moduleId).get(reference.id)
  const isSetAside = decided && [null, there?.digest].includes(decided.digest)
  const isLater = target && there && there.digest !== target.digest && !isSetAside
  const changed =
    isLater &&
    !same(nodesIn(now), nodesIn(show({ ...node, attrs: { ...node.attrs, follows: true } })))
  const named = there && { edition: there.edition, digest: there.digest }
  return {
    nodes: now.uses.length > 0 ? nodesIn(now).map((each) => each.toJSON()) : [],
    findings: usesFindings(now),
    from: target
      ? {
          ...{ moduleId: target.moduleId, title: target.title, edition: target.edition },
          digest: target.digest,
          organisation:
            target.organisation.id === key.organisationId ? null : target.organisation.name,
        }
      : null,
    mayCopy: now.uses.length > 0 && now.uses.every(({ target }) => isOwn(target, key)),
    later: changed ? named : null,
    latest: named,
  }
}

function isOwn(
  { organisation, origin }: UsedModule,
  { organisationId }: Pick<Asked, 'organisationId'>,
): boolean {
  return organisation.id === organisationId && origin === null
}

function around(node: NodeJson): NodeJson {
  const section = { type: 'section', attrs: { id: 'page000000' } }
  return { type: 'doc', content: [{ ...section, content: [{ type: 'sectionTitle' }, node] }] }
}

function same(before: readonly { eq: (other: never) => boolean }[], now: readonly unknown[]) {
  return (
    before.length === now.length && before.every((each, index) => each.eq(now[index] as never))
  )
}
