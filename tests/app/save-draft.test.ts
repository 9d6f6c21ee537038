import { beforeEach, describe, expect, it } from 'vitest'
import { assetRights, assets, auditEntries } from '#app/db/schema/bank/index.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import {
  addModule,
  addTeam,
  draftOf,
  facts,
  keyOf,
  lesson,
  now,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { anyDigest, image, paragraph, storedDoc, withId } from '#tests/builders/document.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe('two people saving one draft', () => {
  it('the second is told, gets what the first saved, and overwrites nothing', () => {
    const { version } = draftOf(place)
    saveOn(version, lesson('Ce que Camille a écrit.'))
    const result = saveOn(version, lesson('Ce que Nadia a écrit.'))
    expect(result).toMatchObject({ saved: false, current: { version: version + 1 } })
    expect(JSON.stringify(result)).toContain('Ce que Camille a écrit.')
    expect(JSON.stringify(draftOf(place).document)).toContain('Ce que Camille a écrit.')
  })

  it('a version that does not exist yet is refused like one that has passed', () => {
    const { version } = draftOf(place)
    expect(saveOn(version + 1, lesson('Plus tard.')).saved).toBe(false)
    expect(draftOf(place).version).toBe(version)
  })

  it('each save adds one to the version', () => {
    const { version } = draftOf(place)
    expect(saveOn(version, lesson('Un.'))).toEqual({ saved: true, version: version + 1 })
    expect(saveOn(version + 1, lesson('Deux.'))).toEqual({ saved: true, version: version + 2 })
  })
})

describe('a document is refused, and nothing is changed,', () => {
  const deep = Array.from({ length: 30 }).reduce<NodeJson>(
    (inner) => ({ type: 'callout', attrs: { kind: 'note' }, content: [inner] }),
    { type: 'paragraph' },
  )
  const twice = withId('twice00001', paragraph('Texte.'))

  it.each<[string, unknown, string]>([
    ['that is not one', 'un texte', 'document.malformed'],
    ['without a format', { doc: { type: 'doc' } }, 'document.malformed'],
    ['of a later format', { format: 99, doc: { type: 'doc' } }, 'document.newer-format'],
    ['with a list that is none', raw({ type: 'doc', content: 'x' }), 'document.malformed'],
    ['with a hole in a list', raw({ type: 'doc', content: [null] }), 'document.malformed'],
    ['too deep to be honest', sectionOf(deep), 'document.malformed'],
    ['with an unknown node', sectionOf({ type: 'script' }), 'document.unknown-node'],
    ['with a node named as a trap', sectionOf({ type: '__proto__' }), 'document.unknown-node'],
    ['with an unknown mark', sectionOf(painted()), 'document.unknown-mark'],
    ['with an empty section', raw(doc({ type: 'section' })), 'document.invalid-content'],
    ['that is a paragraph', raw({ type: 'paragraph' }), 'document.invalid-content'],
    ['with ids that repeat', sectionOf(twice, twice), 'document.repeated-id'],
    ['with an id missing', sectionOf({ type: 'paragraph' }), 'document.missing-id'],
    ['with a file nobody has', storedDoc(image()), 'document.unknown-asset'],
  ])('%s', (_, document, code) => {
    const before = draftOf(place)
    expect(() => saveOn(before.version, document as StoredDocument)).toThrow(
      expect.objectContaining({ code, status: 422 }),
    )
    expect(draftOf(place)).toEqual(before)
  })

  it('with a file of another organisation', () => {
    const team = addTeam(place.bank, 'Ailleurs')
    ownFile(team.organisationId, team.people.designer.id)
    const before = draftOf(place)
    expect(() => saveOn(before.version, storedDoc(image()))).toThrow(
      expect.objectContaining({ code: 'document.unknown-asset' }),
    )
    expect(draftOf(place)).toEqual(before)
    ownFile(place.organisationId, place.people.designer.id)
    expect(saveOn(before.version, storedDoc(image())).saved).toBe(true)
  })
})

it('what is unknown to the schema does not reach the bank', () => {
  const sneaky = { ...paragraph('Texte.'), onclick: 'alert(1)' }
  const known = withId('paragr0001', { ...sneaky, attrs: { onclick: 'alert(1)' } })
  save(place, { document: sectionOf(known) as StoredDocument })
  expect(JSON.stringify(draftOf(place).document)).not.toContain('onclick')
})

describe('a new module', () => {
  it('opens with an empty section that can be read and saved again', () => {
    const moduleId = create('nouveau')
    const draft = findDraft(place.bank, { ...keyOf(place), moduleId })
    expect(draft.version).toBe(1)
    expect(readDocument(draft.document).firstChild?.type.name).toBe('section')
  })

  it('is refused under a code that is taken, and leaves no trace', () => {
    const before = place.bank.select().from(auditEntries).all()
    expect(() => create(facts.code)).toThrow(
      expect.objectContaining({ code: 'module.code-taken', status: 409 }),
    )
    expect(place.bank.select().from(auditEntries).all()).toEqual(before)
  })

  it('may have the code of a module of another organisation', () => {
    const team = addTeam(place.bank, 'Ailleurs')
    expect(addModule(place.bank, team, facts.code)).not.toBe(place.moduleId)
  })

  it('cannot take the code of another later on', () => {
    create('nouveau')
    const before = draftOf(place)
    expect(() => save(place, { facts: { ...facts, code: 'nouveau' } })).toThrow(
      expect.objectContaining({ code: 'module.code-taken' }),
    )
    expect(draftOf(place)).toEqual(before)
  })

  it('is found by its code as by its id, and its id wins', () => {
    const other = create('nouveau')
    save(place, { facts: { ...facts, code: other } })
    const { organisationId, bank } = place
    expect(findDraft(bank, { organisationId, moduleId: 'nouveau' }).moduleId).toBe(other)
    expect(findDraft(bank, { organisationId, moduleId: other }).moduleId).toBe(other)
  })
})

function create(code: string): string {
  const author = place.people.designer
  const { organisationId } = place
  const title = 'Nouveau module'
  return createModule(place.bank, { title, code, language: 'fr', author, organisationId, now })
}

function saveOn(baseVersion: number, document: StoredDocument) {
  const personId = place.people.designer.id
  const change = { document }
  return saveDraft(place.bank, { ...keyOf(place), baseVersion, change, personId, now })
}

/** As a hostile client would send it: never checked on the way. */
function sectionOf(...nodes: NodeJson[]) {
  const title = { type: 'sectionTitle', content: [{ type: 'text', text: 'Une section' }] }
  return raw(doc({ type: 'section', attrs: { id: 'section001' }, content: [title, ...nodes] }))
}

function doc(...content: NodeJson[]): NodeJson {
  return { type: 'doc', content }
}

function raw(document: unknown) {
  return { format: 1, doc: document }
}

function painted(): NodeJson {
  const text = { type: 'text', text: 'rouge', marks: [{ type: 'colour' }] }
  return { type: 'paragraph', attrs: { id: 'paragr0001' }, content: [text] }
}

function ownFile(organisationId: string, changedBy: string): void {
  const { bank } = place
  const file = { mediaType: 'image/png', extension: '.png', bytes: 1, storedAt: 0 }
  bank
    .insert(assets)
    .values({ digest: anyDigest, ...file })
    .onConflictDoNothing()
    .run()
  bank
    .insert(assetRights)
    .values({
      ...{ organisationId, digest: anyDigest, changedAt: 0, changedBy },
      record: completeRights({ title: '', licence: 'unknown' }),
    })
    .run()
}
