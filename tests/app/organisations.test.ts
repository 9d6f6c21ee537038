import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { packages, type Role, roles } from '#app/db/schema/bank/index.ts'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { openSession } from '#app/services/accounts/sessions.server.ts'
import { makeToken } from '#app/services/api-tokens/tokens.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import {
  listFrameworks,
  readFramework,
  searchCompetencies,
} from '#app/services/competencies/read-frameworks.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { giveKey } from '#app/services/lrs-keys/keys.server.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import { askWaiver } from '#app/services/publication/waivers.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import { listSavedSearches, saveSearch } from '#app/services/search/saved-searches.server.ts'
import { keepTemplate } from '#app/services/templates/keep-template.server.ts'
import { changeBetween } from '#content-schema/changes/change.ts'
import { outlineOf } from '#content-schema/changes/outline.ts'
import {
  addTeam,
  approve,
  ask,
  draftOf,
  facts,
  guarantee,
  keyOf,
  now,
  publish,
  save,
  type Team,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { paragraph, storedDoc } from '#tests/builders/document.ts'
import { addElsewhere } from '#tests/builders/elsewhere.ts'
import { exportFields } from '#tests/builders/export-fields.ts'
import { plainFacts, plainRights } from '#tests/builders/form-fields.ts'
import { addForwarding } from '#tests/builders/forwarding.ts'
import { type Browser, discard, type Running, startServer } from '#tests/builders/server.ts'
import { send } from '#tests/builders/upload.ts'
import { frameworkAttempts } from './framework-attempts.ts'
import { gateAttempts } from './gate-attempts.ts'
import { mediaAttempts } from './media-attempts.ts'
import { organisationAttempts, sentBefore } from './organisation-attempts.ts'
import { packageAttempts } from './package-attempts.ts'
import { reuseAttempts } from './reuse-attempts.ts'
import { type Route, routeList } from './route-list.ts'
import { trialAttempts } from './trial-attempts.ts'

/** Stands in the title, the reviews and the files of the organisation that is to stay closed. */
const secret = 'Confidentiel-7f3a'

/** What a member of another organisation may try on a route. */
type Attempt = {
  /** What stands for each parameter. */
  path: string
  /** Reachable by everyone: it must not show anything of an organisation. */
  open?: true
  /** A list of one's own organisation, which is there for everyone who is signed in. */
  own?: true
  /** Leads on to another route, which refuses. */
  leads?: true
  /** There for whoever has a personal link, and for nobody who is signed in. */
  byLink?: true
  /** One well-formed form or body for each thing its action does. */
  sent?: (Record<string, string> | { json: unknown } | { file: string })[]
}

let server: Running
let bank: Bank
let closed: Workplace
let strangers: Team
let attempts: Record<string, Attempt>

beforeAll(async () => {
  server = await startServer()
  bank = openBank(join(server.dataDir, 'bank.sqlite'))
  closed = workplace(bank)
  strangers = addTeam(bank, 'Ailleurs')
  attempts = await fill()
})

afterAll(async () => {
  bank.$client.close()
  await discard(server)
})

it('every route of the application is tried here', () => {
  expect(Object.keys(attempts).sort()).toEqual([...routeList.map(({ file }) => file)].sort())
})

it('every route that acts is tried with something to act on', () => {
  const acting = routeList.filter(({ acts }) => acts).map(({ file }) => file)
  const sent = Object.keys(attempts).filter((file) => attempts[file]!.sent)
  expect(sent.sort()).toEqual(acting.sort())
})

describe.each(routeList.filter(({ loads }) => loads))('$file', (route) => {
  it('shows nothing to nobody', async () => {
    for (const address of addresses(route)) {
      const response = await server.browser().fetch(address)
      const { open, byLink } = attempts[route.file]!
      if (byLink) expect(response.status).toBe(404)
      else if (!open) expect(sentToSignIn(response)).toBe(true)
      expect(await response.text()).not.toContain(secret)
    }
  })

  it.each(roles)('shows nothing of one organisation to the %s of another', async (role) => {
    const { open, own, leads } = attempts[route.file]!
    for (const address of addresses(route)) {
      const response = await stranger(role).fetch(address)
      if (!open && !own && !leads) expect([403, 404]).toContain(response.status)
      expect(await response.text()).not.toContain(secret)
      if (leads) await expectRefused(stranger(role), response.headers.get('Location'))
    }
  })
})

describe.each(routeList.filter(({ acts }) => acts))('$file', (route) => {
  it('does nothing for nobody, nor for anyone of another organisation', async () => {
    const { open, own } = attempts[route.file]!
    const before = everything()
    for (const browser of [server.browser(), ...roles.map(stranger)]) {
      for (const sent of attempts[route.file]!.sent ?? []) {
        const response = await browser.fetch(target(route), requestOf(sent))
        const refused = [403, 404].includes(response.status) || sentToSignIn(response)
        if (!open && !own) expect(refused, `${response.status}`).toBe(true)
        expect(response.status).toBeLessThan(500)
        expect(await response.text()).not.toContain(secret)
      }
    }
    expect(everything()).toEqual(before)
  })
})

describe('a file', () => {
  it('is there for its organisation, and for nobody else', async () => {
    const path = `/files/${fileDigest}`
    const member = browserOf(closed.people.quality.id)
    expect((await member.fetch(path)).status).toBe(200)
    expect((await server.browser().fetch(path)).status).toBe(401)
    for (const role of roles) {
      const response = await stranger(role).fetch(path)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain(secret)
    }
  })

  it('cannot be brought in by nobody, nor by a role that does not write', async () => {
    expect((await send(server.browser(), secret)).status).toBe(401)
    for (const role of ['expert', 'publisher', 'quality'] as const)
      expect((await send(stranger(role), secret)).status).toBe(403)
  })
})

it('the organisation itself sees all that was closed to the others', async () => {
  const member = browserOf(closed.people.administrator.id)
  for (const { file, path } of routeList.filter(({ loads }) => loads)) {
    const { open, leads, own, byLink } = attempts[file]!
    if (open || leads || own || byLink || sentBefore.includes(file)) continue
    const response = await member.fetch(attempts[file]!.path)
    expect(response.status, path).toBe(200)
  }
  const page = await member.fetch(attempts['routes/module.overview.tsx']!.path)
  expect(await page.text()).toContain(secret)
})

let fileDigest: string

/** Puts something in every corner of the closed organisation, and says how to reach each. */
async function fill(): Promise<Record<string, Attempt>> {
  const { organisationId, people, moduleId } = closed
  const by = { organisationId, personId: people.designer.id, now }
  const store = { bank, dataDir: server.dataDir }
  const stream = Readable.from([Buffer.from(secret)])
  fileDigest = (await storeAsset(store, { stream, fileName: `${secret}.txt`, ...by })).digest
  save(closed, { facts: { ...facts, title: secret, objective: secret } })
  const reviewId = ask(closed)
  addRemark(bank, {
    ...by,
    personId: people.expert.id,
    reviewId,
    nodeId: null,
    kind: 'idea',
    body: secret,
  })
  const remarkId = readReview(bank, { reviewId, organisationId }).review.remarks[0]!.id
  approve(closed)
  publish(closed)
  const key = { ...keyOf(closed), personId: people.publisher.id, now }
  const wanted = { format: 'web', language: 'fr', traces: false } as const
  const packageId = requestExport(bank, { ...key, ...wanted })
  await importFramework(bank, { ...by, file: createReadStream(sampleBank.frameworkFile) })
  bank.$client
    .prepare('update frameworks set title = ? where organisationId = ?')
    .run(secret, organisationId)
  const frameworkId = listFrameworks(bank, organisationId)[0]!.id
  const { blocks } = readFramework(bank, { frameworkId, organisationId })
  const blockId = blocks[0]?.id ?? ''
  const { competencyId } = searchCompetencies(bank, { query: '', organisationId })[0]!
  await ready(packageId)
  const document = storedDoc(paragraph(secret))
  const kept = { name: secret, kind: 'element', shared: true, document } as const
  const templateId = keepTemplate(bank, { ...by, ...kept })
  const made = { ...by, name: secret, scopes: ['read' as const], days: 30 }
  const { id: tokenId } = makeToken(bank, made)
  const { key: lrsKey } = giveKey(bank, { ...made, label: 'Entrepôt', scope: 'read' })
  saveSearch(bank, { ...made, name: secret, query: '' })
  const searchId = listSavedSearches(bank, made)[0]!.id
  const draft = draftOf(closed)
  const version = `${draft.version}`
  const digest = digestOf(draft)
  const asked = { gate: 'approval', reason: secret, endsOn: '2099-12-31' } as const
  const waiverId = askWaiver(bank, { ...key, ...asked })
  const gated = { reviewId, remarkId, waiverId, guaranteeId: guarantee(closed, 'content') }
  const module = `/modules/${moduleId}`
  const expertId = people.expert.id
  const experts = [expertId, strangers.people.expert.id]
  const asksLaw = { aspect: 'law', guarantorId: expertId, endsOn: '2099-12-31' }
  return {
    'routes/sign-in.tsx': {
      path: '/sign-in',
      open: true,
      sent: [{ email: 'nul@exemple.fr', password: secret }],
    },
    'routes/sign-in-again.ts': {
      path: '/sign-in/again',
      open: true,
      sent: [{ email: 'nul@exemple.fr', password: secret }],
    },
    'routes/sign-out.ts': { path: '/sign-out', open: true, sent: [{}] },
    'routes/language.ts': { path: '/language', open: true, sent: [{ language: 'fr' }] },
    'routes/not-found.tsx': { path: '/nulle-part', open: true },
    'routes/signed-in.tsx': { path: '/', own: true },
    'routes/home.tsx': { path: '/', own: true },
    'routes/modules.tsx': {
      path: '/modules',
      own: true,
      sent: [{ title: '', code: '' }],
    },
    'routes/module.tsx': { path: module },
    'routes/module.overview.tsx': {
      path: module,
      sent: [
        { intent: 'facts', base: 'x', ...plainFacts() },
        { intent: 'align', version, competencyId, role: 'teaches' },
        { intent: 'unalign', version, competencyId, role: 'teaches' },
        { intent: 'detail', competencyId, role: 'teaches', level: '' },
        { intent: 'rights', digest: fileDigest, ...plainRights },
        { intent: 'guarantee', ...asksLaw },
        { intent: 'checked', checkId: 'x', words: 'x' },
      ],
    },
    'routes/module.import.tsx': {
      path: `${module}/import`,
      sent: [{ intent: 'preview' }, { intent: 'add' }],
    },
    ...reuseAttempts(closed),
    ...trialAttempts(closed),
    'routes/module.write.tsx': { path: `${module}/write` },
    'routes/module.preview.ts': { path: `${module}/preview` },
    'routes/module.print.tsx': { path: `${module}/print` },
    ...gateAttempts({ module, ...gated, experts, digest }),
    'routes/module.export.tsx': {
      path: `${module}/export`,
      sent: [exportFields],
    },
    'routes/module.quality.tsx': {
      path: `${module}/quality`,
      sent: [{ statementId: '0193f2c0-7a11-7c3e-9a52-6f1b7f0c2a01', state: 'read', note: '' }],
    },
    'routes/module.try.tsx': { path: `${module}/try/${packageId}` },
    ...frameworkAttempts({ frameworkId, blockId, competencyId }),
    ...mediaAttempts({ digest: fileDigest, rights: plainRights }),
    'routes/module.draft.ts': {
      path: `${module}/draft`,
      sent: [
        {
          json: {
            base: outlineOf(draft.document),
            change: changeBetween(draft.document, draft.document, () => true),
          },
        },
      ],
    },
    'routes/module.presence.ts': {
      path: `${module}/presence`,
      sent: [{ json: { tab: 'tabtabtab1', sectionId: null, hidden: false } }],
    },
    'routes/module.checks.ts': { path: `${module}/checks` },
    'routes/module.commercial-use.ts': {
      path: `${module}/commercial-use`,
      sent: [
        { intent: 'decide', reason: 'x' },
        { intent: 'withdraw', decisionId: 'x' },
      ],
    },
    'routes/module.set-aside.ts': { path: `${module}/set-aside` },
    ...organisationAttempts({
      ...{ ...key, digest: fileDigest, tokenId, lrsKey, searchId },
      ...addForwarding(closed, secret),
      ...addElsewhere(bank, { ...by, title: secret }),
    }),
    ...packageAttempts(packageId),
    'routes/templates.ts': {
      path: '/templates',
      own: true,
      // A form of another shape: nothing can be kept in an organisation that is not one's own.
      sent: [{ json: { name: '', kind: 'element', shared: true, document: {} } }],
    },
    'routes/template.ts': {
      path: `/templates/${templateId}`,
      sent: [
        { json: { intent: 'change', name: 'Autre', shared: true } },
        { json: { intent: 'remove' } },
      ],
    },
    'routes/competencies.ts': { path: '/competencies?query=', own: true },
    'routes/probe.download.ts': { path: '/probe/scorm-12', own: true },
    'routes/id.tsx': { path: `/id/m/${moduleId}/1.0` },
  }
}

/** The page itself and, for a page, what its loader gives alone. */
function addresses({ file, id }: Route): string[] {
  const { path } = attempts[file]!
  const data = `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`
  return file.endsWith('.tsx') ? [path, data] : [path]
}

/** Where a form of this route is sent: an index route is told apart from the layout around it. */
function target({ file, index }: Route): string {
  const { path } = attempts[file]!
  return index ? `${path}?index` : path
}

function requestOf(sent: NonNullable<Attempt['sent']>[number]): RequestInit {
  if ('json' in sent) return { method: 'POST', body: JSON.stringify(sent.json) }
  if (!('file' in sent)) return { method: 'POST', body: new URLSearchParams(sent) }
  const body = new FormData()
  body.append('file', new Blob([String(sent.file)]), 'fichier.xml')
  return { method: 'POST', body }
}

function sentToSignIn({ headers }: Response): boolean {
  const to = headers.get('Location') ?? headers.get('X-Remix-Redirect')
  return to?.startsWith('/sign-in') ?? false
}

async function expectRefused(browser: Browser, path: string | null): Promise<void> {
  const response = await browser.fetch(path ?? '')
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain(secret)
}

function stranger(role: Role): Browser {
  return browserOf(strangers.people[role].id)
}

function browserOf(personId: string): Browser {
  return server.browser(`session=${openSession(bank, personId, new Date())}`)
}

/** All that stands in the bank, but for who is signed in, who tried to, and in which language. */
function everything() {
  const tables = bank.$client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  return tables
    .filter(
      (name) => !['sessions', 'failed_sign_ins', 'people', 'sqlite_sequence'].includes(name),
    )
    .map((name) => [name, bank.$client.prepare(`select * from ${name}`).all()])
}

async function ready(packageId: string): Promise<void> {
  const state = () =>
    bank
      .select()
      .from(packages)
      .all()
      .find(({ id }) => id === packageId)?.state
  while (state() !== 'ready') {
    if (state() === 'refused') throw new Error('the package was refused')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
