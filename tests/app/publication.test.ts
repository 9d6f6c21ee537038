import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { assetRights, assets, editions, revisions } from '#app/db/schema/bank/index.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { type GateName, readGates } from '#app/services/publication/gates.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'
import {
  answer,
  approve,
  ask,
  draftOf,
  facts,
  guarantee,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import {
  anyDigest,
  image,
  link,
  paragraph,
  section,
  storedDoc,
} from '#tests/builders/document.ts'

const tomorrow = new Date(now.getTime() + 86_400_000)
let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe('the gates of a module', () => {
  it('all open once an expert has approved it', () => {
    approve(place)
    expect(closed()).toEqual({})
    expect(publish(place)).toEqual({ major: 1, minor: 0 })
  })

  it('stay closed as long as nobody was asked, then as long as nobody answered', () => {
    refuses({ approval: ['approval.missing'] })
    ask(place)
    refuses({ approval: ['approval.waiting'] })
  })

  it('close again when one word of an approved text changes', () => {
    approve(place)
    save(place, { document: lesson('On plie les genoux, le dos reste bien droit.') })
    refuses({ approval: ['approval.outdated'] })
  })

  it('close again when a fact changes', () => {
    approve(place)
    save(place, { facts: { ...facts, objective: 'Porter une charge à deux' } })
    refuses({ approval: ['approval.outdated'] })
  })

  it('stay open when what changes is no matter of what was approved', () => {
    approve(place)
    save(place, { facts: { ...facts, minutes: 11 } })
    expect(closed()).toEqual({})
  })

  it('stay closed when the expert asked for changes, until a later approval of the same text', () => {
    answer(place, ask(place), 'changes-asked')
    refuses({ approval: ['approval.changes-asked'] })
    approve(place, tomorrow)
    expect(closed()).toEqual({})
  })

  it('name each missing fact', () => {
    const empty = { summary: '', objective: '', audience: '', authors: [], licence: 'unknown' }
    save(place, { facts: { ...facts, ...empty } })
    approve(place)
    refuses({
      facts: [
        'facts.summary-missing',
        'facts.objective-missing',
        'facts.audience-missing',
        'facts.authors-missing',
        'facts.licence-unknown',
      ],
    })
  })

  it('close on a picture whose rights nobody recorded', () => {
    show(image(), 'unknown')
    refuses({ rights: ['rights.unknown'] })
  })

  it('close on a picture whose rights have ended, the day after the last', () => {
    show(image(), 'cc-by-4.0', { until: '2026-03-10' })
    expect(closed()).toEqual({})
    expect(closed(tomorrow)).toMatchObject({ rights: ['rights.ended'] })
  })

  it('close on people who can be recognised and have not agreed', () => {
    show(image(), 'cc-by-4.0', { people: 'without-release' })
    refuses({ rights: ['rights.no-release'] })
  })

  it('close on a picture without a text alternative', () => {
    show(image({ alt: '' }), 'cc-by-4.0')
    refuses({ accessibility: ['accessibility.image-without-alternative'] })
  })

  it('close on a link to a part that is gone', () => {
    write(paragraph(link('#gone000000', 'la partie supprimée')))
    refuses({ content: ['completeness.broken-reference'] })
  })

  it('close when a required guarantee has ended', () => {
    guarantee(place, 'content', '2026-03-10', new Date(now.getTime() + 1))
    approve(place)
    expect(closed()).toEqual({})
    expect(closed(tomorrow)).toEqual({ guarantees: ['guarantee.ended'] })
  })

  it('close when nobody answers for content or pedagogy', () => {
    place.bank.$client.exec("delete from guarantees where aspect = 'pedagogy'")
    approve(place)
    refuses({ guarantees: ['guarantee.missing'] })
  })
})

describe('publishing', () => {
  it('the same text twice is refused, and changes nothing', () => {
    approve(place)
    publish(place)
    expect(() => publish(place)).toThrow(
      expect.objectContaining({ code: 'publication.nothing-new', status: 409 }),
    )
    expect(place.bank.select().from(editions).all()).toHaveLength(1)
  })

  it('what the publisher did not look at is refused, and freezes nothing', () => {
    const seen = 'f'.repeat(64)
    approve(place)
    expect(() => publishModule(place.bank, publication(seen))).toThrow(
      expect.objectContaining({ code: 'publication.other-content', status: 409 }),
    )
    expect(place.bank.select().from(editions).all()).toEqual([])
  })

  it('a refusal says how much is missing and leaves no revision behind', () => {
    save(place, { facts: { ...facts, summary: '', objective: '' } })
    expect(() => publishModule(place.bank, publication('f'.repeat(64)))).toThrow(
      expect.objectContaining({ code: 'publication.refused', params: { count: 3 } }),
    )
    expect(place.bank.select().from(revisions).all()).toEqual([])
  })

  it('a wording gives a minor number', () => {
    expect(republished({ document: lesson('On fléchit les genoux.') })).toEqual({
      major: 1,
      minor: 1,
    })
  })

  it.each([
    ['objective', { facts: { ...facts, objective: 'Porter 15 kg sans se blesser' } }],
    ['rule of success', { facts: { ...facts, masteryPercent: 80 } }],
    ['tie to a competency', { alignments: [tie('assesses')] }],
  ])('a new %s gives a major number', (_, change) => {
    expect(republished(change)).toEqual({ major: 2, minor: 0 })
  })

  it('ties in another order are the same promise', () => {
    save(place, { alignments: [tie('teaches'), tie('assesses')] })
    expect(republished({ alignments: [tie('assesses'), tie('teaches')] })).toEqual({
      major: 1,
      minor: 1,
    })
  })

  it('keeps the rights that were known that day, whatever is recorded afterwards', () => {
    show(image(), 'cc-by-4.0')
    publish(place)
    const { organisationId, people } = place
    const record = { ...rights, licence: 'all-rights-reserved', authors: ['Quelqu’un d’autre'] }
    const by = { organisationId, personId: people.designer.id, now }
    recordRights(place.bank, { digest: anyDigest, record, ...by })
    const [edition] = place.bank.select().from(editions).all()
    expect(edition?.rights[anyDigest]?.licence).toBe('cc-by-4.0')
  })

  it('shows in the state of the module, until it is written again', () => {
    approve(place)
    publish(place)
    expect(state()).toEqual({ state: 'published', edition: '1.0' })
    save(place, { document: lesson('Autre chose.') })
    expect(state()).toEqual({ state: 'redrafted', edition: '1.0' })
  })
})

const rights = completeRights({
  title: 'Extincteur',
  authors: ['Camille Roussel'],
  licence: 'cc-by-4.0',
})

/** Writes a lesson with this node in it, approved, on a file with these rights. */
function show(node: NodeJson, licence: string, change: Partial<RightsRecord> = {}): void {
  const { bank, organisationId, people } = place
  bank
    .insert(assets)
    .values({
      ...{ digest: anyDigest, mediaType: 'image/png', extension: '.png', bytes: 1 },
      storedAt: 0,
    })
    .run()
  bank
    .insert(assetRights)
    .values({
      ...{ organisationId, digest: anyDigest, changedAt: 0, changedBy: people.designer.id },
      record: { ...rights, licence, ...change },
    })
    .run()
  write(node)
}

function write(node: NodeJson): void {
  save(place, { document: storedDoc(section('Une section', paragraph('Texte.'), node)) })
  approve(place)
}

/** The blocking findings of each closed gate. */
function closed(at = now): Partial<Record<GateName, string[]>> {
  const { bank } = place
  const gates = readGates(bank, { draft: draftOf(place), now: at })
  const shut = gates
    .filter((gate) => !gate.passed)
    .map(({ name, findings }) => [
      name,
      findings.filter(({ severity }) => severity === 'blocks').map(({ code }) => code),
    ])
  return Object.fromEntries(shut)
}

function refuses(expected: Partial<Record<GateName, string[]>>): void {
  expect(closed()).toEqual(expected)
  expect(() => publish(place)).toThrow(expect.objectContaining({ code: 'publication.refused' }))
  const { moduleId, bank } = place
  expect(bank.select().from(editions).where(eq(editions.moduleId, moduleId)).all()).toEqual([])
}

function republished(change: Parameters<typeof save>[1]) {
  approve(place)
  publish(place)
  save(place, change)
  approve(place, tomorrow)
  return publish(place, tomorrow)
}

function publication(expectedDigest: string) {
  const personId = place.people.publisher.id
  return { ...keyOf(place), expectedDigest, note: '', personId, now }
}

function state() {
  return readState(place.bank, draftOf(place))
}

function tie(role: 'teaches' | 'assesses') {
  const competency = { competencyId: 'competence', label: 'Porter' }
  return {
    ...competency,
    role,
    frameworkCode: 'RNCP99001',
    competencyBlockCode: 'RNCP99001BC01',
  }
}
