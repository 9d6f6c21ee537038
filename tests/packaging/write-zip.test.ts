import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { escapeXml, x } from '#packaging/xml/xml.ts'
import { compiled } from '#tests/builders/compiled.ts'
import { doc, paragraph, section, video } from '#tests/builders/document.ts'
import { asset, packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, bytesOf, temporaryFolder } from '#tests/builders/zip.ts'

const run = promisify(execFile)

const empty: Parcel = {
  source: packageSource(),
  settings: packageSettings('web'),
  doc: doc(paragraph('x')),
  pictures: new Map(),
  files: new Map(),
}
const add = (path: string, parcel = empty) => withText(parcel, path, 'text/plain', 'x')

describe('a parcel', () => {
  it.each([
    '../evil.html',
    '/etc/passwd',
    'a//b',
    'a/../b',
    'C:\\x',
    'média.png',
    'a b',
    '.htaccess',
    '',
  ])('refuses a file named %j', (path) => {
    expect(() => add(path)).toThrow(RangeError)
  })

  it('refuses a second file of one name, whatever its case', () => {
    expect(() => add('Index.html', add('index.html'))).toThrow('there already')
  })
})

describe('the zip', () => {
  it('compresses text, and stores media that are compressed already', async () => {
    const methods = await methodsIn(await builtPackage('web'))
    expect(methods.get('index.html')?.method).toBe(8)
    expect([...methods].find(([name]) => name.endsWith('.mp4'))?.[1].method).toBe(0)
  })

  it('never stores a file whose size comes after it: some LMSs read no further', async () => {
    const film = asset(Buffer.alloc(17 * 1024 * 1024, 7), 'video/mp4', '.mp4')
    const source = packageSource(
      doc(section('Voir', video({ asset: film.digest, captions: null, poster: null }))),
    )
    source.assets.set(film.digest, film)
    const methods = await methodsIn(await builtPackage('web', { source }))
    const unreadable = [...methods].filter(
      ([, { method, sizeAfter }]) => method === 0 && sizeAfter,
    )
    expect(methods.size).toBeGreaterThan(3)
    expect(unreadable).toEqual([])
  })

  it('of 200 MB of media is written in less than 250 MB of memory', async () => {
    const out = join(await temporaryFolder(), 'large.zip')
    const script = await compiled('tests/packaging/export-large.ts')
    const { stdout } = await run(process.execPath, [script, out])
    expect((await stat(out)).size).toBeGreaterThan(200_000_000)
    expect(Number(stdout)).toBeLessThan(250_000_000)
  })

  it('of 400 MB in files that are read whole is too, however slow the disk', async () => {
    const script = await compiled('tests/bench/export-media.ts')
    const { stdout } = await run(process.execPath, [script, '40', '10'])
    expect(Number(stdout)).toBeLessThan(250_000_000)
  })
})

describe('XML', () => {
  it('escapes what would be markup, and keeps line ends', () => {
    expect(x('a', { b: '<"&\r' }, `'>`).markup).toBe(
      '<a b="&#60;&#34;&#38;&#13;">&#39;&#62;</a>',
    )
  })

  it.each(['\u0000', '\u0001', '\u000b', '\u001f', '\ud800', '\ufffe'])(
    'refuses the character %j, which no parser would read',
    (character) => expect(() => escapeXml(`a${character}b`)).toThrow(RangeError),
  )

  it('refuses a name that is none', () => {
    expect(() => x('a b')).toThrow(RangeError)
    expect(() => x('a', { 'b=': 'x' })).toThrow(RangeError)
  })
})

/** How each file was put in, by what the end of the zip says. @see PKWARE, .ZIP File Format Specification, §4.3.12 */
async function methodsIn(path: string) {
  const bytes = await bytesOf(path)
  const methods = new Map<string, { method: number; sizeAfter: boolean }>()
  for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; ) {
    const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString()
    const sizeAfter = (bytes.readUInt16LE(at + 8) & 0b1000) !== 0
    methods.set(name, { method: bytes.readUInt16LE(at + 10), sizeAfter })
    at = bytes.indexOf('PK\u0001\u0002', at + 46)
  }
  return methods
}
