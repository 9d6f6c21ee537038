import { hashOf } from '#app/services/modules/digest.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { type Content, contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { type Answerable, scopeOf } from '#content-schema/scopes/scope.ts'
import type { Standing } from './approval.ts'

/** A draft or a revision as approvals are compared with it. Nothing is worked out before it is asked for. */
export function standingOf(db: Reader, content: Content): Standing {
  let module: Answerable | null = null
  const known = new Map<string, string>()
  return {
    digest: contentDigest(db, content),
    scopeDigest: (aspect) => {
      module ??= answerable(db, content)
      const digest = known.get(aspect) ?? hashOf(scopeOf(aspect, module))
      known.set(aspect, digest)
      return digest
    },
  }
}

/** All that somebody can answer for in a draft or a revision, with the rights known today. */
export function answerable(db: Reader, content: Content): Answerable {
  const whole = resolved(db, content)
  const rights = filesOf(db, whole).map(({ digest, rights }) => [digest, rights] as const)
  return {
    facts: content.facts,
    alignments: whole.alignments,
    doc: whole.document.doc,
    uses: whole.uses.map(({ target: { moduleId, facts } }) => ({
      ...{ moduleId, licence: facts.licence, authors: facts.authors },
    })),
    rights: Object.fromEntries(rights),
  }
}
