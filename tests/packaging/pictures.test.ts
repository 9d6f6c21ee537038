import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { checkZip } from '#packaging/index.ts'
import { formats, type PackagedAsset, type Picture } from '#packaging/package-source.ts'
import { attachment, doc, image, video } from '#tests/builders/document.ts'
import { asset, files, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, bytesOf, rewritten, saved, unzip } from '#tests/builders/zip.ts'

/** A photograph that its camera wrote into, and whatever is made of it, named after what it is. */
const photograph: PackagedAsset = asset('prise à Nantes', 'image/jpeg', '.jpg', {
  width: 2000,
  height: 1000,
  picture: async (region) => madeOf(region),
})

function madeOf(region: string): Picture {
  const width = region.startsWith('0 0 500 ') ? 1000 : 2000
  return {
    width,
    height: 1000,
    fallback: rendition(`${region} jpeg`, 'image/jpeg', '.jpg', 960),
    sources: region === 'full' ? [] : [480, 960].map((each) => webp(region, each)),
  }
}

function webp(region: string, width: number) {
  return rendition(`${region} ${width}`, 'image/webp', '.webp', width)
}

function rendition(content: string, mediaType: string, extension: string, width: number) {
  const digest = createHash('sha256').update(content).digest('hex')
  const open = () => Readable.from([Buffer.from(content)])
  return { digest, mediaType, extension, bytes: content.length, width, height: width / 2, open }
}

function sourceOf(...elements: Parameters<typeof doc>) {
  const source = packageSource(doc(...elements))
  source.assets.set(photograph.digest, photograph)
  return source
}

const shown = image({ asset: photograph.digest, alt: 'Un quai' })

describe.each(formats)('a photograph in %s', (format) => {
  it('goes in the widths of screens, never as its camera made it, and all of it is listed', async () => {
    const path = await builtPackage(format, { source: sourceOf(shown) })
    expect(await checkZip(path)).toEqual([])
    expect(media(await unzip(path))).toEqual([' 480', ' 960', ' jpeg'])
  })
})

it('a page lets the browser choose a width, and keeps the place of the picture', async () => {
  const page = await pageOf(shown)
  expect(page).toMatch(
    /<picture><source type="image\/webp" srcset="media\/\w+\.webp 480w, media\/\w+\.webp 960w" sizes="[^"]+"><img src="media\/\w+\.jpg" alt="Un quai" width="2000" height="1000"/,
  )
})

it('a part of a picture is made and shipped alone, once however often it is shown', async () => {
  const part = image({ asset: photograph.digest, crop: '0 0 500 1000' })
  const path = await builtPackage('web', { source: sourceOf(part, part) })
  const files = await unzip(path)
  expect(media(files)).toEqual(['0 0 500 1000 480', '0 0 500 1000 960', '0 0 500 1000 jpeg'])
  expect(String(files.get('index.html'))).toContain('width="1000" height="1000"')
})

it('a shape is cut around the point that matters', async () => {
  const square = image({ asset: photograph.digest, shape: 'square', focus: '0 500' })
  const files = await unzip(await builtPackage('web', { source: sourceOf(square) }))
  expect(media(files)).toContain('0 0 500 1000 jpeg')
})

it('the picture before a film is one file that every browser shows', async () => {
  const film = video({
    asset: files.film.digest,
    captions: null,
    poster: photograph.digest,
  })
  const packed = await unzip(await builtPackage('web', { source: sourceOf(film) }))
  expect(media(packed).filter((text) => text.length < 100)).toEqual([' jpeg'])
})

it('two photographs that are compared are one clean file each, and no width that nobody names', async () => {
  const side = (label: string) => ({
    type: 'comparisonImage',
    attrs: { asset: photograph.digest, alt: label },
    content: [{ type: 'comparisonLabel', content: [{ type: 'text', text: label }] }],
  })
  const compared = { type: 'comparison', content: [side('Avant'), side('Après')] }
  const path = await builtPackage('scorm-12', { source: sourceOf(compared) })
  expect(await checkZip(path)).toEqual([])
  expect(media(await unzip(path))).toEqual([' jpeg'])
})

it('a photograph to download goes in its own width, without what its camera wrote', async () => {
  const sheet = attachment({ asset: photograph.digest })
  expect(media(await unzip(await builtPackage('web', { source: sourceOf(sheet) })))).toEqual([
    'full jpeg',
  ])
})

it('a width that is named and not shipped is found by the check', async () => {
  const path = await builtPackage('web', { source: sourceOf(shown) })
  const [name = ''] = [...(await unzip(path)).keys()].filter((each) => each.endsWith('.webp'))
  const findings = await checkZip(await saved(await rewritten(path, { [name]: null })))
  expect(findings).toContainEqual(expect.objectContaining({ code: 'page.missing-file' }))
})

it('the package is the same, byte for byte, when it is made again', async () => {
  const [one, two] = await Promise.all([
    builtPackage('scorm-12', { source: sourceOf(shown) }),
    builtPackage('scorm-12', { source: sourceOf(shown) }),
  ])
  expect((await bytesOf(one)).equals(await bytesOf(two))).toBe(true)
})

async function pageOf(...elements: Parameters<typeof doc>): Promise<string> {
  const files = await unzip(await builtPackage('web', { source: sourceOf(...elements) }))
  return String(files.get('index.html'))
}

function media(files: Map<string, Buffer>): string[] {
  return [...files]
    .filter(([name]) => /^(fallback\/)?media\//.test(name))
    .map(([, bytes]) => String(bytes))
    .sort()
}
