import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assets } from '#app/db/schema/bank/index.ts'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import { cleanSvg } from '#app/services/assets/clean-svg.server.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { Rights, recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import { addTeam, now, type Team, type Workplace, workplace } from '#tests/builders/bank.ts'

let place: Workplace
let dataDir: string

beforeEach(async () => {
  place = workplace()
  dataDir = await mkdtemp(join(tmpdir(), 'grain-assets-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('a file', () => {
  it('is known by its bytes, whatever its name says', async () => {
    const { mediaType, extension, width, height } = await store(await png(), 'photo.gif')
    const found = { mediaType, extension, width, height }
    expect(found).toEqual({ mediaType: 'image/png', extension: '.png', width: 40, height: 30 })
  })

  it('stands under its digest, byte for byte', async () => {
    const bytes = await png()
    const { digest } = await store(bytes)
    expect(readFileSync(assetPath(dataDir, digest)).equals(bytes)).toBe(true)
  })

  it('has unknown rights at first, under its name without the extension', async () => {
    const { rights } = await store(await png(), 'Quai de chargement.v2.png')
    expect(rights).toMatchObject({ title: 'Quai de chargement.v2', licence: 'unknown' })
  })

  it('stands once when it is brought in twice, and keeps what was said of its rights', async () => {
    const { digest, rights } = await store(await png())
    const record = { ...rights, licence: 'cc-by-4.0' }
    recordRights(place.bank, { digest, record, ...by(place) })
    expect((await store(await png(), 'copie.png')).rights).toEqual(record)
    expect(place.bank.select().from(assets).all()).toHaveLength(1)
    expect(stored()).toEqual([digest])
  })

  it('brought in by two organisations stands once, each with its own rights', async () => {
    const { digest, rights } = await store(await png())
    const team = addTeam(place.bank, 'Ailleurs')
    await store(await png(), 'la-leur.png', team)
    recordRights(place.bank, { digest, record: { ...rights, title: 'La leur' }, ...by(team) })
    expect(stored()).toEqual([digest])
    expect(findAsset(place.bank, { digest, ...by(place) })?.rights).toEqual(rights)
  })

  it('is not there for an organisation that did not bring it in', async () => {
    const { digest, rights } = await store(await png())
    const team = addTeam(place.bank, 'Ailleurs')
    expect(findAsset(place.bank, { digest, ...by(team) })).toBeNull()
    expect(() => recordRights(place.bank, { digest, record: rights, ...by(team) })).toThrow(
      expect.objectContaining({ code: 'asset.not-found', status: 404 }),
    )
  })

  it('may be held until a day of the calendar only', () => {
    const record = { title: '', authors: [], source: '', licence: 'cc-by-4.0', changes: '' }
    const until = (day: string) =>
      Rights.safeParse(completeRights({ ...record, until: day })).success
    expect(until('2026-12-31')).toBe(true)
    expect(until('2026-02-30')).toBe(false)
  })
})

describe('a file is refused, and nothing is kept of it,', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['that is no image under the name of one', () => page, 'asset.unknown-type'],
    ['that is a program', () => Buffer.from('\x7fELF\0\0\0\0\0'), 'asset.unknown-type'],
    ['that is an archive', () => Buffer.from('PK\x03\x04\0\0\0\0'), 'asset.unknown-type'],
    ['that is empty', () => Buffer.alloc(0), 'asset.broken'],
    ['whose picture is cut short', cutPng, 'asset.broken'],
    ['with a signature and nothing behind', pngSignature, 'asset.broken'],
    ['that is a drawing of nothing', () => Buffer.from('<svg></svg>'), 'asset.broken'],
  ])('%s', async (_, bytes, code) => {
    await expect(store(await bytes())).rejects.toMatchObject({ code, status: 415 })
    expectNothingKept()
  })

  it('that is too large, while it arrives, without waiting for its end', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 65_536
        yield Buffer.alloc(65_536)
      }
    }
    const stream = Readable.from(endless())
    const refused = storeAsset(
      { bank: place.bank, dataDir, largest: 1024 ** 2 },
      { stream, fileName: 'film.mp4', ...by(place) },
    )
    await expect(refused).rejects.toMatchObject({
      code: 'asset.too-large',
      status: 413,
      params: { megabytes: 1 },
    })
    expect(sent).toBeLessThan(3 * 1024 ** 2)
    expectNothingKept()
  })

  it('whose sender leaves in the middle', async () => {
    async function* broken() {
      yield Buffer.alloc(1000)
      throw new Error('gone')
    }
    await expect(store(Readable.from(broken()))).rejects.toThrow('gone')
    expectNothingKept()
  })
})

describe('a drawing keeps its shapes and loses', () => {
  it.each([
    ['scripts', '<script>alert(1)</script>'],
    ['scripts written as data', '<script href="data:text/javascript,alert(1)"/>'],
    ['what runs when it is loaded', '<rect onload="alert(1)" width="1"/>'],
    ['what runs when it is clicked', '<g onclick="alert(1)"><rect width="1"/></g>'],
    ['pages inside it', '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>'],
    ['links that run', '<a href="javascript:alert(1)"><text>x</text></a>'],
    ['pictures from elsewhere', '<image href="https://mechant.example/alert(1).png"/>'],
    ['shapes from elsewhere', '<use href="https://mechant.example/alert(1).svg#a"/>'],
    ['shapes that run', '<use xlink:href="javascript:alert(1)"/>'],
    ['animations that set a link', '<set attributeName="href" to="javascript:alert(1)"/>'],
    ['styles', '<style>@import "https://mechant.example/alert(1)"</style>'],
    ['comments that hide something', '<!-- <script>alert(1)</script> -->'],
  ])('%s', async (_, inside) => {
    const { digest } = await store(drawing(inside))
    const kept = readFileSync(assetPath(dataDir, digest), 'utf8')
    expect(kept).toContain('<circle')
    expect(kept).not.toMatch(/alert|mechant|javascript|foreign|script|style|onload/i)
  })

  it('what stands before it', () => {
    const before =
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://x.example/a.dtd">'
    expect(cleanSvg(`${before}<svg viewBox="0 0 9 9"><g/></svg>`)).toMatch(/^<svg/)
  })
})

it.each([
  ['a filling from elsewhere', 'fill="url(https://mechant.example/a#b)"'],
  ['a filling from elsewhere, in quotes', `fill="url('//mechant.example/a')"`],
])('a drawing with %s is refused', async (_, attribute) => {
  await expect(store(drawing(`<rect ${attribute}/>`))).rejects.toMatchObject({
    code: 'asset.broken',
  })
  expectNothingKept()
})

it('a drawing with entities, which could stand for anything, is refused', () => {
  const entity = '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>'
  expect(cleanSvg(`${entity}<svg viewBox="0 0 9 9"><text>&x;</text></svg>`)).toBeNull()
})

it('a drawing keeps its own gradients and the shapes it uses twice', async () => {
  const inside =
    '<defs><linearGradient id="a"/><path id="b" d="M0 0"/></defs><use href="#b" fill="url(#a)"/>'
  const { digest } = await store(drawing(inside))
  const kept = readFileSync(assetPath(dataDir, digest), 'utf8')
  expect(kept).toContain('href="#b"')
  expect(kept).toContain('url(#a)')
})

const page = Buffer.from('<!doctype html><html><body>bonjour</body></html>')

function png(): Promise<Buffer> {
  const background = { r: 200, g: 30, b: 30 }
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
}

async function cutPng(): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 251))
  const raw = { width: 100, height: 100, channels: 3 } as const
  const whole = await sharp(noise, { raw }).png().toBuffer()
  return whole.subarray(0, whole.length / 2)
}

async function pngSignature(): Promise<Buffer> {
  return (await png()).subarray(0, 40)
}

function drawing(inside: string): Buffer {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
  return Buffer.from(`${open}<circle cx="1" cy="1" r="1"/>${inside}</svg>`)
}

function store(from: Buffer | Readable, fileName = 'photo.png', team: Team = place) {
  const stream = Buffer.isBuffer(from) ? Readable.from([from]) : from
  return storeAsset({ bank: place.bank, dataDir }, { stream, fileName, ...by(team) })
}

function by({ organisationId, people }: Team) {
  return { organisationId, personId: people.designer.id, now }
}

/** The files that stand in the folder, those on their way apart. */
function stored(): string[] {
  return files('assets')
}

function expectNothingKept(): void {
  expect([...files('arriving'), ...files('assets')]).toEqual([])
  expect(place.bank.select().from(assets).all()).toEqual([])
}

function files(folder: string): string[] {
  try {
    return readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
  } catch {
    return []
  }
}
