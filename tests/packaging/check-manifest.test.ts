import { describe, expect, it } from 'vitest'
import { checkZip, explainFinding, packageFindingParams } from '#packaging/index.ts'
import { rawZip, rewritten, saved, unzip } from '#tests/builders/zip.ts'
import { based, brokenManifests, waitingFor } from '#tests/corpus/broken/manifests.ts'
import {
  beside,
  inItem,
  scorm12,
  scorm2004,
  with12,
  with2004,
} from '#tests/corpus/broken/sources.ts'

type Made = () => Promise<Buffer>

/** The codes that a zip gives, each with the line where there is one. */
async function codes(made: Made): Promise<string[]> {
  const findings = await checkZip(await saved(await made()))
  return [...new Set(findings.map(({ code }) => code))].sort()
}

describe('nothing is said of', () => {
  const fields = [
    '<adlcp:maxtimeallowed>0001:30:00.5</adlcp:maxtimeallowed>',
    '<adlcp:timelimitaction>continue,no message</adlcp:timelimitaction>',
    `<adlcp:datafromlms>${'é'.repeat(255)}</adlcp:datafromlms>`,
    '<adlcp:masteryscore>87.5</adlcp:masteryscore>',
  ]
  const second = (script: string) => (xml: string) =>
    xml.replace(
      '</organization>',
      `<item identifier="ITEM-2" identifierref="RES-1"><title>Suite</title>${waitingFor(script)}</item></organization>`,
    )
  it.each<[string, Made]>([
    ['what an item may carry in SCORM 1.2', () => with12((xml) => inItem(xml, ...fields))],
    ['fields that a tool leaves empty', () => with12((xml) => inItem(xml, emptyFields))],
    ['a prerequisite', () => with12(second('ITEM-1'))],
    ['one with a status', () => with12(second('~(ITEM-1="not attempted" | ITEM-1=passed)'))],
    ['some of several', () => with12(second('2*{ITEM-1, ITEM-1}'))],
    [
      'what an item may carry in SCORM 2004',
      () =>
        with2004((xml) =>
          xml.replace(
            '<imsss:sequencing>',
            '<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction><adlcp:dataFromLMS>a</adlcp:dataFromLMS><imsss:sequencing>',
          ),
        ),
    ],
    [
      'an address with a query and an anchor',
      () => with12((xml) => xml.replace('href="index.html">', 'href="index.html?a=1#b">')),
    ],
    [
      'a name written with percent signs',
      () => with12((xml) => xml.replace('"credits.html"', '"cr%65dits.html"')),
    ],
    [
      'what a SCO shares with others',
      () =>
        with12((xml) =>
          beside(
            xml
              .replace('<file href="credits.html"/>', '')
              .replace('</resource>', '<dependency identifierref="RES-2"/></resource>'),
            '<resource identifier="RES-2" type="webcontent" adlcp:scormtype="asset"><file href="credits.html"/></resource>',
          ),
        ),
    ],
    ['a UTF-8 byte order mark', () => withBytes((xml) => Buffer.from(`\ufeff${xml}`))],
  ])('%s', async (_, made) => {
    expect(await codes(made)).toEqual([])
  })

  const emptyFields =
    '<adlcp:prerequisites type="aicc_script"></adlcp:prerequisites><adlcp:maxtimeallowed/><adlcp:masteryscore/>'
})

describe('xml:base', () => {
  it.each([
    ['of the package', '<manifest ', '<manifest xml:base="start/" '],
    ['of all resources', '<resources>', '<resources xml:base="start/">'],
    ['of one resource', '<resource identifier', '<resource xml:base="start/" identifier'],
  ])('%s is where its addresses begin', async (_, part, other) => {
    expect(await codes(async () => based(await scorm12(), part, other))).toEqual([])
    const moved = async () => based(await scorm12(), part, other.replace('start', 'begin'))
    expect(await codes(moved)).toContain('manifest.missing-file')
  })

  it('holds for a single file, and adds up with those around it', async () => {
    const inFolder = (xml: string) =>
      xml
        .replace('<resources>', '<resources xml:base="one/">')
        .replace('<resource identifier', '<resource xml:base="two/" identifier')
        .replaceAll('href="', 'href="../../')
        .replace('"../../credits.html"', '"credits.html" xml:base="three/"')
    const path = await scorm12()
    const credits = String((await unzip(path)).get('credits.html'))
    const made = (place: string) => () =>
      rewritten(path, {
        ...{ 'imsmanifest.xml': inFolder, 'credits.html': null },
        [`one/two/${place}/credits.html`]: credits,
      })
    // Its own pictures and styles are no longer beside it.
    expect(await codes(made('three'))).toEqual(['page.missing-file'])
    expect(await codes(made('four'))).toContain('manifest.missing-file')
  })
})

describe('a manifest that is not in UTF-8', () => {
  const said = (encoding: string) => (xml: string) => xml.replace('UTF-8', encoding)
  it.each<[string, (xml: string) => Buffer]>([
    ['UTF-16, low byte first', (xml) => Buffer.from(`\ufeff${said('UTF-16')(xml)}`, 'utf16le')],
    [
      'UTF-16, high byte first',
      (xml) => Buffer.from(`\ufeff${said('UTF-16')(xml)}`, 'utf16le').swap16(),
    ],
    ['ISO-8859-1', (xml) => Buffer.from(said('ISO-8859-1')(plain(xml)), 'latin1')],
  ])('%s is read, and told of', async (_, write) => {
    expect(await codes(() => withBytes(write))).toEqual(['manifest.odd-encoding'])
  })

  it('though it says so, is refused', async () => {
    const accented = (xml: string) => Buffer.from(plain(xml), 'latin1')
    expect(await codes(() => withBytes(accented))).toEqual(['manifest.wrong-encoding'])
    const unknown = (xml: string) => Buffer.from(said('KLINGON')(xml))
    expect(await codes(() => withBytes(unknown))).toEqual(['manifest.wrong-encoding'])
  })
})

/** With an accent, and nothing that Latin-1 lacks. */
function plain(xml: string): string {
  const words = xml.replace(/<title>[^<]*</, '<title>Été<')
  return words.replace(/[\u0100-\uffff]/g, '?')
}

async function withBytes(write: (xml: string) => Buffer): Promise<Buffer> {
  const files = [...(await unzip(await scorm12()))]
  return rawZip(
    files.map(([name, data]) => ({
      name,
      data: name === 'imsmanifest.xml' ? write(String(data)) : data,
    })),
  )
}

it('a manifest of fifty thousand files is compared with its schema', async () => {
  const many = Array.from(
    { length: 50_000 },
    (_, at) => `<file href="media/picture-${at}.jpg"/>`,
  )
  const made = () =>
    with12((xml) => xml.replace('</resource>', `${many.join('\n')}</resource>`))
  expect(await codes(made)).toEqual(['manifest.missing-file'])
  const wrong = () =>
    with12((xml) => xml.replace('</resource>', `${many.join('\n')}<fil/></resource>`))
  expect(await codes(wrong)).toContain('manifest.invalid')
})

it('a manifest without a default organization is one, in SCORM 1.2 only', async () => {
  const without = (xml: string) => xml.replace(' default="ORG-1"', '')
  const severities = async (made: Buffer) =>
    (await checkZip(await saved(made)))
      .filter(({ code }) => code === 'manifest.no-default-organization')
      .map(({ severity }) => severity)
  expect(await severities(await with12(without))).toEqual(['warning'])
  expect(await severities(await with2004(without))).toEqual(['error'])
})

it('what a manifest gets wrong is told once: by us, and by its schema where that sees it', async () => {
  const also: Record<string, string[]> = {
    'package.name-differs': ['manifest.unlisted-file'],
    'manifest.second': ['manifest.unlisted-file'],
    'manifest.outside-address': ['manifest.unlisted-file'],
    'manifest.field-without-sco': ['manifest.no-sco'],
    'manifest.bad-prerequisites': ['manifest.circular-prerequisites'],
  }
  for (const [code, build] of Object.entries(brokenManifests)) {
    const allowed = [code, 'manifest.invalid', ...(also[code] ?? [])]
    const others = (await codes(build)).filter((each) => !allowed.includes(each))
    expect({ code, others }).toEqual({ code, others: [] })
  }
})

describe('a finding', () => {
  it('says in which line of the manifest it is, even if another file is missing', async () => {
    const findings = await checkZip(await saved(await rewritten(await scorm12(), missing)))
    const finding = findings.find(({ code }) => code === 'manifest.missing-file')!
    const xml = String((await unzip(await scorm12())).get('imsmanifest.xml')).split('\n')
    const { place, line } = explainFinding(finding)
    expect(place).toBe('imsmanifest.xml')
    expect(xml[Number(line) - 1]).toContain('credits.html')
  })
  const missing = { 'credits.html': null }

  it('of every kind says what to do, in both languages', () => {
    for (const code of Object.keys(packageFindingParams)) {
      const { advice } = explainFinding({ code })
      expect({ code, long: advice!.fr.length > 15 && advice!.en.length > 15 }).toEqual({
        code,
        long: true,
      })
    }
  })

  it('in a course structure is told of by the rules of cmi5', () => {
    const params = { path: 'cmi5.xml', line: 3 }
    const explained = explainFinding({ code: 'manifest.not-xml', params })
    expect(explained).toMatchObject({ place: 'cmi5.xml', line: 3, rule: 'cmi5 13.2.0.0-1' })
  })
})

it('the schemas of SCORM 2004 may be told of by nobody', async () => {
  const unnamed = (xml: string) => xml.replace(/<file href="[\w.]+\.xsd"\/>/g, '')
  expect(await codes(() => with2004(unnamed))).toEqual([])
  expect(await codes(async () => rewritten(await scorm2004(), {}))).toEqual([])
})
