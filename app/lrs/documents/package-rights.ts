import { parseActivity } from '#content-schema/statements/activities.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import type { Credential } from '../credentials.server.ts'
import { Refusal } from '../http/refusal.ts'
import type { Asked } from './place.ts'

/**
 * A package's key is in the hands of all its learners: it opens one state at a time, of the
 * package's own module, under a pseudonym that nobody can guess. Statements under a name are
 * stored under a pseudonym made from it; states are refused, since whoever knows a colleague's
 * address could otherwise read what is kept under it.
 *
 * @throws Refusal 403
 */
export function checkPackageRights(
  { moduleId }: Credential,
  { place, documentId }: Asked,
  iriBase: string,
): void {
  const refuse = (rule: string): never => {
    throw new Refusal(403, 'credential.scope', `the key of a package ${rule}`)
  }
  if (place.kind !== 'state') refuse('only reads and writes states')
  if (documentId === null) refuse('asks for one state, by its stateId')
  const ofModule = parseActivity(iriBase, place.activityId)?.moduleId
  if (ofModule === undefined || ofModule !== moduleId) refuse('only keeps states of its module')
  const { homePage, name } = place.agent?.account ?? {}
  if (homePage !== pseudonymHome || !/^[0-9a-f]{32,64}$/.test(name ?? '')) {
    refuse('only keeps states of pseudonyms')
  }
}
