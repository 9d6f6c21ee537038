import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { parse } from 'gift-pegjs'
import { describe, expect, it } from 'vitest'
import { withIds } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'
import type { Imported } from '#packaging/import/imported.ts'
import { readImport } from '#packaging/import/read-import.ts'
import { linesOf } from '#tests/builders/foreign.ts'
import { rawZip } from '#tests/builders/zip.ts'

const shared = '../shared/fixtures/imports'

describe('a Word file', () => {
  it('becomes a section for each title of the highest level, its own title apart', async () => {
    const { imported, lines } = await read('palette.docx', readFileSync(palette))
    expect(imported.title).toBe('Réceptionner une palette')
    expect(lines[1]).toBe('  sectionTitle “Avant l’arrivée du camion”')
    expect(lines).toContain('  heading level=3 “Le déchargement”')
    expect(lines).toContain('              paragraph “classe 2 au moins”')
    expect(lines).toContain('      tableCell rowspan=2')
  })

  it('brings its pictures, for the nodes that show them', async () => {
    const { imported } = await read('palette.docx', readFileSync(palette))
    const [file] = imported.files
    expect(file?.mediaType).toBe('image/png')
    expect(JSON.stringify(imported.sections)).toContain(file?.nodeId)
    expect(Buffer.from(file!.bytes.subarray(1, 4)).toString()).toBe('PNG')
  })

  it('says that its remarks and its notes are not taken as they were', async () => {
    const { codes } = await read('palette.docx', readFileSync(palette))
    expect(codes).toEqual(['foreign.underline', 'foreign.footnote', 'foreign.comment'])
  })

  it('that is no zip, or no Word file, is refused whole', async () => {
    expect((await read('x.docx', Buffer.from('PK? no'))).codes).toEqual(['import.not-readable'])
    const other = rawZip([{ name: 'a.txt', data: 'x' }])
    expect((await read('x.docx', other)).codes).toEqual(['import.not-readable'])
  })

  it('that swells beyond measure is refused before it is unpacked in memory', async () => {
    const data = deflateRawSync(Buffer.alloc(301_000_000))
    const bomb = (unpacked: number) =>
      rawZip([{ name: 'word/document.xml', data, method: 8, unpacked }])
    expect(data.length).toBeLessThan(1_000_000)
    expect((await read('bombe.docx', bomb(301_000_000))).codes).toEqual(['import.too-large'])
    expect((await read('bombe.docx', bomb(10))).codes).toEqual(['import.not-readable'])
  })

  it('with macros says that they are left', async () => {
    const { codes } = await read(
      'macros.docm',
      wordFile('<w:p/>', { 'word/vbaProject.bin': 'x' }),
    )
    expect(codes).toContain('import.macros')
  })

  it('of 300 pages is refused with a reason', async () => {
    const page = '<w:p><w:r><w:t>Le cariste vérifie la charge.</w:t></w:r></w:p>'.repeat(12)
    const { codes, imported } = await read('long.docx', wordFile(page.repeat(300)))
    expect(codes).toEqual(['foreign.too-many-nodes'])
    expect(imported.sections).toEqual([])
  })
})

describe('a Markdown file', () => {
  it('becomes sections, with lists, tables, code and links', async () => {
    const { imported, lines } = await read(
      'quai.md',
      '---\ntitle: "Le quai"\n---\n# Avant\n\nUn **mot** et [un lien](https://www.inrs.fr).\n\n' +
        '1. a\n   - b\n\n| A | B |\n|---|---|\n| c | d |\n\n# Après\n\n### Détail\n\n`code`\n',
    )
    expect(imported.title).toBe('Le quai')
    expect(lines.filter((line) => line.includes('sectionTitle'))).toEqual([
      '  sectionTitle “Avant”',
      '  sectionTitle “Après”',
    ])
    expect(lines).toContain(
      '  paragraph “Un <bold>mot</bold> et <link https://www.inrs.fr>un lien</link>.”',
    )
    expect(lines).toContain('  heading level=3 “Détail”')
    expect(lines).toContain('      tableHeader')
    expect(lines).toContain('  paragraph “<code>code</code>”')
  })

  it('leaves its HTML, its scripts and its dangerous links, and says so', async () => {
    const { lines, codes } = await read(
      'x.md',
      'a <b onclick="x()">b</b> <script>alert(1)</script> [c](javascript:alert(1)) ![d](d.png)',
    )
    expect(lines.join()).not.toMatch(/onclick|alert\(1\)<|<link/)
    expect(codes).toEqual(['foreign.image-missing', 'import.not-understood'])
  })
})

describe('questions in GIFT', () => {
  it('become our questions, their feedback said to whom it is for', async () => {
    const { lines, codes } = await read(
      'q.gift',
      '$CATEGORY: $course$/top/Quai\n\n' +
        '::Q1::Que cale-t-on ? {=les roues#Oui ~la cabine#Non}\n\n' +
        'Un gilet est obligatoire. {TRUE#Relisez#Bien}\n\n' +
        'Combien de tours ? {#3:1}\n\n' +
        'Lesquels ? {~%50%a ~%50%b ~%-100%c}\n\n' +
        'Qui ? {=Ana =Ben}\n',
    )
    expect(lines[1]).toBe('  sectionTitle “Quai”')
    expect(lines).toContain('  singleChoice')
    expect(lines).toContain('  multipleChoice')
    expect(lines).toContain('  numeric value=3 tolerance=1')
    const judged = lines.indexOf('  trueFalse answer=true')
    expect(lines.slice(judged + 2, judged + 4)).toEqual([
      '    feedback “Bien”',
      '    feedback “Relisez”',
    ])
    expect(codes).toEqual(['import.question-not-understood'])
  })

  it('one that is badly written does not cost the others, and is named', async () => {
    const { lines, imported } = await read('q.gift', 'Cassée {~a\n\nBonne ? {=x ~y}\n')
    expect(lines).toContain('    prompt “Bonne ?”')
    expect(imported.findings.map(({ params }) => params?.names)).toEqual(['Cassée {~a'])
  })

  const fixtures = existsSync(shared)
    ? readdirSync(`${shared}/gift`).filter((name) => name.endsWith('.gift'))
    : []

  it.each(fixtures)(
    '%s is parsed as its author expects, and none of it is dropped in silence',
    async (name) => {
      const bytes = readFileSync(`${shared}/gift/${name}`)
      const expected = JSON.parse(
        readFileSync(`${shared}/gift/${name.replace('.gift', '.expected.json')}`, 'utf8'),
      )
      expect(JSON.parse(JSON.stringify(parse(bytes.toString())))).toEqual(expected)
      const { imported } = await read(name, bytes)
      const made = imported.sections.flatMap(
        (section) => section.content?.slice(1) ?? [],
      ).length
      const said = imported.findings.find(
        ({ code }) => code === 'import.question-not-understood',
      )
      const asked = expected.filter(({ type }: { type: string }) => type !== 'Category').length
      expect(made + Number(said?.params?.count ?? 0)).toBe(asked)
    },
  )
})

describe('questions of Moodle', () => {
  const quiz = (questions: string) => `<?xml version="1.0"?><quiz>${questions}</quiz>`
  const text = (name: string, words: string) =>
    `<${name} format="html"><text><![CDATA[${words}]]></text></${name}>`
  const answer = (fraction: number, words: string, more = '') =>
    `<answer fraction="${fraction}" format="html"><text>${words}</text>${more}</answer>`

  it('become our questions, their feedback said to whom it is for', async () => {
    const { lines, codes } = await read(
      'quiz.xml',
      quiz(
        `<question type="category"><category><text>$course$/Quai</text></category></question>
        <question type="multichoice">${text('questiontext', '<p>Que <b>cale</b>-t-on ?</p>')}<single>true</single>
          ${answer(100, 'les roues', text('feedback', 'Oui'))}${answer(50, 'la remorque')}${answer(0, 'rien')}</question>
        <question type="multichoice">${text('questiontext', 'Lesquels ?')}<single>false</single>
          ${answer(50, 'a')}${answer(50, 'b')}${answer(-100, 'c')}</question>
        <question type="truefalse">${text('questiontext', 'Un gilet ?')}
          ${answer(0, 'true', text('feedback', 'Non'))}${answer(100, 'false', text('feedback', 'Bien'))}</question>
        <question type="numerical">${text('questiontext', 'Combien ?')}${answer(100, '3', '<tolerance>0.5</tolerance>')}</question>
        <question type="essay"><name><text>Racontez</text></name>${text('questiontext', 'x')}</question>`,
      ),
    )
    expect(lines[1]).toBe('  sectionTitle “Quai”')
    expect(lines).toContain('    prompt “Que <bold>cale</bold>-t-on ?”')
    expect(lines).toContain('  multipleChoice')
    expect(lines).toContain('  numeric value=3 tolerance=0.5')
    const judged = lines.indexOf('  trueFalse answer=false')
    expect(lines.slice(judged + 2, judged + 4)).toEqual([
      '    feedback “Non”',
      '    feedback “Bien”',
    ])
    expect(codes).toEqual(['import.weight', 'import.question-not-understood'])
  })

  it.each([
    ['is cut short', '<quiz><question>'],
    ['is no quiz', '<html/>'],
    ['has entities of its own', '<!DOCTYPE quiz [<!ENTITY a "aaaa">]><quiz>&a;</quiz>'],
  ])('that %s are refused', async (_, xml) => {
    expect((await read('quiz.xml', xml)).codes).toEqual(['import.not-readable'])
  })
})

it('a file of another kind is not read at all', async () => {
  expect(await readImport({ name: 'photo.png', bytes: Buffer.from('x') }, 'fr')).toBeNull()
})

describe.runIf(existsSync(shared))('real files of other projects', () => {
  const names = ['docx', 'moodle-xml', 'markdown/iut-ihm', 'markdown/mtes-parcours-r'].flatMap(
    (folder) =>
      readdirSync(`${shared}/${folder}`)
        .filter((name) => /\.(docx|md|Rmd|xml)$/.test(name))
        .map((name) => `${folder}/${name}`),
  )

  it.each(names)('%s becomes sections that may be stored', async (name) => {
    const { imported } = await read(name, readFileSync(`${shared}/${name}`))
    expect(imported.sections.length).toBeGreaterThan(0)
  })
})

const palette = 'tests/corpus/import/palette.docx'

/** What a file comes to, checked against the schema. */
async function read(name: string, content: Buffer | string) {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content)
  const imported = (await readImport({ name, bytes }, 'fr')) as Imported
  if (imported.sections.length > 0) {
    schema.nodeFromJSON(withIds({ type: 'doc', content: imported.sections })).check()
  }
  return {
    imported,
    lines: imported.sections.flatMap((section) => linesOf(section)),
    codes: imported.findings.map(({ code }) => code),
  }
}

/** The smallest file that Word opens. */
function wordFile(body: string, more: Record<string, string> = {}): Buffer {
  const main =
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const ooxml = 'http://schemas.openxmlformats.org'
  const files = {
    '[Content_Types].xml': `<Types xmlns="${ooxml}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${ooxml}/package/2006/relationships"><Relationship Id="r1" Type="${ooxml}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${ooxml}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return rawZip(Object.entries(files).map(([name, data]) => ({ name, data })))
}
