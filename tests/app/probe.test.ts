import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assets } from '#app/db/schema/bank/index.ts'
import { probe, unplayableCodec } from '#app/services/assets/probe.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'

const seed = 'app/db/seed/media'
const film = readFileSync(`${seed}/extincteur-quatre-gestes.mp4`)

let place: Workplace
let dataDir: string

beforeEach(async () => {
  place = workplace()
  dataDir = await mkdtemp(join(tmpdir(), 'grain-probe-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('a film', () => {
  it('is known by its size, its duration and its codecs', async () => {
    const found = await probe(`${seed}/extincteur-quatre-gestes.mp4`, 'video/mp4')
    expect(found).toMatchObject({ width: 1280, height: 720, codecs: ['avc1', 'mp4a'] })
    expect(Math.round(found.duration! / 1000)).toBe(60)
    expect(unplayableCodec(found)).toBeNull()
  })

  it('is stored with its size and duration', async () => {
    expect(await store(film, 'film.mp4')).toMatchObject({ width: 1280, height: 720 })
  })

  it('in a codec that browsers do not share is named by it', async () => {
    const { codecs } = await probe(`${seed}/extincteur-quatre-gestes.mp4`, 'video/mp4')
    expect(unplayableCodec({ codecs: [...codecs, 'hvc1'] })).toBe('HEVC (H.265)')
    expect(unplayableCodec({ codecs: ['mp4v'] })).toBe('MPEG-4 Visual')
  })

  it.each<[string, Buffer, string]>([
    ['that is a text', Buffer.from('Ceci n’est pas un film.'), 'asset.disguised'],
    ['that is cut short', film.subarray(0, film.length / 2), 'asset.broken'],
    ['with a head and nothing behind', film.subarray(0, 32), 'asset.broken'],
    [
      'with a head and noise behind',
      Buffer.concat([film.subarray(0, 32), Buffer.alloc(5000, 7)]),
      'asset.broken',
    ],
    ['whose index ends in itself', looping(), 'asset.broken'],
  ])('%s is refused, and nothing is kept', async (_, bytes, code) => {
    await expect(store(bytes, 'film.mp4')).rejects.toMatchObject({ code, status: 415 })
    expect(place.bank.select().from(assets).all()).toEqual([])
  })
})

it('a sound is known by its duration', async () => {
  const found = await probe(`${seed}/nadia-et-karim.mp3`, 'audio/mpeg')
  expect(found).toMatchObject({ width: null, height: null, codecs: ['MPEG 1 Layer 3'] })
  expect(Math.round(found.duration! / 1000)).toBe(38)
})

/** A box that says it has no bytes at all. */
function looping(): Buffer {
  const box = Buffer.alloc(16)
  box.writeUInt32BE(2, 0)
  box.write('moov', 4, 'latin1')
  return Buffer.concat([film.subarray(0, 32), box])
}

function store(bytes: Buffer, fileName: string) {
  const { organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  return storeAsset(
    { bank: place.bank, dataDir },
    { stream: Readable.from([bytes]), fileName, ...by },
  )
}
