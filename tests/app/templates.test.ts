import { beforeEach, describe, expect, it } from 'vitest'
import { assetRights, assets, templates } from '#app/db/schema/bank/index.ts'
import {
  changeTemplate,
  removeTemplate,
} from '#app/services/templates/change-template.server.ts'
import { listTemplates, readTemplate } from '#app/services/templates/find-templates.server.ts'
import { type Keeping, keepTemplate } from '#app/services/templates/keep-template.server.ts'
import { currentFormat, type StoredDocument } from '#content-schema/document.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import { addTeam, now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { anyDigest, image, paragraph, section, storedDoc } from '#tests/builders/document.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe('a template', () => {
  it('is offered to whoever kept it, and read back as it was kept', () => {
    const templateId = keep({ name: 'Mon intro', document: storedDoc(paragraph('Bonjour.')) })
    expect(list('designer')).toEqual([
      {
        id: templateId,
        ...{ name: 'Mon intro', kind: 'element', shared: false, nodeName: 'paragraph' },
        ...{ mine: true, owner: place.people.designer.name },
      },
    ])
    expect(read(templateId).node).toMatchObject({
      type: 'paragraph',
      content: [{ type: 'text', text: 'Bonjour.' }],
    })
  })

  it('of a section is that section, title and all', () => {
    const document = storedDoc(section('Sécurité', paragraph('a'), paragraph('b')))
    const { node, kind } = read(keep({ kind: 'section', document }))
    expect([kind, node.type, node.content?.length]).toEqual(['section', 'section', 3])
  })

  it('is offered to others only once it is shared', () => {
    const templateId = keep()
    expect(list('administrator')).toEqual([])
    expect(() => read(templateId, 'administrator')).toThrow(refused('template.not-found'))
    changeTemplate(place.bank, { ...of('designer'), templateId, name: 'À tous', shared: true })
    expect(list('administrator')).toMatchObject([{ name: 'À tous', mine: false }])
    expect(read(templateId, 'administrator').name).toBe('À tous')
  })

  it('is out of reach of another organisation, shared or not', () => {
    const templateId = keep({ shared: true })
    const { organisationId, people } = addTeam(place.bank, 'Ailleurs')
    const personId = people.administrator.id
    const stranger = { organisationId, personId, templateId, manages: true }
    expect(listTemplates(place.bank, stranger)).toEqual([])
    expect(() => readTemplate(place.bank, stranger)).toThrow(refused('template.not-found'))
    expect(() => removeTemplate(place.bank, stranger)).toThrow(refused('template.not-found'))
    expect(list('designer')).toHaveLength(1)
  })

  it('is changed by its owner, or by whoever looks after those of the organisation', () => {
    const templateId = keep({ shared: true })
    const change = { templateId, name: 'Autre', shared: true }
    const expert = { ...of('expert'), ...change }
    expect(() => changeTemplate(place.bank, expert)).toThrow(refused('template.not-yours'))
    expect(() => removeTemplate(place.bank, expert)).toThrow(refused('template.not-yours'))
    changeTemplate(place.bank, { ...of('administrator'), ...change, manages: true })
    expect(list('designer')).toMatchObject([{ name: 'Autre' }])
    removeTemplate(place.bank, { ...of('designer'), templateId })
    expect(list('designer')).toEqual([])
  })

  it('that somebody keeps for themselves is nobody else’s to manage', () => {
    const templateId = keep()
    const manager = { ...of('administrator'), templateId, manages: true }
    expect(() => removeTemplate(place.bank, manager)).toThrow(refused('template.not-found'))
  })
})

describe('what cannot be a template', () => {
  it.each<[string, string, Partial<Keeping>]>([
    [
      'two elements',
      'template.not-one-part',
      { document: storedDoc(paragraph('a'), paragraph('b')) },
    ],
    [
      'two sections',
      'template.not-one-part',
      {
        kind: 'section',
        document: storedDoc(section('Un', paragraph('a')), section('Deux', paragraph('b'))),
      },
    ],
    ['a node nobody knows', 'document.unknown-node', { document: withType('laser') }],
    [
      'a file the organisation does not have',
      'document.unknown-asset',
      { document: storedDoc(image()) },
    ],
  ])('is %s', (_, code, keeping) => {
    expect(() => keep(keeping)).toThrow(refused(code))
    expect(list('designer')).toEqual([])
  })

  it('is a file of another organisation, until this one has it too', () => {
    const { organisationId, people } = addTeam(place.bank, 'Ailleurs')
    addFile(organisationId, people.designer.id)
    const document = storedDoc(image())
    expect(() => keep({ document })).toThrow(refused('document.unknown-asset'))
    addRights(place.organisationId, place.people.designer.id)
    expect(keep({ document })).toMatch(/^[0-9a-z]{10}$/)
  })

  it('is one more than a menu can hold', () => {
    for (let kept = 0; kept < 500; kept += 1) keep()
    expect(() => keep()).toThrow(refused('template.too-many'))
  })
})

describe('a template that this code cannot read', () => {
  it.each([
    ['template.newer', { format: currentFormat + 1, doc: storedDoc(paragraph('a')).doc }],
    ['template.unreadable', withType('laser')],
  ])('is listed, and refused with %s', (code, document) => {
    const templateId = keep({ name: 'Ancien' })
    place.bank.update(templates).set({ document }).run()
    expect(list('designer')).toHaveLength(1)
    expect(() => read(templateId)).toThrow(
      expect.objectContaining({ code, params: { name: 'Ancien' } }),
    )
  })
})

type RoleName = keyof Workplace['people']

function of(role: RoleName) {
  const { organisationId, people } = place
  return { organisationId, personId: people[role].id, manages: false }
}

function keep(change: Partial<Keeping> = {}): string {
  return keepTemplate(place.bank, {
    ...{ name: 'Un modèle', kind: 'element', shared: false },
    document: storedDoc(paragraph('Texte.')),
    ...of('designer'),
    now,
    ...change,
  })
}

function list(role: RoleName) {
  return listTemplates(place.bank, of(role))
}

function read(templateId: string, role: RoleName = 'designer') {
  return readTemplate(place.bank, { ...of(role), templateId })
}

function refused(code: string) {
  return expect.objectContaining({ code })
}

function withType(type: string): StoredDocument {
  const { format, doc } = storedDoc(paragraph('a'))
  const [whole] = doc.content ?? []
  const content = [{ ...whole!, content: [whole!.content![0]!, { type }] }]
  return { format, doc: { ...doc, content } }
}

function addFile(organisationId: string, personId: string): void {
  const file = { digest: anyDigest, mediaType: 'image/png', extension: '.png', bytes: 1 }
  place.bank
    .insert(assets)
    .values({ ...file, storedAt: 0 })
    .run()
  addRights(organisationId, personId)
}

function addRights(organisationId: string, changedBy: string): void {
  const record = completeRights({ title: '', licence: 'unknown' })
  place.bank
    .insert(assetRights)
    .values({ organisationId, digest: anyDigest, record, changedAt: 0, changedBy })
    .run()
}
