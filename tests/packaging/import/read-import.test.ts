import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { rightsInProperties } from '#packaging/import/docx/properties.ts'
import { readImport } from '#packaging/import/read-import.ts'
import { read, wordFile, wordNamespace } from '#tests/builders/imports.ts'
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

  it('has the boxes of a form as a checklist, and its lines of code as code', async () => {
    const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    const boxed = (text: string) =>
      `<w:p><w:sdt ${w14}><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p>`
    const code = (text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="Code"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
    const styles = `<w:styles xmlns:w="${wordNamespace}"><w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Code"/></w:style></w:styles>`
    const body = `${boxed('Gilet')}${boxed('Gants')}${code('si a :')}${code('  b')}`
    const { lines } = await read('x.docx', wordFile(body, { 'word/styles.xml': styles }))
    expect(lines.filter((line) => /checklistText|codeBlock/.test(line))).toEqual([
      '      checklistText “Gilet”',
      '      checklistText “Gants”',
      '  codeBlock “si a :\n  b”',
    ])
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

  it('has checklists, glossaries, formulas, code and notes of ours', async () => {
    const bytes = readFileSync('tests/corpus/import/fiche.md')
    const { lines, imported } = await read('fiche.md', bytes)
    expect(imported.title).toBe('Fiche du quai')
    expect(lines).toContain('      checklistText “Le gilet est <bold>mis</bold>”')
    expect(lines).toContain('      glossaryWord “Palette”')
    expect(lines).toContain('      paragraph “Se dit « EUR » quand elle suit la norme.”')
    expect(lines).toContain(
      '  paragraph “La masse est [mathInline latex=m = \\rho_1 \\times V] et coûte 5 $ ou 6 $.”',
    )
    expect(lines).toContain('  math latex=P = m \\times g')
    expect(lines).toContain('  codeBlock language=python “masse = 7.85 * volume”')
    expect(lines.join('\n')).toContain('vérifier<superscript>1</superscript>, et pourquoi')
    expect(lines.slice(-4).map((line) => line.trim())).toEqual([
      'listItem',
      'paragraph “Voir la fiche de poste, page 3.”',
      'listItem',
      'paragraph “La règle vient de la CARSAT.”',
    ])
    expect(imported.findings.map(({ code }) => code)).toEqual([
      'foreign.image-missing',
      'foreign.footnote',
    ])
  })

  it('keeps what only looks like a formula, a note or a definition as it is written', async () => {
    const { lines, codes } = await read(
      'x.md',
      '# Prix $5$0\n\nDe 3 $ à 4 $, `$a$` et [^absente].\n\n```\n$b$ [^1]\n: c\n```\n\n$\\frac{1$ reste.\n',
    )
    expect(lines.join('\n')).not.toContain('mathInline')
    expect(lines).toContain('  paragraph “De 3 $ à 4 $, <code>$a$</code> et [^absente].”')
    expect(lines).toContain('  codeBlock “$b$ [^1]\n: c”')
    expect(lines).toContain('  paragraph “$\\frac{1$ reste.”')
    expect(codes).toEqual(['import.formula'])
  })

  it('keeps code among the lines of a cell, and a formula in a title as it is written', async () => {
    const { lines, imported } = await read('x.md', '# L’aire $a^2$\n\n> ```js\n> a()\n> ```\n')
    expect(imported.title).toBe('L’aire $a^2$')
    expect(lines).toContain('  sectionTitle “L’aire $a^2$”')
    expect(lines).toContain('  codeBlock language=javascript “a()”')
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

/** Each would take minutes, or more than a call stack, were it read carelessly. */
describe.each([
  ['formulas that do not end', 'x.md', '$$x\n'.repeat(50_000)],
  ['notes set in by spaces', 'x.md', `[^1]: a\n${' '.repeat(200_000)}\nb`],
  ['spaces in code', 'x.md', `\`\`\`\na${' '.repeat(200_000)}b\n\`\`\`\n`],
  ['signs of formulas', 'x.gift', `${'\\\\('.repeat(100_000)} {T}`],
  ['formulas in a row', 'x.gift', `${'\\\\(a\\\\) '.repeat(20_000)} {T}`],
  ['general feedbacks that do not end', 'x.gift', `a {${'####'.repeat(100_000)}`],
  ['gaps that do not end', 'x.xml', cloze('{1:SA:'.repeat(20_000))],
  ['gaps in a row', 'x.xml', cloze('{1:SA:=a}'.repeat(5_000))],
])('hostile %s', (_, name, text) => {
  it('are read or refused in a moment', { timeout: 20_000 }, async () => {
    const { imported } = await read(name, text)
    expect(imported.sections.length + imported.findings.length).toBeGreaterThan(0)
  })
})

function cloze(asked: string): string {
  const text = `<questiontext format="html"><text>${asked}</text></questiontext>`
  return `<quiz><question type="cloze">${text}</question></quiz>`
}

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

describe('what a document says of its rights', () => {
  it('stands in the properties of a Word file, or in those that its author added', () => {
    const core =
      '<cp:coreProperties><dc:creator>Nadia Ferrand; Luc Oudin</dc:creator></cp:coreProperties>'
    const custom =
      '<property fmtid="{D5}" pid="2" name="Licence"><vt:lpwstr>CC BY &amp; plus</vt:lpwstr></property>'
    expect(rightsInProperties(core + custom)).toEqual({
      ...{ authors: ['Nadia Ferrand', 'Luc Oudin'], licence: 'CC BY & plus', source: '' },
    })
  })

  it('is nothing where a program gave its own name', () => {
    expect(rightsInProperties('<dc:creator>Microsoft Office User</dc:creator>')).toBeNull()
    expect(rightsInProperties('<dc:creator>'.repeat(20_000))).toBeNull()
  })

  it('stands before the text of a Markdown file, in any of the ways lists are written', async () => {
    const said = async (facts: string) =>
      (await readImport({ name: 'a.md', bytes: Buffer.from(`---\n${facts}\n---\n# A`) }, 'fr'))
        ?.rights
    expect(await said('author: Nadia Ferrand')).toMatchObject({ authors: ['Nadia Ferrand'] })
    expect(await said('authors:\n  - Nadia\n  - "Luc"\nrights: CC0')).toMatchObject({
      authors: ['Nadia', 'Luc'],
      licence: 'CC0',
    })
    expect(await said('title: Quai')).toBeUndefined()
  })
})
