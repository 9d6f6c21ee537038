import { identifierOf } from '../statements/identifier.ts'
import type { XapiActor } from '../statements/xapi-statement.ts'
import { checkActor } from '../validation/actor.ts'
import { checkIri } from '../validation/iri.ts'
import { timestampMs } from '../validation/timestamp.ts'
import { isUuid } from '../validation/uuid.ts'
import { Refusal } from './refusal.ts'

/** @throws Refusal 400 */
export function refuseParameter(name: string, rule: string): never {
  throw new Refusal(400, 'request.parameter', `${name} ${rule}`)
}

/** @throws Refusal 400 on a parameter that is not among these, or that is given twice */
export function onlyParameters(query: URLSearchParams, known: ReadonlySet<string>): void {
  const names = [...query.keys()]
  for (const name of names) {
    if (!known.has(name)) refuseParameter(name, 'is not a parameter of this resource')
  }
  if (new Set(names).size < names.length) refuseParameter('a parameter', 'is given twice')
}

/** An Agent, or a Group that has an identifier, as JSON. */
export function readActor(query: URLSearchParams, name: string): XapiActor | null {
  const value = query.get(name)
  if (value === null) return null
  const actor = parseJson(value, name)
  checkActor(actor, name)
  const read = actor as XapiActor
  if (identifierOf(read) === null) refuseParameter(name, 'must have an identifier')
  return read
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuseParameter(name, 'must be JSON')
  }
}

export function readIri(query: URLSearchParams, name: string): string | null {
  const value = query.get(name)
  if (value !== null) checkIri(value, name)
  return value
}

export function readUuid(query: URLSearchParams, name: string): string | null {
  const value = query.get(name)
  if (value !== null && !isUuid(value)) refuseParameter(name, 'must be a UUID')
  return value
}

export function readTimestamp(query: URLSearchParams, name: string): number | null {
  const value = query.get(name)
  if (value === null) return null
  // A plus that was not escaped comes as a space.
  const time = timestampMs(value.replace(' ', '+'))
  return time ?? refuseParameter(name, 'must be an ISO 8601 date and time')
}
