import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { auditEntries, deployments, packages } from '#app/db/schema/bank/index.ts'
import { thinPackages } from '#app/db/schema/bank/thin-packages.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { recordDownload } from '#app/services/deployments/add-deployment.server.ts'
import {
  bringBackDeployment,
  retireDeployment,
  sayDeployment,
} from '#app/services/deployments/change-deployment.server.ts'
import { readDeploymentQuery } from '#app/services/deployments/deployment.ts'
import { listDeployments } from '#app/services/deployments/list-deployments.server.ts'
import { renewDeployment } from '#app/services/deployments/renew-deployment.server.ts'
import {
  type ExportRequest,
  requestExport,
} from '#app/services/exports/request-export.server.ts'
import { endThin } from '#app/services/thin/change-thin.server.ts'
import { countLearner } from '#app/services/thin/count-learner.server.ts'
import { openThin } from '#app/services/thin/open-thin.server.ts'
import { findThin } from '#app/services/thin/thin-packages.server.ts'
import { told } from '#tests/app/analytics/told.ts'
import { learner } from '#tests/app/lrs/learner.ts'
import {
  approve,
  guarantee,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { attachment, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { publishText } from '#tests/builders/published-text.ts'

let here: Instance
let place: Workplace

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
  publishText(place, 'Un premier texte.')
})
afterEach(() => removeFolder(here))

it('remembers who exported what, for whom and for which platform', () => {
  const { id } = deployed({ recipient: 'CFA des Monts', preset: 'moodle', note: 'Mars' })
  expect(listed()).toMatchObject([
    {
      ...{ packageId: id, code: 'gestes-et-postures', edition: '1.0', plays: '1.0' },
      ...{ recipient: 'CFA des Monts', lms: 'Moodle', note: 'Mars', format: 'scorm-12' },
      ...{ by: place.people.publisher.name, requestedAt: now.getTime(), downloads: 1 },
      standing: { state: 'current' },
    },
  ])
  sayDeployment(here.bank, { ...change(id), recipient: 'CFA du Val', lms: 'Moodle 4.5' })
  expect(listed()).toMatchObject([{ recipient: 'CFA du Val', lms: 'Moodle 4.5' }])
  expect(lastEntry()).toMatchObject({
    action: 'deployment.said',
    details: { packageId: id, recipient: 'CFA du Val', lms: 'Moodle 4.5' },
  })
})

it('is outdated from the day on which the next edition came, and made again in one go', () => {
  const { id } = deployed({ recipient: 'CFA des Monts', traces: true, preset: 'ilias' })
  publishText(place, 'Un texte corrigé.')
  publishText(place, 'Un texte corrigé encore.')
  const since = now.getTime()
  expect(standingOfOnly()).toEqual({
    state: 'attention',
    reasons: [{ code: 'outdated', latest: '1.2', since }],
    todo: 'renew',
  })
  const renewed = renewDeployment(here.bank, change(id))
  expect(renewDeployment(here.bank, change(id))).toEqual(renewed)
  const made = find(renewed.packageId)
  expect(made).toMatchObject({ preset: 'ilias', traces: true, state: 'waiting' })
  expect(made.editionId).not.toBe(find(id).editionId)
  expect(standingOfOnly().todo).toBe('retire')
  finish(renewed.packageId)
  expect(listed().map(({ recipient, edition }) => [recipient, edition])).toEqual([
    ['CFA des Monts', '1.0'],
    ['CFA des Monts', '1.2'],
  ])
  here.bank.update(packages).set({ state: 'refused' }).where(eq(packages.id, made.id)).run()
  expect(standingOfOnly().todo).toBe('renew')
  expect(renewDeployment(here.bank, change(id)).packageId).not.toBe(made.id)
})

it('is asked nothing any more once somebody says that it is not used, until they take it back', () => {
  const { id } = deployed()
  publishText(place, 'Un texte corrigé.')
  retireDeployment(here.bank, change(id))
  expect(listed()).toEqual([])
  const by = { at: now.getTime(), by: place.people.publisher.name }
  expect(listed('show=retired')).toMatchObject([
    { retired: by, standing: { state: 'retired', todo: null } },
  ])
  expect(lastEntry()).toMatchObject({
    action: 'deployment.retired',
    details: { packageId: id },
  })
  bringBackDeployment(here.bank, change(id))
  expect(listed('show=attention')).toMatchObject([{ packageId: id, retired: null }])
  expect(lastEntry()).toMatchObject({ action: 'deployment.brought-back' })
})

it('that nobody took asks for nothing; its downloads are counted', () => {
  const id = exported()
  publishText(place, 'Un texte corrigé.')
  expect(standingOfOnly()).toMatchObject({ state: 'unused', todo: null })
  const later = new Date(now.getTime() + 5000)
  recordDownload(here.bank, id, now)
  recordDownload(here.bank, id, later)
  const row = here.bank.select().from(deployments).get()
  expect(row).toMatchObject({
    ...{ downloads: 2, firstDownloadAt: now.getTime(), lastDownloadAt: later.getTime() },
  })
  expect(standingOfOnly().state).toBe('attention')
})

it('needs somebody when a guarantee of its module ends, and no more once it is renewed', () => {
  deployed()
  const at = (ms: number) => new Date(now.getTime() + ms)
  guarantee(place, 'content', '2026-04-01', at(1))
  expect(standingOfOnly().reasons).toEqual([
    { code: 'guarantee-ending', aspect: 'content', day: '2026-04-01' },
  ])
  guarantee(place, 'content', '2027-04-01', at(2))
  expect(standingOfOnly().state).toBe('current')
})

it('needs somebody when the right to a file in it ends, as it is known today', async () => {
  const { organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  const store = { bank: here.bank, dataDir: here.settings.dataDir }
  const stream = Readable.from([Buffer.from('relevé')])
  const { digest, rights } = await storeAsset(store, { stream, fileName: 'releve.txt', ...by })
  const record = { ...rights, title: 'Relevé', licence: 'cc-by-4.0' }
  recordRights(here.bank, { digest, record, ...by })
  const file = attachment({ asset: digest, title: 'Relevé' })
  save(place, { document: storedDoc(section('Relevé', paragraph('Voici.'), file)) })
  approve(place)
  publish(place)
  deployed()
  expect(standingOfOnly().state).toBe('current')
  recordRights(here.bank, { digest, record: { ...record, until: '2026-03-01' }, ...by })
  expect(standingOfOnly()).toEqual({
    state: 'attention',
    reasons: [{ code: 'right-ended', digest, title: 'Relevé', day: '2026-03-01' }],
    todo: 'retire',
  })
  save(place, { document: storedDoc(section('Relevé', paragraph('Voici.'))) })
  approve(place)
  publish(place)
  expect(standingOfOnly().todo).toBe('renew')
})

it('is alive as its statements say, and unknown where nothing would tell', async () => {
  const sending = deployed({ traces: true }).id
  const silent = deployed({ traces: true, preset: 'moodle' }).id
  const dumb = deployed({ preset: 'ilias' }).id
  const { organisationId } = place
  const attempt = learner({ packageId: sending })
  await told([attempt.starts()], { organisationId, into: here.statements })
  const seen = new Date('2026-09-20T09:00:00Z')
  const life = (at: Date) =>
    new Map(
      listed('', at).map(({ packageId, life: { state, ...more } }) => [
        packageId,
        [state, more.lastOn, more.in30Days, more.in90Days],
      ]),
    )
  expect(life(seen).get(sending)).toEqual(['alive', '2026-09-14', 1, 1])
  expect(life(new Date('2026-12-31')).get(sending)).toEqual(['quiet', '2026-09-14', 0, 0])
  expect(life(seen).get(silent)).toEqual(['never', null, 0, 0])
  expect(life(seen).get(dumb)).toEqual(['unknown', null, null, null])
  expect(listed('life=never', seen).map(({ packageId }) => packageId)).toEqual([silent])
})

it('played from this bank follows what learners lose nothing in, and tells when it was opened', async () => {
  const { id } = deployed({ format: 'thin-12' })
  const { thinId } = here.bank.select().from(thinPackages).get()!
  const thin = findThin(here.bank, thinId)!
  publishText(place, 'Un texte corrigé.')
  expect(listed()).toMatchObject([
    { edition: '1.0', plays: '1.1', standing: { state: 'current' }, life: { state: 'never' } },
  ])
  await openThin(here, thin, now)
  countLearner(here, thin, { sent: 'abc', now })
  expect(listed()[0]!.life).toMatchObject({ state: 'alive', lastOn: '2026-03-10', learners: 1 })
  publishText(place, 'Un autre texte.', 'Le dos')
  expect(standingOfOnly()).toMatchObject({
    reasons: [{ code: 'outdated-thin', latest: '1.2' }],
  })
  endThin(here.bank, change(id))
  expect(listed('show=all')).toMatchObject([{ standing: { state: 'ended', reasons: [] } }])
})

it('is found by words, platform and module, what is gravest first', () => {
  deployed({ recipient: 'Centre hospitalier de Gap', preset: 'moodle' })
  publishText(place, 'Un texte corrigé.')
  deployed({ recipient: 'École des Écrins', preset: 'ilias' })
  const names = (search: string) => listed(search).map(({ recipient }) => recipient)
  expect(names('')).toEqual(['Centre hospitalier de Gap', 'École des Écrins'])
  expect(names('q=ecole+ecrins')).toEqual(['École des Écrins'])
  expect(names('lms=ILIAS')).toEqual(['École des Écrins'])
  expect(names('show=attention')).toEqual(['Centre hospitalier de Gap'])
  expect(names('module=gestes-et-postures')).toHaveLength(2)
  expect(names('module=autre')).toEqual([])
  expect(page('q=rien')).toMatchObject({ found: 0, total: 2, attention: 1, pages: 1 })
})

/** A package whose file stands there, and was taken once. */
function deployed(asked: Partial<ExportRequest> = {}): { id: string } {
  const id = exported(asked)
  recordDownload(here.bank, id, now)
  return { id }
}

function exported(asked: Partial<ExportRequest> = {}): string {
  const personId = place.people.publisher.id
  const plain = { format: 'scorm-12', language: 'fr', traces: false } as const
  const id = requestExport(here.bank, { ...keyOf(place), ...plain, personId, now, ...asked })
  finish(id)
  return id
}

/** Making it is somebody else's test. */
function finish(id: string): void {
  here.bank.update(packages).set({ state: 'ready' }).where(eq(packages.id, id)).run()
}

function change(packageId: string) {
  const { organisationId, people } = place
  return { packageId, organisationId, personId: people.publisher.id, now }
}

function page(search = '', at = now) {
  const query = readDeploymentQuery(new URLSearchParams(search))
  const { organisationId } = place
  return listDeployments(here, { ...query, organisationId, now: at })
}

function listed(search = '', at = now) {
  return page(search, at).rows
}

function standingOfOnly() {
  return listed()[0]!.standing
}

function find(id: string) {
  return here.bank.select().from(packages).where(eq(packages.id, id)).get()!
}

function lastEntry() {
  return here.bank.select().from(auditEntries).all().at(-1)
}
