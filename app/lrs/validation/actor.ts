import { checkIri } from './iri.ts'
import { checkEach, checkObject, checkString, type Json, refuse } from './shape.ts'

const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const
const agentKeys = new Set(['objectType', 'name', ...identifiers])
const groupKeys = new Set([...agentKeys, 'member'])
const accountKeys = new Set(['homePage', 'name'])

/** An Agent or a Group. @see xAPI 1.0.3, Data 2.4.2 */
export function checkActor(value: unknown, path: string): void {
  if ((value as Json | null)?.objectType === 'Group') checkGroup(value, path)
  else checkAgent(value, path)
}

/** Exactly one inverse functional identifier: with two, statements could not be told whose. */
export function checkAgent(value: unknown, path: string): asserts value is Json {
  checkObject(value, path, agentKeys)
  if ('objectType' in value && value.objectType !== 'Agent') {
    refuse(`${path}.objectType`, 'must be Agent or Group')
  }
  if (checkIdentifiers(value, path) !== 1) refuse(path, 'must have exactly one identifier')
}

/** One identifier, or none and then members. */
export function checkGroup(value: unknown, path: string): asserts value is Json {
  checkObject(value, path, groupKeys)
  if (value.objectType !== 'Group') refuse(`${path}.objectType`, 'must be Group')
  const count = checkIdentifiers(value, path)
  if (count > 1) refuse(path, 'must have at most one identifier')
  if ('member' in value) checkEach(value.member, `${path}.member`, checkAgent)
  if (count === 0 && !(value.member as unknown[] | undefined)?.length) {
    refuse(`${path}.member`, 'must not be empty in a group without an identifier')
  }
}

/** @returns how many there are */
function checkIdentifiers(actor: Json, path: string): number {
  if ('name' in actor) checkString(actor.name, `${path}.name`)
  let count = 0
  for (const identifier of identifiers) {
    if (!(identifier in actor)) continue
    count += 1
    checkIdentifier[identifier](actor[identifier], `${path}.${identifier}`)
  }
  return count
}

const checkIdentifier = {
  mbox(value: unknown, path: string) {
    checkString(value, path)
    if (!/^mailto:[^\s@<>]+@[^\s@<>]+$/.test(value))
      refuse(path, 'must be mailto: and an address')
  },
  mbox_sha1sum(value: unknown, path: string) {
    checkString(value, path)
    if (!/^[0-9a-f]{40}$/i.test(value)) refuse(path, 'must be a SHA-1 in hexadecimal')
  },
  openid: checkIri as (value: unknown, path: string) => void,
  account(value: unknown, path: string) {
    checkObject(value, path, accountKeys)
    checkIri(value.homePage, `${path}.homePage`)
    checkString(value.name, `${path}.name`)
    if (value.name === '') refuse(`${path}.name`, 'must not be empty')
  },
}
