import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import {
  assetRights,
  auditEntries,
  competencies,
  drafts,
  guarantees,
  moduleOrigins,
  modules,
  people,
  reviews,
  revisions,
} from '#app/db/schema/bank/index.ts'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { archiveVersion } from '#app/services/archive/shapes.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { addTeam, now, type Team } from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { rawZip, saved, unzip } from '#tests/builders/zip.ts'
import {
  changed,
  entriesOf,
  exported,
  imported,
  lookedInto,
  resealed,
  sampleInstance,
  tampered,
} from './archives.ts'

const code = 'choisir-un-extincteur'
const folder = `modules/${code}`
let from: Instance
let archive: string

beforeAll(async () => {
  from = await sampleInstance()
  archive = await exported(from)
})
afterAll(() => removeFolder(from))

let to: Instance
let team: Team
let by: { organisationId: string; personId: string }

beforeEach(() => {
  to = openFolder()
  team = addTeam(to.bank, 'Ailleurs')
  by = { organisationId: team.organisationId, personId: team.people.administrator.id }
})
afterEach(() => removeFolder(to))

describe('an archive', () => {
  it('is the same when it is made twice', async () => {
    expect(await entriesOf(await exported(from))).toEqual(await entriesOf(archive))
  })

  it('can be read without any program of ours', async () => {
    const files = await unzip(archive)
    const names = [...files.keys()]
    expect(names).toEqual([...names].sort())
    expect(String(files.get('README.txt'))).toContain('SHA-256')
    const page = String(files.get(`${folder}/module.html`))
    expect(page).toContain('<h1>Choisir un extincteur</h1>')
    const shown = [...page.matchAll(/src="\.\.\/\.\.\/(assets\/[^"]+)"/g)].map(
      ([, path]) => path,
    )
    expect(shown.length).toBeGreaterThan(0)
    expect(names).toEqual(expect.arrayContaining(shown))
    expect(String(files.get(`${folder}/metadata.xml`))).toContain('<lom:lom')
  })

  it('names people, and holds neither their address nor their id', async () => {
    const everything = Object.values(await entriesOf(archive)).join('\n')
    for (const { id, email } of from.bank.select().from(people).all()) {
      expect(everything).not.toContain(email)
      expect(everything).not.toContain(`"${id}"`)
    }
    expect(everything).toContain('Idriss Benali')
  })

  it('comes back the same, byte for byte, from an empty bank that it was brought to', async () => {
    const report = await imported(to, archive, by)
    expect(report.modules.map(({ state }) => state)).toEqual(['new', 'new', 'new'])
    expect(await entriesOf(await exported(to, by.organisationId))).toEqual(
      await entriesOf(archive),
    )
    expect(verifyTrail(to.bank, null).firstBroken).toBeNull()
  })

  it('makes no account and no signature: what was decided elsewhere is history', async () => {
    const before = to.bank.select().from(people).all()
    await imported(to, archive, by)
    expect(to.bank.select().from(people).all()).toEqual(before)
    expect(to.bank.select().from(reviews).all()).toEqual([])
    expect(to.bank.select().from(guarantees).all()).toEqual([])
    const [origin] = to.bank.select().from(moduleOrigins).all()
    expect(origin!.history.reviews[0]!.verdicts).toContainEqual(
      expect.objectContaining({ aspect: 'content', value: 'approved' }),
    )
    expect(origin!.history.guarantees.length).toBeGreaterThan(0)
    const events = to.bank.select().from(auditEntries).all()
    expect(events.map(({ action }) => action)).toEqual(Array(3).fill('archive.imported'))
  })

  it('brings its frameworks along, and modules stay tied to them', async () => {
    await imported(to, archive, by)
    const ids = to.bank
      .select()
      .from(competencies)
      .all()
      .map(({ id }) => id)
    const ties = to.bank
      .select()
      .from(drafts)
      .all()
      .flatMap(({ alignments }) => alignments)
    expect(ties.length).toBeGreaterThan(0)
    for (const { competencyId } of ties) expect(ids).toContain(competencyId)
  })
})

describe('where something is here already', () => {
  it('says what is new, the same and different before anything is written', async () => {
    await imported(to, archive, by)
    expect(states(await lookedInto(to, archive, by.organisationId))).toEqual([
      'identical',
      'identical',
      'identical',
    ])
    rename('Autre titre')
    expect(states(await lookedInto(to, archive, by.organisationId))).toEqual([
      'different',
      'identical',
      'identical',
    ])
  })

  it('keeps what differs, unless its draft is to be replaced: then the old one is frozen', async () => {
    await imported(to, archive, by)
    rename('Autre titre')
    const { moduleId } = findDraft(to.bank, { moduleId: code, ...by })
    const count = () =>
      to.bank.select().from(revisions).where(eq(revisions.moduleId, moduleId)).all().length
    const before = count()
    await imported(to, archive, by)
    expect(findDraft(to.bank, { moduleId, ...by }).facts.title).toBe('Autre titre')
    await imported(to, archive, { ...by, replacing: new Set([moduleId]) })
    expect(findDraft(to.bank, { moduleId, ...by }).facts.title).toBe('Choisir un extincteur')
    expect(count()).toBe(before + 1)
  })

  it('gives another code to a module whose code is that of another, and says so', async () => {
    await imported(to, archive, by)
    to.bank.delete(moduleOrigins).run()
    const other = await resealed(archive, {
      [`${folder}/module.json`]: changed((module) => {
        Object.assign(module, {
          id: 'zzzzzzzzzz',
          home: { ...Object(module.home), moduleId: 'zzzzzzzzzz' },
        })
      }),
    })
    const report = await imported(to, other, by)
    expect(report.modules[0]).toMatchObject({ code, renamed: `${code}-2`, state: 'new' })
    expect(findDraft(to.bank, { moduleId: `${code}-2`, ...by }).facts.code).toBe(`${code}-2`)
  })

  it('stands beside the modules of another organisation, under ids of its own', async () => {
    await imported(to, archive, by)
    const others = addTeam(to.bank, 'Encore ailleurs')
    const there = { organisationId: others.organisationId, personId: others.people.designer.id }
    expect(states(await imported(to, archive, there))).toEqual(['new', 'new', 'new'])
    const all = to.bank.select().from(modules).all()
    expect(new Set(all.map(({ id }) => id)).size).toBe(6)
    const ids = to.bank
      .select()
      .from(competencies)
      .all()
      .map(({ id }) => id)
    for (const { id } of listModules(to.bank, there.organisationId))
      for (const { competencyId } of findDraft(to.bank, { moduleId: id, ...there }).alignments)
        expect(ids).toContain(competencyId)
  })

  it('is tied to a framework that is here under the same code, which stays as it is', async () => {
    const file = createReadStream(sampleBank.frameworkFile)
    await importFramework(to.bank, { ...by, file, now })
    const before = to.bank.select().from(competencies).all()
    const report = await imported(to, archive, by)
    expect(report.frameworks).toEqual({ coming: [], here: ['RNCP99001'] })
    expect(to.bank.select().from(competencies).all()).toEqual(before)
    const { alignments } = findDraft(to.bank, { moduleId: code, ...by })
    const ids = before.map(({ id }) => id)
    expect(alignments.filter(({ competencyId }) => !ids.includes(competencyId))).toEqual([])
    expect(states(await lookedInto(to, archive, by.organisationId))).toContain('identical')
  })
})

describe('an archive that is not what it should be is refused whole', () => {
  const draft = `${folder}/draft.json`
  const revision = `${folder}/revisions/1.json`

  it.each<[string, string, () => Promise<string>]>([
    ['no zip', 'archive.not-an-archive', () => saved(Buffer.from('bonjour'))],
    ['cut short', 'archive.not-an-archive', cutShort],
    ['another zip', 'archive.not-an-archive', () => saved(rawZip([{ name: 'a', data: 'b' }]))],
    ['of a later version', 'archive.newer', () => manifest({ version: archiveVersion + 1 })],
    ['of another format', 'archive.not-an-archive', () => manifest({ format: 'autre' })],
    ['an entry that changed', 'archive.damaged', () => tampered(archive, { [draft]: '{}' })],
    ['an entry that is gone', 'archive.damaged', () => tampered(archive, { [draft]: null })],
    ['an entry too many', 'archive.damaged', () => tampered(archive, { 'b.txt': 'b' })],
    ['an escaping name', 'archive.unsafe', () => tampered(archive, { '../../a.txt': 'a' })],
    ['no JSON', 'archive.invalid', () => resealed(archive, { [draft]: '{' })],
    ['another shape', 'archive.invalid', () => resealed(archive, { [draft]: '{}' })],
    ['another document', 'archive.invalid', () => resealed(archive, { [draft]: otherNode() })],
    [
      'a later document',
      'document.newer-format',
      () => resealed(archive, { [draft]: later() }),
    ],
    [
      'a revision with another text',
      'archive.damaged',
      () => resealed(archive, { [revision]: retitled() }),
    ],
    ['a file that is not there', 'archive.damaged', withoutAsset],
    [
      'a file that is a page',
      'archive.invalid',
      () => withAsset('<html><script>1</script></html>', '.svg'),
    ],
    [
      'a drawing that runs',
      'archive.invalid',
      () =>
        withAsset(
          '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0"/></svg>',
          '.svg',
        ),
    ],
  ])('%s', async (_, refusal, make) => {
    const before = everything()
    const path = await make()
    await expect(lookedInto(to, path, by.organisationId)).rejects.toMatchObject({
      code: refusal,
    })
    await expect(imported(to, path, by)).rejects.toMatchObject({ code: refusal })
    expect(everything()).toEqual(before)
    expect(readdirSync(to.settings.dataDir)).not.toContain('assets')
    const arriving = join(to.settings.dataDir, 'arriving')
    expect(existsSync(arriving) ? readdirSync(arriving) : []).toEqual([])
  })

  function otherNode() {
    return changed((value) => {
      Object.assign(value, { document: { format: 1, doc: { type: 'script' } } })
    })
  }

  function later() {
    return changed((value) => {
      Object.assign(value.document as object, { format: 99 })
    })
  }

  function retitled() {
    return changed((value) => {
      Object.assign(value.facts as object, { title: 'Autre' })
    })
  }

  function manifest(more: object) {
    return tampered(archive, {
      'manifest.json': changed((value) => Object.assign(value, more)),
    })
  }

  async function cutShort() {
    const path = await tampered(archive, {})
    await truncate(path, 30_000)
    return path
  }

  async function withoutAsset() {
    const names = [...(await unzip(archive)).keys()]
    return resealed(archive, { [names.find((name) => name.endsWith('.jpg'))!]: null })
  }

  async function withAsset(content: string, extension: string) {
    const digest = createHash('sha256').update(content).digest('hex')
    return resealed(archive, { [`assets/${digest}${extension}`]: content })
  }
})

it('rights that are said here stay, and a file of which nothing was known learns them', async () => {
  await imported(to, archive, by)
  const said = () => to.bank.select().from(assetRights).orderBy(assetRights.digest).all()
  const [first, second, ...others] = said()
  say(first!, { licence: 'unknown' })
  say(second!, { licence: 'all-rights-reserved', title: 'À nous' })
  await imported(to, archive, by)
  const unchanged = { ...second!.record, licence: 'all-rights-reserved', title: 'À nous' }
  expect(said()).toEqual([first, { ...second, record: unchanged }, ...others])
})

function say({ digest, record }: typeof assetRights.$inferSelect, more: Partial<RightsRecord>) {
  to.bank
    .update(assetRights)
    .set({ record: { ...record, ...more } })
    .where(eq(assetRights.digest, digest))
    .run()
}

function states({ modules: found }: { modules: { state: string }[] }): string[] {
  return found.map(({ state }) => state)
}

function rename(title: string): void {
  const change = ({ facts }: { facts: ReturnType<typeof findDraft>['facts'] }) => ({
    facts: { ...facts, title },
  })
  saveDraft(to.bank, { moduleId: code, ...by, baseVersion: null, change, now })
}

/** Every row of the bank. */
function everything() {
  const client = to.bank.$client
  const names = client.prepare("select name from sqlite_master where type = 'table'").all()
  return (names as { name: string }[])
    .filter(({ name }) => !name.startsWith('search_'))
    .map(({ name }) => [name, client.prepare(`select * from "${name}"`).all()])
}
