import { beforeEach, describe, expect, it } from 'vitest'
import type { ExportAtEnd } from '#app/db/schema/bank/index.ts'
import { packages, thinPackages } from '#app/db/schema/bank/index.ts'
import { recordDownload } from '#app/services/deployments/add-deployment.server.ts'
import { readDeployments } from '#app/services/deployments/read-deployments.server.ts'
import { renewDeployment } from '#app/services/deployments/renew-deployment.server.ts'
import { cancelExport } from '#app/services/exports/cancel-export.server.ts'
import { readExportedEdition } from '#app/services/exports/read-export-page.server.ts'
import { repeatExport } from '#app/services/exports/repeat-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { readPath } from '#app/services/paths/read-path.server.ts'
import {
  guaranteeMark,
  guaranteesAtExport,
} from '#app/services/publication/ended-guarantees.server.ts'
import { keepGateProfile } from '#app/services/publication/gate-profiles.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { askWaiver, decideWaiver } from '#app/services/publication/waivers.server.ts'
import type { ExportFormat } from '#packaging/package-source.ts'
import {
  approve,
  draftOf,
  guarantee,
  keyOf,
  now,
  publish,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { pathOf, publishedModule } from '#tests/builders/path.ts'

let place: Workplace
const day = 86_400_000
const after = new Date(now.getTime() + 3 * day)

beforeEach(() => {
  place = workplace()
  guarantee(place, 'content', '2026-03-11', new Date(now.getTime() + 1))
  approve(place)
  publish(place)
})

describe('an export after the end of a guarantee', () => {
  it('is refused where the profile says so, naming who must renew', () => {
    policy('refused')
    expect(() => ask()).toThrow(
      expect.objectContaining({
        code: 'export.guarantee',
        params: {
          title: 'Gestes et postures',
          day: '2026-03-11',
          who: place.people.expert.name,
        },
      }),
    )
    expect(place.bank.select().from(packages).all()).toEqual([])
  })

  it('goes out on the last day, and the day after it is renewed', () => {
    policy('refused')
    expect(ask(new Date('2026-03-11T22:59:00Z'))).toEqual(expect.any(String))
    expect(() => ask(new Date('2026-03-11T23:00:00Z'))).toThrow()
    guarantee(place, 'content', '2027-03-11', after)
    expect(ask()).toEqual(expect.any(String))
  })

  it.each(['warned', 'allowed'] as const)('goes out where it is %s', (asked) => {
    policy(asked)
    expect(ask()).toEqual(expect.any(String))
  })

  it('is refused for what certifies, warned of otherwise, as the product ships', () => {
    expect(atExport()).toMatchObject({ policy: 'warned' })
    expect(atExport().findings).toMatchObject([
      { code: 'guarantee.ended-in', severity: 'warns', params: { endsOn: '2026-03-11' } },
    ])
    policy('refused')
    expect(atExport().findings).toMatchObject([{ severity: 'blocks' }])
    policy('allowed')
    expect(atExport().findings).toEqual([])
  })

  it('says on the page of exports what the export itself would say', () => {
    policy('refused')
    const asked = { ...keyOf(place), now: after }
    const said = () =>
      readExportedEdition(place.bank, asked)?.findings.find(
        ({ code }) => code === 'guarantee.ended-in',
      )?.severity
    expect(said()).toBe('blocks')
    policy('warned')
    expect(said()).toBe('warns')
  })

  it('is refused when it is repeated, and when a deployment is renewed', () => {
    const cancelled = ask(now)
    cancelExport(place.bank, { packageId: cancelled, ...by(), now })
    const deployed = ask(now)
    place.bank.$client.prepare("update packages set state = 'ready' where id = ?").run(deployed)
    policy('refused')
    const refused = expect.objectContaining({ code: 'export.guarantee' })
    expect(() => repeatExport(place.bank, { packageId: cancelled, ...by() })).toThrow(refused)
    expect(() => renewDeployment(place.bank, { packageId: deployed, ...by() })).toThrow(refused)
  })

  it('leaves a package that is played from here as it is, flagged, and refuses a new one', () => {
    const packageId = ask(now, 'thin-12')
    place.bank.update(packages).set({ state: 'ready' }).run()
    recordDownload(place.bank, packageId, now)
    policy('refused')
    expect(place.bank.select().from(thinPackages).all()).toMatchObject([{ endedAt: null }])
    const [deployment] = readDeployments(place.bank, { ...by() })
    expect(deployment?.standing).toMatchObject({
      state: 'attention',
      reasons: [{ code: 'guarantee-ended', aspect: 'content', day: '2026-03-11' }],
    })
    expect(() => ask(after, 'thin-12')).toThrow(
      expect.objectContaining({ code: 'export.guarantee' }),
    )
  })

  it('goes out with a warning while a waiver of the guarantees is in force', () => {
    policy('refused')
    const asked = { gate: 'guarantees', reason: 'Lundi', endsOn: '2026-03-20' } as const
    const key = { ...keyOf(place), now }
    const personId = place.people.designer.id
    const waiverId = askWaiver(place.bank, { ...key, ...asked, personId })
    const decided = { waiverId, decision: 'granted', answer: '' } as const
    decideWaiver(place.bank, { ...key, ...decided, personId: place.people.quality.id })
    expect(atExport()).toMatchObject({ policy: 'warned' })
    expect(ask()).toEqual(expect.any(String))
  })
})

describe('a path', () => {
  let path: Workplace

  beforeEach(() => {
    const other = publishedModule(place, 'second')
    path = pathOf(place, 'parcours', [place.moduleId, other.moduleId])
    approve(path)
    publish(path)
  })

  it('is held back by a module in it, and marked where that stands', () => {
    policy('refused')
    const wanted = { format: 'web', language: 'fr', traces: false } as const
    expect(() => requestExport(place.bank, { ...keyOf(path), ...by(), ...wanted })).toThrow(
      expect.objectContaining({
        code: 'export.guarantee',
        params: expect.objectContaining({ title: 'Gestes et postures' }),
      }),
    )
    const { revisionId } = latestEdition(place.bank, path.moduleId)!
    const asked = { moduleId: path.moduleId, revisionId, now: after }
    expect(guaranteeMark(place.bank, asked)).toBe('ended')
    expect(guaranteeMark(place.bank, { ...asked, now: new Date('2026-01-01') })).toBeNull()
    const rows = readPath(place.bank, { ...keyOf(path), now: after }).stages[0]?.rows
    expect(rows?.map((row) => row.guarantee)).toEqual(['ended', null])
  })

  it('says so before it is published, without being kept from it', () => {
    const gates = readGates(place.bank, { draft: draftOf(path), now: after })
    expect(gates.find(({ name }) => name === 'guarantees')).toMatchObject({
      passed: true,
      findings: [{ code: 'guarantee.ended-in', params: { title: 'Gestes et postures' } }],
    })
  })

  it('that went out is flagged with the module that nobody answers for', () => {
    const wanted = { format: 'web', language: 'fr', traces: false } as const
    const personId = place.people.publisher.id
    const packageId = requestExport(place.bank, { ...keyOf(path), ...wanted, personId, now })
    place.bank.update(packages).set({ state: 'ready' }).run()
    recordDownload(place.bank, packageId, now)
    const [deployment] = readDeployments(place.bank, { ...by() })
    expect(deployment?.standing.reasons).toEqual([
      ...[
        {
          code: 'guarantee-ended',
          aspect: 'content',
          day: '2026-03-11',
          of: 'Gestes et postures',
        },
      ],
    ])
  })
})

function by() {
  const { organisationId, people } = place
  return { organisationId, personId: people.publisher.id, now: after }
}

function policy(exportAtEnd: ExportAtEnd): void {
  const profile = {
    signOffs: ['content'],
    guarantees: ['content'],
    trial: null,
    exportAtEnd,
  } as const
  const asked = { ...by(), intendedUse: 'internal', profile } as const
  keepGateProfile(place.bank, asked)
}

function ask(at = after, format: ExportFormat = 'web'): string {
  const wanted = { format, language: 'fr', traces: false } as const
  return requestExport(place.bank, { ...keyOf(place), ...by(), ...wanted, now: at })
}

function atExport() {
  return guaranteesAtExport(place.bank, {
    edition: latestEdition(place.bank, place.moduleId)!,
    now: after,
  })
}
