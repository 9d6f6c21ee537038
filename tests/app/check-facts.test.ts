import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { readCheckFacts } from '#app/services/checks/read-check-facts.server.ts'
import type { Alignment } from '#content-schema/module.ts'
import { facts, now, save, type Workplace, workplace } from '#tests/builders/bank.ts'
import { image, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let place: Workplace

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})

afterEach(() => removeFolder(here))

const tie: Alignment = {
  ...{ competencyId: 'c1', role: 'teaches', label: 'Alerter les secours' },
  ...{ frameworkCode: 'RNCP99001', competencyBlockCode: 'RNCP99001BC01' },
}

it('what checks need of a module is told with it', async () => {
  save(place, { facts: { ...facts, minutes: 7 }, alignments: [tie] })
  expect(await read()).toMatchObject({
    ...{ language: facts.language, minutes: 7, licence: facts.licence, today: '2026-03-10' },
    near: '2026-05-09',
    alignments: [{ role: 'teaches' }],
    assets: [],
  })
})

it('a picture weighs what its renditions do in a package, not what was brought in', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const create = { width: 2400, height: 1600, channels: 3 as const, background: '#777', noise }
  const file = await sharp({ create }).png({ compressionLevel: 0 }).toBuffer()
  const { digest } = await store(file, 'photo.png')
  const shown = [image({ asset: digest }), image({ asset: digest })]
  save(place, { document: storedDoc(section('Une section', paragraph('a'), ...shown)) })
  const { assets } = await read()
  const [[named, told] = []] = assets
  expect(named).toBe(digest)
  expect(told).toMatchObject({ measured: true, mediaType: 'image/png' })
  expect(told!.bytes).toBeGreaterThan(10_000)
  expect(told!.bytes).toBeLessThan(file.length)
})

function read() {
  const { organisationId, moduleId } = place
  const store = { bank: here.bank, dataDir: here.settings.dataDir }
  return readCheckFacts(store, { organisationId, moduleId, now })
}

function store(file: Buffer, fileName: string) {
  const { organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  const to = { bank: here.bank, dataDir: here.settings.dataDir }
  return storeAsset(to, { ...by, stream: Readable.from([file]), fileName })
}
