import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { buildPackage, checkZip, fileName } from '#packaging/index.ts'
import {
  type Delivery,
  type ExportFormat,
  type Format,
  formats,
  isThin,
} from '#packaging/package-source.ts'
import { readSchemas } from '#packaging/standards/schemas.ts'
import { doc, paragraph } from '#tests/builders/document.ts'
import { asset, files, packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, bytesOf, temporaryFolder, unzip } from '#tests/builders/zip.ts'

const run = promisify(execFile)
const schemas = resolve('../shared/schemas')
const drivers: Partial<Record<Format, string>> = {
  'scorm-12': 'drivers/scorm12.xsd',
  'scorm-2004-3': 'drivers/scorm2004-3ed.xsd',
  'scorm-2004-4': 'drivers/scorm2004-4ed.xsd',
  cmi5: 'cmi5/CourseStructure.xsd',
  'thin-12': 'drivers/scorm12.xsd',
  'thin-2004': 'drivers/scorm2004-4ed.xsd',
}
const canLint =
  existsSync(schemas) &&
  (await run('xmllint', ['--version']).then(
    () => true,
    () => false,
  ))

describe.each(formats)('a package in %s', (format) => {
  it('has nothing that an LMS would refuse, with every node in it', async () => {
    expect(await checkZip(await builtPackage(format))).toEqual([])
  })

  it('has nothing that an LMS would refuse when it sends statements, in English', async () => {
    const traces = { endpoint: 'https://banque.example/xapi', key: 'k', secret: 's' }
    const path = await builtPackage(format, { more: { traces, language: 'en' } })
    expect(await checkZip(path)).toEqual([])
  })

  it('is the same, byte for byte, when it is made again', async () => {
    const [one, two] = await Promise.all([builtPackage(format), builtPackage(format)])
    expect((await bytesOf(one)).equals(await bytesOf(two))).toBe(true)
  })

  it('holds the module, the player, the credits and only the files that it shows', async () => {
    const source = packageSource(doc(paragraph('Rien à voir.')))
    const names = [...(await unzip(await builtPackage(format, { source }))).keys()]
    expect(names).toEqual(
      expect.arrayContaining(
        ['credits.html', 'index.html', 'player/player.css', 'player/player.js'].map(
          (name) => `${isThin(format) ? 'fallback/' : ''}${name}`,
        ),
      ),
    )
    expect(names.filter((name) => /(^|\/)media\//.test(name))).toEqual([])
    expect(names).toEqual([...names].sort())
  })

  it('names its files in plain ASCII, one folder deep at most', async () => {
    const all = [...(await unzip(await builtPackage(format))).keys()]
    const names = all.map((name) => (isThin(format) ? name.replace('fallback/', '') : name))
    for (const name of names) expect(name).toMatch(/^[\w.-]+(\/[\w.-]+)?$/)
  })
})

describe.each(Object.entries(drivers))('the manifest of %s', (format, driver) => {
  it.skipIf(!canLint)(
    'is valid for xmllint with the standard’s own schemas and metadata (skipped without xmllint or ../shared/schemas)',
    async () => {
      const zip = await builtPackage(format as Format)
      const files = await unzip(zip)
      for (const name of ['imsmanifest.xml', 'metadata.xml', 'cmi5.xml']) {
        const text = files.get(name)
        if (!text) continue
        const path = join(dirname(zip), name)
        await writeFile(path, text)
        expect(await linted(driver, path), name).toContain('validates')
      }
    },
  )
})

async function linted(driver: string, path: string): Promise<string> {
  const { stderr } = await run(
    'xmllint',
    ['--nonet', '--noout', '--schema', join(schemas, driver), path],
    { env: { ...process.env, XML_CATALOG_FILES: `file://${schemas}/catalog.xml` } },
  )
  return stderr
}

describe('what a manifest says', () => {
  const manifest = async (format: Format, source = packageSource()) =>
    String((await unzip(await builtPackage(format, { source }))).get('imsmanifest.xml'))

  it('leaves the mastery score out of SCORM 1.2, where an LMS would judge too early', async () => {
    expect(await manifest('scorm-12')).not.toMatch(/masteryscore/i)
  })

  it('gives the share needed in SCORM 2004, and none without questions', async () => {
    const needed = '<imsss:minNormalizedMeasure>0.7'
    expect(await manifest('scorm-2004-4')).toContain(needed)
    const unasked = packageSource(doc(paragraph('À lire.')))
    const xml = await manifest('scorm-2004-4', unasked)
    expect(xml).toContain('satisfiedByMeasure="false"')
    expect(xml).not.toContain('minNormalizedMeasure')
  })

  it('names its edition of SCORM 2004, and carries the schemas of that edition', async () => {
    for (const format of ['scorm-2004-3', 'scorm-2004-4'] as const) {
      const version = format === 'scorm-2004-3' ? '3rd' : '4th'
      expect(await manifest(format)).toContain(`<schemaversion>2004 ${version} Edition<`)
      const files = await unzip(await builtPackage(format))
      const schemas = await readSchemas(format)
      expect(schemas.length).toBeGreaterThan(14)
      for (const { name, text } of schemas) expect(String(files.get(name)), name).toBe(text)
    }
  })

  it('ties the module to its competency and names its authors', async () => {
    for (const format of ['scorm-12', 'scorm-2004-3', 'scorm-2004-4'] as const) {
      const files = await unzip(await builtPackage(format))
      const xml = `${files.get('imsmanifest.xml')}${files.get('metadata.xml') ?? ''}`
      expect(xml).toContain('RNCP99001BC01')
      expect(xml).toContain('FN:Nadia Ferrand')
      expect(xml).toContain('PT12M')
    }
  })

  it('refuses a title with a control character rather than write what no LMS reads', async () => {
    const source = packageSource()
    source.facts.title = 'Feu\u0001'
    await expect(manifest('scorm-12', source)).rejects.toThrow('control character')
  })
})

describe('the credits', () => {
  it('name the licence of the module and of each file, in the language of the player', async () => {
    const credits = async (language: 'fr' | 'en') =>
      String(
        (await unzip(await builtPackage('web', { more: { language } }))).get('credits.html'),
      )
    const french = await credits('fr')
    expect(french).toContain('par Nadia Ferrand, Luc Oudin')
    expect(french).toContain('modifié : recadrage')
    expect(french).toContain('https://creativecommons.org/licenses/by/4.0/')
    expect(french).toContain('14 mars 2026')
    const english = await credits('en')
    expect(english).toContain('changes: recadrage')
    expect(english).toContain('14 March 2026')
  })
})

describe('a package that cannot be made', () => {
  it('leaves nothing behind when a file cannot be read to its end', async () => {
    const folder = await temporaryFolder()
    const broken = { ...files.film, open: () => Readable.from([Buffer.alloc(10)]) }
    const source = packageSource()
    source.assets.set(broken.digest, broken)
    await expect(
      buildPackage(source, packageSettings('web'), join(folder, 'x.zip')),
    ).rejects.toThrow('10 bytes instead of 2000')
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing behind when a large file fails while it is read', async () => {
    const folder = await temporaryFolder()
    const fails = () =>
      new Readable({
        read() {
          this.destroy(new Error('the disk is gone'))
        },
      })
    const source = packageSource()
    source.assets.set(files.film.digest, { ...files.film, bytes: 90_000_000, open: fails })
    await expect(
      buildPackage(source, packageSettings('web'), join(folder, 'x.zip')),
    ).rejects.toThrow('the disk is gone')
    expect(await readdir(folder)).toEqual([])
  })

  it('says which file was not given', async () => {
    const source = packageSource()
    source.assets.delete(files.sheet.digest)
    const out = join(await temporaryFolder(), 'x.zip')
    await expect(buildPackage(source, packageSettings('web'), out)).rejects.toThrow(
      files.sheet.digest,
    )
  })

  it('refuses a file that a server or a browser would run', async () => {
    const page = asset('<script>', 'text/html', '.html')
    const source = packageSource()
    source.assets.set(files.sheet.digest, { ...page, digest: files.sheet.digest })
    const out = join(await temporaryFolder(), 'x.zip')
    await expect(buildPackage(source, packageSettings('web'), out)).rejects.toThrow('.html')
  })
})

describe('the progress of an export', () => {
  it('goes up to all of its bytes', async () => {
    const steps: [number, number][] = []
    const out = join(await temporaryFolder(), 'x.zip')
    await buildPackage(packageSource(), packageSettings('web'), out, (...step) => {
      steps.push(step)
    })
    const [done, total] = steps.at(-1) ?? []
    expect(done).toBe(total)
    expect(steps.map(([bytes]) => bytes)).toEqual(
      steps.map(([bytes]) => bytes).sort((a, b) => a - b),
    )
  })
})

describe('an export that is aborted', () => {
  it('reads nothing more of its files, and leaves nothing', async () => {
    const source = packageSource()
    const sheet = source.assets.get(files.sheet.digest)!
    const bytes = 40_000_000
    let read = 0
    const open = () =>
      Readable.from(
        (function* () {
          for (; read < bytes; read += 100_000) yield Buffer.alloc(100_000, 'x')
        })(),
      )
    source.assets.set(sheet.digest, { ...sheet, bytes, open })
    const folder = await temporaryFolder()
    const aborting = new AbortController()
    const tell = () => read > 0 && aborting.abort(new Error('no longer wanted'))
    const making = buildPackage(
      source,
      packageSettings('web'),
      join(folder, 'x.zip'),
      tell,
      aborting.signal,
    )
    await expect(making).rejects.toThrow('no longer wanted')
    expect(await readdir(folder)).toEqual([])
    expect(read).toBeLessThan(2_000_000)
  })
})

describe('the name of a package', () => {
  it('says module, edition and format', () => {
    expect(formats.map((format) => fileName(packageSource(), format))).toEqual([
      'choisir-un-extincteur-1.2-scorm12.zip',
      'choisir-un-extincteur-1.2-scorm2004-3.zip',
      'choisir-un-extincteur-1.2-scorm2004.zip',
      'choisir-un-extincteur-1.2-cmi5.zip',
      'choisir-un-extincteur-1.2-xapi.zip',
      'choisir-un-extincteur-1.2-web.zip',
      'choisir-un-extincteur-1.2-thin12.zip',
      'choisir-un-extincteur-1.2-thin2004.zip',
    ])
  })

  it('says for whom it is printed, and how it opens by itself', () => {
    const named = (format: ExportFormat, delivery: Delivery) =>
      fileName(packageSource(), format, delivery).replace('choisir-un-extincteur-1.2-', '')
    expect(named('print', { reader: 'learner' })).toBe('learner.html')
    expect(named('pdf', { reader: 'tutor' })).toBe('tutor.pdf')
    expect(named('web', { web: { variant: 'single-file', minutes: 3 } })).toBe('web.html')
    expect(named('web', { web: { variant: 'kiosk', minutes: 3 } })).toBe('kiosk.zip')
  })
})
