import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFile, checkForeign, explainFinding } from '#packaging/index.ts'
import { rewritten, saved, temporaryFolder, unzip } from '#tests/builders/zip.ts'
import { cmi5, withCourse } from '#tests/corpus/broken/sources.ts'

type Change = (xml: string) => string

/** The rules that a package breaks, by the ids of `@cmi5/requirements`. */
async function rules(zip: Buffer): Promise<(string | null)[]> {
  const findings = await checkFile(await saved(zip))
  return [...new Set(findings.map((finding) => explainFinding(finding).rule))]
}

const inUnit = (more: string) => (xml: string) => xml.replace('</au>', `${more}</au>`)
const url = (address: string) => (xml: string) => xml.replace('>index.html<', `>${address}<`)
const secondUnit = (id: string) => (xml: string) =>
  xml.replace(
    '</courseStructure>',
    `${block(id, '<au id="https://a.example/2" moveOn="Passed">', '</au>')}</courseStructure>`,
  )

function block(id: string, start: string, end: string): string {
  const named = ['title', 'description'].map(
    (name) => `<${name}><langstring lang="fr">a</langstring></${name}>`,
  )
  const names = named.join('')
  return `<block id="${id}">${names}${start}${names}<url>index.html</url>${end}</block>`
}

describe('each rule of cmi5 on a course is told by its own id', () => {
  const unit = /<au\s+id="[^"]*"/
  it.each<[string, string, Change]>([
    ['3.0.0.0-1', 'an id that is relative', (xml) => xml.replace(unit, '<au id="unit/1"')],
    [
      '3.0.0.0-1',
      'an objective that is relative',
      (xml) => xml.replace(/idref="[^"]*"/, 'idref="1"'),
    ],
    ['8.1.0.0-6', 'a name that the LMS adds', url('index.html?actor=me')],
    ['13.1.2.0-1', 'a block with the id of the unit', (xml) => secondIn(xml)],
    [
      '13.1.3.0-1',
      'an objective twice',
      (xml) => xml.replace(/<objective id.*?<\/objective>/s, '$&$&'),
    ],
    [
      '13.1.4.0-1',
      'a unit with the id of the course',
      (xml) => xml.replace(unit, `<au id="${courseOf(xml)}"`),
    ],
    ['13.1.4.0-2', 'an address with a space', url('my page.html')],
    ['13.1.4.0-2', 'an address with an accent', url('thème.html')],
    ['13.1.4.0-2', 'an address of no server', url('file:///index.html')],
    ['13.1.5.0-1', 'what a vendor adds without its schema', inUnit('<x:a xmlns:x="urn:x"/>')],
    [
      '13.1.5.0-2',
      'what a vendor adds in the wrong place',
      (xml) => xml.replace('<url>', `${foreign}<url>`),
    ],
    ['13.2.0.0-1', 'a unit without an address', (xml) => xml.replace(/<url>.*?<\/url>/, '')],
    ['14.1.0.0-3', 'a file that is not there', url('start.html')],
    ['14.1.0.0-4', 'an address from the root of a server', url('/index.html')],
  ])('%s: %s', async (rule, _, change) => {
    expect(await rules(await withCourse(change))).toEqual([`cmi5 ${rule}`])
  })

  const courseOf = (xml: string) => /<course\s+id="([^"]*)"/.exec(xml)![1]!
  const secondIn = (xml: string) => secondUnit(courseOf(xml))(xml)
  const foreign =
    '<x:a xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x https://a.example/x.xsd"/>'

  it('14.1.0.0-2: a structure that is not at the root', async () => {
    const moved = { 'cmi5.xml': null, 'index.html': null, 'course/cmi5.xml': '<a/>' }
    expect(await rules(await rewritten(await cmi5(), moved))).toContain(
      'ADL 1; cmi5 14.1.0.0-2',
    )
  })

  it('14.0.0.0-1: neither a zip nor XML', async () => {
    expect(await rules(Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'))).toEqual([
      'PKWARE APPNOTE 4.3.16; cmi5 14.0.0.0-1',
    ])
  })
})

describe('nothing is said of', () => {
  it.each<[string, Change]>([
    ['a block', secondUnit('https://a.example/block')],
    ['an address with a query of its own', url('index.html?page=1&#38;theme=a%20b#top')],
    ['an address on the web', url('https://a.example/index.html')],
    ['spaces around an id', (xml) => xml.replace(/<au id="([^"]*)"/, '<au id=" $1 "')],
    [
      'what a vendor adds with its schema',
      inUnit(
        '<x:a xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x https://a.example/x.xsd"/>',
      ),
    ],
  ])('%s', async (_, change) => {
    expect(await rules(await withCourse(change))).toEqual([])
  })

  it('a schema that is in the package', async () => {
    const added = inUnit(
      '<x:a xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd"/>',
    )
    const schema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'
    const path = await cmi5()
    const whole = await rewritten(path, { 'cmi5.xml': added, 'x.xsd': schema })
    expect(await rules(whole)).toEqual([])
    expect(await rules(await rewritten(path, { 'cmi5.xml': added }))).toEqual([
      'cmi5 13.1.5.0-1',
    ])
  })
})

describe('a course structure that comes without files', () => {
  const alone = async (change: Change) => {
    const path = join(await temporaryFolder(), 'course.xml')
    await writeFile(path, change(String((await unzip(await cmi5())).get('cmi5.xml'))))
    return path
  }

  it('leads to the web only: 14.2.0.0-1', async () => {
    const [finding, ...others] = await checkFile(await alone((xml) => xml))
    expect(others).toEqual([])
    expect(explainFinding(finding!)).toMatchObject({
      ...{ place: 'cmi5.xml', line: expect.any(Number), rule: 'cmi5 14.2.0.0-1' },
    })
    const { findings } = await checkForeign(await alone(url('https://a.example/')), null)
    expect(findings).toEqual([])
  })

  it('is not any XML', async () => {
    const path = await alone(() => '<?xml version="1.0"?><manifest/>')
    expect(await checkFile(path)).toEqual([
      { code: 'package.unknown-format', severity: 'error', params: {} },
    ])
  })
})
