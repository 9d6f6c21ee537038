import { randomUUID } from 'node:crypto'
import type { Credential } from '../credentials.server.ts'
import type { Version } from '../http/version.ts'
import type {
  ContextPlace,
  StatementParts,
  StoredStatement,
  XapiActivity,
  XapiActor,
  XapiStatement,
} from './xapi-statement.ts'

/**
 * A statement as it will be compared and stored: with an id, and context activities as arrays.
 *
 * @see xAPI 1.0.3, Data 2.4.6.2: a single Activity is returned as an array of one
 */
export function withId(
  statement: XapiStatement,
  version: Version,
): XapiStatement & { id: string; version: string } {
  const { id = randomUUID(), ...told } = withActivityArrays(statement)
  return { id, version: oldest[version], ...told }
}

/** What a statement that says nothing of its version is. */
const oldest: Record<Version, string> = { '1.0.3': '1.0.0', '2.0.0': '2.0.0' }

/**
 * Adds what the server says: who asserts it and when it was stored. Told values are replaced.
 */
export function completed(
  statement: XapiStatement & { id: string; version: string },
  authority: XapiActor,
  storedAt: number,
): StoredStatement {
  const stored = new Date(storedAt).toISOString()
  const { timestamp = stored, version, ...told } = statement
  return { ...told, timestamp, stored, authority, version }
}

/** The credential that wrote it stands for who asserts it: the server checked nothing else. */
export function authorityOf(credential: Credential, iriBase: string): XapiActor {
  return { objectType: 'Agent', account: { homePage: iriBase, name: credential.key } }
}

function withActivityArrays<Parts extends StatementParts>(parts: Parts): Parts {
  const object = parts.object
  const withObject =
    object.objectType === 'SubStatement'
      ? { ...parts, object: withActivityArrays(object) }
      : parts
  const places = parts.context?.contextActivities
  if (!places) return withObject
  const contextActivities = Object.fromEntries(
    Object.entries(places).map(([place, activities]) => [place, [activities].flat()]),
  ) as Record<ContextPlace, XapiActivity[]>
  return { ...withObject, context: { ...parts.context, contextActivities } }
}
