import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { picture } from '#app/services/assets/pictures.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import type { Rendition } from '#packaging/package-source.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { hugePng } from '#tests/builders/huge-png.ts'

let place: Workplace
let dataDir: string

beforeEach(async () => {
  place = workplace()
  dataDir = await mkdtemp(join(tmpdir(), 'grain-pictures-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('a photograph of a camera', () => {
  it('is known by its size as it stands upright', async () => {
    expect(await store(await photograph())).toMatchObject({ width: 1200, height: 2000 })
  })

  it('goes out upright, without place, camera or profile, in sRGB', async () => {
    const camera = await sharp(await photograph()).metadata()
    expect([camera.orientation, camera.icc === undefined]).toEqual([6, false])
    expect(camera.exif?.includes('Nadia')).toBe(true)
    const { fallback, sources } = await shown(await photograph())
    for (const each of [fallback, ...sources]) {
      const metadata = await sharp(await bytesOf(each)).metadata()
      expect(metadata.exif).toBeUndefined()
      expect(metadata.xmp).toBeUndefined()
      expect(metadata.icc).toBeUndefined()
      expect(metadata.orientation).toBeUndefined()
      expect(metadata.space).toBe('srgb')
      expect((await bytesOf(each)).includes('Nadia')).toBe(false)
      expect(await colourAt(each, 0.5, 0.1)).toBe('red')
      expect(await colourAt(each, 0.5, 0.9)).toBe('blue')
    }
  })

  it('goes out as WebP in the widths of screens, and as one JPEG', async () => {
    const { fallback, sources, width, height } = await shown(await photograph())
    expect(sources.map((each) => [each.mediaType, each.width])).toEqual([
      ['image/webp', 480],
      ['image/webp', 960],
      ['image/webp', 1200],
    ])
    expect([fallback.mediaType, fallback.extension, fallback.width]).toEqual([
      'image/jpeg',
      '.jpg',
      960,
    ])
    expect({ width, height }).toEqual({ width: 1200, height: 2000 })
  })

  it('is cut as it stands upright', async () => {
    const { fallback, width, height } = await shown(await photograph(), '0 0 1000 400')
    expect({ width, height }).toEqual({ width: 1200, height: 800 })
    expect(await colourAt(fallback, 0.5, 0.9)).toBe('red')
    const below = await shown(await photograph(), '0 600 1000 400')
    expect(await colourAt(below.fallback, 0.5, 0.1)).toBe('blue')
  })

  it('is downloaded in its own width, and just as clean', async () => {
    const { fallback, sources } = await shown(await photograph(), 'full')
    expect([fallback.width, sources]).toEqual([1200, []])
    expect((await sharp(await bytesOf(fallback)).metadata()).exif).toBeUndefined()
  })
})

describe('a picture', () => {
  it('is never enlarged', async () => {
    const { fallback, sources } = await shown(await png(200, 100))
    expect([fallback.width, ...sources.map(({ width }) => width)]).toEqual([200, 200])
  })

  it('keeps what shows through', async () => {
    const background = { r: 9, g: 9, b: 9, alpha: 0.3 }
    const create = { width: 50, height: 50, channels: 4, background } as const
    const { fallback } = await shown(await sharp({ create }).png().toBuffer())
    expect(fallback.mediaType).toBe('image/png')
    expect((await sharp(await bytesOf(fallback)).metadata()).hasAlpha).toBe(true)
  })

  it('that moves goes on moving', async () => {
    const { fallback, sources } = await shown(await animation())
    expect(fallback).toMatchObject({ mediaType: 'image/gif', width: 40, height: 30 })
    for (const each of [fallback, ...sources])
      expect((await sharp(await bytesOf(each)).metadata()).pages).toBe(3)
  })

  it('gives the same bytes again, made twice at once or made anew', async () => {
    const asset = await store(await photograph())
    const [first, second] = await Promise.all([
      picture(dataDir, asset),
      picture(dataDir, asset),
    ])
    expect(digests(second)).toEqual(digests(first))
    await rm(join(dataDir, 'pictures'), { recursive: true })
    expect(digests(await picture(dataDir, asset))).toEqual(digests(first))
  })

  it('of 200 million pixels is refused from its header alone, with its size', async () => {
    await expect(store(hugePng(20_000, 10_000))).rejects.toMatchObject({
      code: 'asset.too-many-pixels',
      status: 413,
      params: { megapixels: 200, most: 100 },
    })
  })
})

/** 2000 × 1200 as the sensor saw it, to be turned by a quarter: red then stands above blue. */
async function photograph(): Promise<Buffer> {
  const half = (background: string) =>
    sharp({ create: { width: 1000, height: 1200, channels: 3, background } })
      .png()
      .toBuffer()
  const create = { width: 2000, height: 1200, channels: 3, background: 'white' } as const
  return sharp({ create })
    .composite([
      { input: await half('red'), left: 0, top: 0 },
      { input: await half('blue'), left: 1000, top: 0 },
    ])
    .jpeg()
    .withIccProfile('p3')
    .withExif({ IFD0: { Artist: 'Nadia' }, IFD3: { GPSLatitude: '48/1 51/1 24/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

function png(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'green' } })
    .png()
    .toBuffer()
}

async function animation(): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer()
  const frames = await Promise.all(['red', 'green', 'blue'].map(frame))
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: 100 })
    .toBuffer()
}

async function colourAt(rendition: Rendition, x: number, y: number): Promise<string> {
  const image = sharp(await bytesOf(rendition))
  const { width, height } = await image.metadata()
  const left = Math.floor(x * width)
  const top = Math.floor(y * height)
  const [red = 0, , blue = 0] = await image
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return red > blue ? 'red' : 'blue'
}

function bytesOf(rendition: Rendition): Promise<Buffer> {
  return buffer(rendition.open())
}

function digests({ fallback, sources }: { fallback: Rendition; sources: Rendition[] }) {
  return [fallback, ...sources].map(({ digest }) => digest)
}

async function shown(bytes: Buffer, region = '') {
  return picture(dataDir, await store(bytes), region)
}

function store(bytes: Buffer) {
  const { organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  const stream = Readable.from([bytes])
  return storeAsset({ bank: place.bank, dataDir }, { stream, fileName: 'photo.jpg', ...by })
}
