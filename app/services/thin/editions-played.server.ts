import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import {
  type Edition,
  findRevision,
  listEditions,
} from '#app/services/modules/find-module.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { questionsToRedo } from '#packaging/index.ts'

/** By first and last edition: what was published does not change. */
const known = new Map<string, Edition[]>()

/**
 * The editions that a thin package plays one after the other, from the one inside it to the one it
 * plays now: whoever began any of them loses nothing in those that follow. Others are passed over.
 */
export function editionsPlayed(bank: Bank, inside: Edition): Edition[] {
  const later = listEditions(bank, inside.moduleId)
    .reverse()
    .filter((each) => isAfter(each, inside))
  const key = `${inside.id} ${later.at(-1)?.id}`
  const played = known.get(key) ?? choose(bank, inside, later)
  if (known.size > 1000) known.clear()
  known.set(key, played)
  return played
}

function choose(bank: Bank, inside: Edition, later: Edition[]): Edition[] {
  const played = [inside]
  const documents = [documentOf(bank, inside)]
  for (const edition of later) {
    const document = documentOf(bank, edition)
    if (documents.some((before) => questionsToRedo(before, document) > 0)) continue
    played.push(edition)
    documents.push(document)
  }
  return played
}

export function documentOf(bank: Bank, { revisionId }: Edition): Node {
  return resolved(bank, findRevision(bank, revisionId)).doc
}

function isAfter(one: Edition, other: Edition): boolean {
  return one.major === other.major ? one.minor > other.minor : one.major > other.major
}

export function numberOf({ major, minor }: Edition): string {
  return `${major}.${minor}`
}
