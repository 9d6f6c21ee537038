import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { checkZip } from '#packaging/index.ts'
import { type RawEntry, rawZip, saved, unzip } from '#tests/builders/zip.ts'
import { zip64 } from '#tests/builders/zip64.ts'
import { scorm12 } from '#tests/corpus/broken/sources.ts'

it('a zip of 64 bits is taken like any other', async () => {
  const files = await unzip(await scorm12())
  const path = await saved(zip64(files))
  expect((await unzip(path)).size).toBe(files.size)
  expect(await checkZip(path)).toEqual([])
})

it('behind a password, only that is told', async () => {
  const files = [...(await unzip(await scorm12()))]
  const locked = files.map(([name, data]) => ({
    ...{ name, data: Buffer.concat([Buffer.alloc(12), data]), flags: 1 },
  }))
  const findings = await checkZip(await saved(rawZip(locked)))
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['zip.encrypted-file']))
})

it('a folder that was zipped with its manifest is named', async () => {
  const files = [...(await unzip(await scorm12()))]
  const inside = files.map(([name, data]) => ({ name: `My module/${name}`, data }))
  const findings = await checkZip(await saved(rawZip(inside)))
  expect(findings.find(({ code }) => code === 'manifest.not-at-root')).toEqual({
    code: 'manifest.not-at-root',
    severity: 'error',
    params: { path: 'My module/imsmanifest.xml', folder: 'My module' },
  })
})

it('names with backslashes are read as they were meant, and refused', async () => {
  const files = [...(await unzip(await scorm12()))]
  const windows = files.map(([name, data]) => ({ name: name.replaceAll('/', '\\'), data }))
  const codes = (await checkZip(await saved(rawZip(windows)))).map(({ code }) => code)
  expect(new Set(codes)).toEqual(new Set(['zip.backslash-name']))
})

it('two manifests of the same name are refused', async () => {
  const files = [...(await unzip(await scorm12()))].map(([name, data]) => ({ name, data }))
  const twice = [...files, { name: 'imsmanifest.xml', data: '<manifest/>' }]
  expect(await checkZip(await saved(rawZip(twice)))).toContainEqual({
    code: 'zip.repeated-file',
    severity: 'error',
    params: { path: 'imsmanifest.xml' },
  })
})

it('nothing that is sent exhausts the memory, and each is told what it is', async () => {
  const paths = await Promise.all(Object.values(bombs).map(async (made) => saved(made())))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=200', '--import', 'tsx', script, ...paths],
    { maxBuffer: 10_000_000 },
  )
  const said = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[])
  const told = Object.keys(bombs).map((name, at) => [name, said[at]])
  expect(Object.fromEntries(told)).toEqual({
    'many files': expect.arrayContaining(['zip.too-many-files']),
    'many long names': ['zip.long-name', 'package.more-findings', 'package.unknown-format'],
    'one huge file': expect.arrayContaining(['zip.too-large', 'zip.swelling-file']),
    'a zip in a zip': expect.arrayContaining(['zip.swelling-file']),
    'a manifest of 50 MB': ['manifest.too-large'],
    'a manifest of many elements': ['zip.swelling-file', 'manifest.too-large'],
    'a manifest all wrong': expect.arrayContaining([
      'manifest.not-validated',
      'manifest.no-title',
    ]),
    'as much wrong as is validated': expect.arrayContaining(['manifest.invalid']),
    'a long way round': expect.arrayContaining(['manifest.circular-dependency']),
    'entities in entities': ['manifest.own-doctype'],
    'a page of pictures': ['page.missing-file', 'package.more-findings'],
  })
}, 120_000)

const script = 'tests/packaging/check-in-little-memory.ts'

const page: RawEntry = { name: 'index.html', data: '<!doctype html><title>x</title>' }

function deflated(name: string, text: string | Buffer): RawEntry {
  const unpacked = Buffer.byteLength(text)
  return { name, data: deflateRawSync(text), method: 8, unpacked }
}

function numbered(count: number, one: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => one(at)).join('\n')
}

function manifest(inside: string): RawEntry {
  const xml = `<?xml version="1.0"?><manifest identifier="M"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
    <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
    ${inside}</manifest>`
  return deflated('imsmanifest.xml', xml)
}

function items(count: number): string {
  const all = numbered(count, (at) => `<item identifier="${at}" isvisible="${at}"/>`)
  return `<organizations><organization identifier="O">${all}</organization></organizations>`
}

const laughs = numbered(
  10,
  (at) => `<!ENTITY l${at} "${at === 0 ? 'lol' : `&l${at - 1};`.repeat(10)}">`,
)

/** Each small on the wire, or full of what a reader may believe. */
const bombs: Record<string, () => Buffer> = {
  'many files': () =>
    rawZip(Array.from({ length: 50_002 }, (_, at) => ({ name: `a/${at}`, data: '' }))),
  'many long names': () =>
    rawZip(
      Array.from({ length: 2000 }, (_, at) => ({
        name: `${at}`.padEnd(30_000, 'a'),
        data: '',
      })),
    ),
  'one huge file': () =>
    rawZip([
      page,
      { name: 'film', data: deflateRawSync('x'), method: 8, unpacked: 4_200_000_000 },
    ]),
  'a zip in a zip': () => {
    const inner = rawZip([deflated('zeros', Buffer.alloc(50_000_000))])
    return rawZip([page, deflated('1.zip', Buffer.concat([inner, Buffer.alloc(20_000_000)]))])
  },
  'a manifest of 50 MB': () =>
    rawZip([
      deflated(
        'imsmanifest.xml',
        numbered(1_000_000, (at) => `<file href="${at}.html.html.html.html.html"/>`),
      ),
    ]),
  'a manifest of many elements': () => rawZip([manifest('<a/>'.repeat(1_900_000))]),
  'a manifest all wrong': () => rawZip([manifest(items(90_000))]),
  'as much wrong as is validated': () => rawZip([manifest(items(6_600))]),
  'a long way round': () =>
    rawZip([
      manifest(
        `<resources>${numbered(45_000, (at) => `<resource identifier="R${at}"><dependency identifierref="R${(at + 1) % 45_000}"/></resource>`)}</resources>`,
      ),
    ]),
  'entities in entities': () =>
    rawZip([
      { name: 'imsmanifest.xml', data: `<!DOCTYPE m [${laughs}]><manifest>&l9;</manifest>` },
    ]),
  'a page of pictures': () =>
    rawZip([
      deflated(
        'index.html',
        numbered(400_000, (at) => `<img src=${at}>`),
      ),
    ]),
}
