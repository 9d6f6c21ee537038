import { createHmac, randomBytes } from 'node:crypto'
import type { StatementsDb } from '#app/db/client.server.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import { identifierOf } from './statements/identifier.ts'
import { mapActors } from './statements/map-actors.ts'
import type { XapiActor, XapiStatement } from './statements/xapi-statement.ts'

/**
 * Replaces what names people by pseudonyms, before anything is stored. The same person gets the
 * same pseudonym in an organisation and another in the next: each has its own random key, kept
 * in `pseudonym_keys`. Whoever holds no key cannot find a person by trying names.
 */
export function pseudonymiser(
  statements: StatementsDb,
): (organisationId: string, statement: XapiStatement) => XapiStatement {
  const keyOf = pseudonymKeys(statements)
  return (organisationId, statement) =>
    mapActors(statement, (actor) => pseudonymous(actor, () => keyOf(organisationId)))
}

/** The pseudonym under which an organisation stores somebody whom a package named. */
export function pseudonymOf(
  statements: StatementsDb,
  organisationId: string,
  actor: XapiActor,
): XapiActor {
  return pseudonymous(actor, () => pseudonymKeys(statements)(organisationId))
}

function pseudonymous(actor: XapiActor, key: () => Buffer): XapiActor {
  const { name: _name, member, ...rest } = actor
  const identifier = identifierOf(actor)
  if (identifier === null) {
    return { ...rest, ...(member && { member: member.map((each) => pseudonymous(each, key)) }) }
  }
  const objectType = actor.objectType && { objectType: actor.objectType }
  if (actor.account?.homePage === pseudonymHome)
    return { ...objectType, account: actor.account }
  const name = createHmac('sha256', key()).update(identifier).digest('hex')
  return { ...objectType, account: { homePage: pseudonymHome, name } }
}

function pseudonymKeys(statements: StatementsDb): (organisationId: string) => Buffer {
  const add = statements.$client.prepare<[string, Buffer]>(
    'insert into pseudonym_keys (organisationId, key) values (?, ?) on conflict do nothing',
  )
  const find = statements.$client.prepare<[string], { key: Buffer }>(
    'select key from pseudonym_keys where organisationId = ?',
  )
  const known = new Map<string, Buffer>()
  return (organisationId) => {
    const key = known.get(organisationId)
    if (key) return key
    add.run(organisationId, randomBytes(32))
    known.set(organisationId, find.get(organisationId)!.key)
    return known.get(organisationId)!
  }
}
