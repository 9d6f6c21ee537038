import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import { rightsInExif, rightsInIptc } from '#app/services/assets/camera-rights.ts'
import { embeddedRights, rightsInXmp } from '#app/services/assets/embedded-rights.server.ts'

const digest = 'a'.repeat(64)
let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'embedded-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmpRights:WebStatement="https://creativecommons.org/licenses/by-nc-sa/4.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Le port &amp; la mer</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Nadia Ferrand</rdf:li><rdf:li>Luc Oudin</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>`

it('a picture says who made it and under which licence, if its file does', async () => {
  const create = { width: 4, height: 4, channels: 3 as const, background: '#777' }
  const file = await sharp({ create }).jpeg().withXmp(xmp).toBuffer()
  await mkdir(dirname(assetPath(dataDir, digest)), { recursive: true })
  await writeFile(assetPath(dataDir, digest), file)
  expect(await embeddedRights(dataDir, { digest, mediaType: 'image/jpeg' })).toMatchObject({
    title: 'Le port & la mer',
    authors: ['Nadia Ferrand', 'Luc Oudin'],
    reading: { licence: 'cc-by-nc-sa-4.0', confidence: 'certain' },
  })
})

async function store(file: Buffer): Promise<void> {
  await mkdir(dirname(assetPath(dataDir, digest)), { recursive: true })
  await writeFile(assetPath(dataDir, digest), file)
}

it('a camera says it in its own way, and is heard where nothing else says it', async () => {
  const create = { width: 4, height: 4, channels: 3 as const, background: '#777' }
  const Copyright = '© Ella Marchand, CC BY 4.0'
  const exif = { IFD0: { Artist: 'Ella Marchand; Luc Oudin', Copyright } }
  const file = () => sharp({ create }).jpeg().withExif(exif)
  await store(await file().toBuffer())
  expect(await embeddedRights(dataDir, { digest, mediaType: 'image/jpeg' })).toMatchObject({
    authors: ['Ella Marchand', 'Luc Oudin'],
    reading: { licence: 'cc-by-4.0', confidence: 'certain' },
    from: null,
  })
  await store(await file().withXmp(xmp).toBuffer())
  expect(await embeddedRights(dataDir, { digest, mediaType: 'image/jpeg' })).toMatchObject({
    authors: ['Nadia Ferrand', 'Luc Oudin'],
  })
})

it('an agency says it in datasets, in the letters of its time', () => {
  const dataset = (id: number, text: string) => {
    const bytes = Buffer.from(text, 'latin1')
    return Buffer.concat([Buffer.from([0x1c, 2, id, 0, bytes.length]), bytes])
  }
  const block = [dataset(5, 'Le quai'), dataset(80, 'Élodie'), dataset(80, 'Luc')]
  const rest = [dataset(110, 'Agence'), dataset(116, 'Tous droits réservés')]
  expect(rightsInIptc(Buffer.concat([Buffer.from('8BIM'), ...block, ...rest]))).toEqual({
    ...{ title: 'Le quai', authors: ['Élodie', 'Luc'], source: 'Agence' },
    terms: ['Tous droits réservés'],
  })
})

it('reads broken blocks to their end', () => {
  const nothing = { title: '', authors: [], terms: [], source: '' }
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))
  for (const start of ['', 'Exif\0\0II*\0', 'MM\0*\xff\xff\xff\xff', 'II*\0\x08\0\0\0\xff\xff'])
    for (const length of [0, 1, 13, 5000])
      rightsInExif(Buffer.concat([Buffer.from(start, 'latin1'), noise.subarray(0, length)]))
  expect(rightsInExif(Buffer.from('II*\0'))).toEqual(nothing)
  expect(rightsInIptc(Buffer.from([0x1c, 2, 80, 0xff, 0xff]))).toEqual(nothing)
})

it('says nothing where the file says nothing, is gone, or is no picture', async () => {
  expect(rightsInXmp('<rdf:RDF/>')).toBeNull()
  expect(await embeddedRights(dataDir, { digest, mediaType: 'image/png' })).toBeNull()
  expect(await embeddedRights(dataDir, { digest, mediaType: 'video/mp4' })).toBeNull()
})

it('leaves what may be read in several ways to a person', () => {
  const vague = xmp.replace(
    'https://creativecommons.org/licenses/by-nc-sa/4.0/',
    'Royalty-free',
  )
  expect(rightsInXmp(vague)?.reading).toMatchObject({ licence: null, confidence: 'ambiguous' })
})

it('reads hostile metadata to its end', () => {
  const open = '<dc:rights>'.repeat(15_000)
  expect(rightsInXmp(`${open}${'<rdf:li>'.repeat(5000)}`)).toBeNull()
})
