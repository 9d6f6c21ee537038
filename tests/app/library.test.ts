import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries } from '#app/db/schema/bank/index.ts'
import { readFile, searchLibrary } from '#app/services/assets/library.server.ts'
import { readLibraryQuery } from '#app/services/assets/library-query.ts'
import { recentRights } from '#app/services/assets/recent-rights.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { replaceEverywhere } from '#app/services/assets/replace-everywhere.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { findRevision, latestEdition } from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import {
  addModule,
  addTeam,
  approve,
  draftOf,
  now,
  publish,
  save,
  type Team,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { image, paragraph, section, storedDoc, video } from '#tests/builders/document.ts'

let place: Workplace
let dataDir: string

beforeEach(async () => {
  place = workplace()
  dataDir = await mkdtemp(join(tmpdir(), 'grain-library-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('a search finds files', () => {
  beforeEach(async () => {
    const dock = await picture('red', 'Quai de chargement.png')
    await picture('blue', 'Entrepôt.png')
    await text('Notes de réunion.txt')
    known(dock, { licence: 'cc-by-4.0', authors: ['Nadia Ferrand'] })
    save(place, { document: shows(dock, 'Un chariot à l’arrêt') })
  })

  it.each([
    ['by title, whatever the accents and capitals', 'q=ENTREPOT', ['Entrepôt']],
    ['by author', 'q=ferrand', ['Quai de chargement']],
    ['by what an author wrote of them in a module', 'q=chariot', ['Quai de chargement']],
    ['by module', 'q=gestes+postures', ['Quai de chargement']],
    ['by all the words together', 'q=quai+ferrand', ['Quai de chargement']],
    ['and none for words of two of them', 'q=quai+entrepot', []],
    ['by kind', 'kind=document', ['Notes de réunion']],
    ['by what is known of their rights', 'rights=known', ['Quai de chargement']],
    ['that are shown', 'use=used', ['Quai de chargement']],
    ['that are shown nowhere', 'use=unused&kind=image', ['Entrepôt']],
    ['without what cannot be understood', 'kind=x&page=-1&q=quai', ['Quai de chargement']],
  ])('%s', (_, query, expected) => expect(titles(query)).toEqual(expected))

  it('of one organisation only', () => {
    const strangers = addTeam(place.bank, 'Ailleurs')
    expect(titles('', strangers)).toEqual([])
  })
})

describe('the rights of a file', () => {
  it.each([
    ['unknown', { licence: 'unknown' }],
    ['known', { licence: 'cc-by-4.0' }],
    ['ended', { licence: 'cc-by-4.0', until: '2026-03-09' }],
    ['no-release', { licence: 'cc-by-4.0', people: 'without-release' as const }],
  ])('are %s', async (state, record) => {
    known(await picture('red'), record)
    expect(search('').rows[0]!.rightsState).toBe(state)
  })

  it('last recorded by a person are offered to them again, each once, the last first', async () => {
    const by = { licence: 'cc-by-4.0', authors: ['Nadia'] }
    known(await picture('red'), by, 1)
    known(await picture('green'), by, 2)
    known(await picture('blue'), { licence: 'cc0-1.0' }, 3)
    const { organisationId, people } = place
    const offered = (personId: string) =>
      recentRights(place.bank, { organisationId, personId }).map(({ licence }) => licence)
    expect(offered(people.designer.id)).toEqual(['cc0-1.0', 'cc-by-4.0'])
    expect(offered(people.administrator.id)).toEqual([])
  })
})

it('a file says which element of which draft shows it, and which editions do', async () => {
  const film = await text('film.txt')
  const still = await picture('red')
  const document = storedDoc(
    section('Un', paragraph('…'), video({ asset: film, poster: still, captions: null })),
  )
  save(place, { document })
  const { organisationId } = place
  const { uses, file } = readFile(place.bank, { digest: still, organisationId, now })
  expect(uses).toMatchObject([{ nodeName: 'video', role: 'poster', moduleId: place.moduleId }])
  expect(file.modules).toBe(1)
})

describe('a file put in the place of another everywhere', () => {
  it('is shown by every draft that showed it, and by no edition', async () => {
    const [old, next] = [await picture('red'), await picture('blue')]
    const { organisationId, people, bank } = place
    const second = { ...place, moduleId: addModule(bank, { organisationId, people }, 'second') }
    for (const module of [place, second]) save(module, { document: shows(old) })
    known(old, { licence: 'cc-by-4.0' })
    approve(place)
    publish(place)
    const versions = [draftOf(place).version, draftOf(second).version]

    const replaced = replace(old, next)
    expect(replaced.map(({ done }) => done)).toEqual([true, true])
    expect([place, second].map(shown)).toEqual([[next], [next]])
    expect([draftOf(place).version, draftOf(second).version]).toEqual(
      versions.map((version) => version + 1),
    )
    const edition = latestEdition(place.bank, place.moduleId)!
    expect(
      assetDigests(readDocument(findRevision(place.bank, edition.revisionId).document)),
    ).toEqual([old])
    const said = place.bank.select().from(auditEntries).all()
    expect(said.at(-1)).toMatchObject({ action: 'asset.replaced', object: old })
  })

  it('changes nothing else of a draft', async () => {
    const [old, other, next] = [
      await picture('red'),
      await picture('green'),
      await picture('blue'),
    ]
    const element = (asset: string) => image({ asset, alt: `de ${asset.slice(0, 4)}` })
    save(place, { document: storedDoc(section('Un', element(old), element(other))) })
    const before = JSON.stringify(draftOf(place).document)
    replace(old, next)
    expect(JSON.stringify(draftOf(place).document)).toBe(before.replace(old, next))
  })

  it('leaves a draft that cannot be read as it was, and says so', async () => {
    const [old, next] = [await picture('red'), await picture('blue')]
    save(place, { document: shows(old) })
    const { document } = draftOf(place)
    const broken = JSON.stringify({ ...document, format: 99 })
    place.bank.$client.prepare('update drafts set document = ?').run(broken)
    expect(replace(old, next)).toMatchObject([{ moduleId: place.moduleId, done: false }])
    expect(JSON.stringify(draftOf(place).document)).toBe(broken)
  })

  it.each<[string, () => Promise<[string, string]>]>([
    ['asset.other-kind', async () => [await picture('red'), await text('a.txt')]],
    ['asset.same', async () => [await picture('red'), await picture('red')]],
    ['asset.not-found', async () => [await picture('red'), '0'.repeat(64)]],
  ])('is refused with %s, and nothing changes', async (code, files) => {
    const [old, next] = await files()
    save(place, { document: shows(old) })
    const before = draftOf(place)
    expect(() => replace(old, next)).toThrow(expect.objectContaining({ code }))
    expect(draftOf(place)).toEqual(before)
  })

  it('is not done with, nor to, what another organisation has', async () => {
    const old = await picture('red')
    save(place, { document: shows(old) })
    const strangers = addTeam(place.bank, 'Ailleurs')
    const theirs = await picture('blue', 'x.png', strangers)
    expect(() => replace(old, theirs)).toThrow(expect.objectContaining({ status: 404 }))
    expect(() => replace(old, theirs, strangers)).toThrow(
      expect.objectContaining({ status: 404 }),
    )
  })
})

function search(query: string, team: Team = place) {
  const { organisationId } = team
  const asked = readLibraryQuery(new URLSearchParams(query))
  return searchLibrary(place.bank, { ...asked, organisationId, now })
}

function titles(query: string, team?: Team): string[] {
  return search(query, team).rows.map(({ rights }) => rights.title)
}

function replace(digest: string, by: string, team: Team = place) {
  const personId = team.people.designer.id
  const { organisationId } = team
  return replaceEverywhere(place.bank, { digest, by, organisationId, personId, now })
}

function known(digest: string, change: object, minutes = 0): void {
  const { organisationId, people } = place
  const { rights } = readFile(place.bank, { digest, organisationId, now }).file
  recordRights(place.bank, {
    digest,
    record: { ...rights, ...change },
    organisationId,
    personId: people.designer.id,
    now: new Date(now.getTime() + minutes * 60_000),
  })
}

function shows(asset: string, alt = 'Un quai') {
  return storedDoc(section('Un', paragraph('…'), image({ asset, alt })))
}

function shown(module: Workplace): string[] {
  return assetDigests(readDocument(draftOf(module).document))
}

async function picture(background: string, fileName = 'image.png', team: Team = place) {
  const create = { width: 30, height: 20, channels: 3, background } as const
  return store(await sharp({ create }).png().toBuffer(), fileName, team)
}

function text(fileName: string): Promise<string> {
  return store(Buffer.from(`Contenu de ${fileName}`), fileName)
}

async function store(bytes: Buffer, fileName: string, team: Team = place): Promise<string> {
  const { organisationId, people } = team
  const by = { organisationId, personId: people.designer.id, now }
  const stream = Readable.from([bytes])
  return (await storeAsset({ bank: place.bank, dataDir }, { stream, fileName, ...by })).digest
}
