import { describe, expect, it } from 'vitest'
import { block, blocks, entry, readAll, registerFile } from './register-files.ts'

const refusal = (file: string | Buffer) =>
  readAll(file).then(
    () => 'accepted',
    ({ code, params }) => ({ code, params }),
  )

describe('an entry', () => {
  it('reads days from JJ/MM/AAAA, and an empty field as no day', async () => {
    const dates =
      '<DATE_EFFET>01/09/2025</DATE_EFFET><DATE_FIN_ENREGISTREMENT></DATE_FIN_ENREGISTREMENT>'
    const [framework] = await readAll(registerFile(entry(dates)))
    expect(framework).toMatchObject({ validFrom: '2025-09-01', validUntil: null })
  })

  it.each(['31/02/2025', '2025-09-01', '1/9/2025'])('refuses “%s” as a day', async (value) => {
    expect(await refusal(registerFile(entry(`<DATE_EFFET>${value}</DATE_EFFET>`)))).toEqual({
      code: 'framework.bad-date',
      params: { code: 'RNCP99002', field: 'DATE_EFFET', value },
    })
  })

  it('has no level when the register says AUCUN, no abbreviation when it gives none', async () => {
    const none = '<NOMENCLATURE_EUROPE><NIVEAU>AUCUN</NIVEAU></NOMENCLATURE_EUROPE>'
    const [framework] = await readAll(registerFile(entry(none)))
    expect(framework).toMatchObject({ level: null, abbreviation: '', active: false })
  })

  it('takes no block from its correspondences, which use the same names', async () => {
    const old = '<BLOC_COMPETENCES><CODE>RNCP99000BC04</CODE></BLOC_COMPETENCES>'
    const inside = `<CORRESPONDANCES><CORRESPONDANCE><SOURCE>${old}</SOURCE><DESTINATION>
      <NUMERO_FICHE>RNCP99000</NUMERO_FICHE>${old}</DESTINATION></CORRESPONDANCE></CORRESPONDANCES>`
    const [framework] = await readAll(registerFile(entry(blocks(block('a')) + inside)))
    expect(framework?.code).toBe('RNCP99002')
    expect(framework?.competencyBlocks.map(({ code }) => code)).toEqual(['RNCP99002BC01'])
  })

  it('of the specific register has no blocks', async () => {
    const [framework] = await readAll(registerFile(entry('', 'RS6000')))
    expect(framework).toMatchObject({ kind: 'RS', competencyBlocks: [] })
  })

  it('may share the code of a block with another entry, never with itself', async () => {
    const one = blocks(block('a', '01'))
    expect(await readAll(registerFile(entry(one), entry(one, 'RNCP99003')))).toHaveLength(2)
    expect(
      await refusal(registerFile(entry(blocks(block('a', '01'), block('b', '01'))))),
    ).toEqual({
      code: 'framework.repeated-block',
      params: { code: 'RNCP99002', block: '01' },
    })
  })

  it('without a title is refused with what is missing', async () => {
    const nameless = '<FICHE><NUMERO_FICHE>RNCP99002</NUMERO_FICHE></FICHE>'
    expect(await refusal(registerFile(nameless))).toEqual({
      code: 'framework.entry-incomplete',
      params: { field: 'INTITULE', line: 4 },
    })
  })

  it('reads what is escaped and what stands in a CDATA section', async () => {
    const [framework] = await readAll(
      registerFile(
        entry(blocks(block('Trier &amp; ranger    Nettoyer <![CDATA[l’étau & la perceuse]]>'))),
      ),
    )
    expect(framework?.competencyBlocks[0]?.competencies.map(({ label }) => label)).toEqual([
      'Trier & ranger',
      'Nettoyer l’étau & la perceuse',
    ])
  })
})

describe('encodings', () => {
  const declared = (encoding: string) =>
    registerFile(entry(blocks(block('a'))))
      .replace('UTF-8', encoding)
      .replaceAll('’', "'")
      .replace('atelier', 'été')

  it.each(['ISO-8859-1', 'windows-1252'])('reads a file declared %s', async (encoding) => {
    const [framework] = await readAll(Buffer.from(declared(encoding), 'latin1'))
    expect(framework?.title).toBe("Agent d'été")
  })

  it('reads the signs that windows-1252 has and ISO-8859-1 has not', async () => {
    const bytes = Buffer.from(
      declared('windows-1252').replace('été', '\u0093été\u0094'),
      'latin1',
    )
    expect((await readAll(bytes))[0]?.title).toBe("Agent d'“été”")
  })

  it('reads UTF-16 and a byte order mark', async () => {
    const text = `\ufeff${declared('UTF-16')}`
    expect((await readAll(Buffer.from(text, 'utf16le')))[0]?.title).toBe("Agent d'été")
    expect((await readAll(`\ufeff${declared('UTF-8')}`))[0]?.title).toBe("Agent d'été")
  })

  it('refuses bytes that are not the UTF-8 they claim to be', async () => {
    expect(await refusal(Buffer.from(declared('UTF-8'), 'latin1'))).toEqual({
      code: 'framework.wrong-encoding',
      params: { declared: 'UTF-8' },
    })
  })

  it('refuses UTF-8 declared as one byte a letter, which would give “Ã©”', async () => {
    expect(await refusal(declared('ISO-8859-1'))).toEqual({
      code: 'framework.wrong-encoding',
      params: { declared: 'ISO-8859-1' },
    })
  })

  it('refuses an encoding it does not know by its name', async () => {
    expect(await refusal(declared('EBCDIC-FR'))).toEqual({
      code: 'framework.unknown-encoding',
      params: { declared: 'EBCDIC-FR' },
    })
  })
})

describe('files that are something else', () => {
  it('refuses what is not XML, and says where it stops being so', async () => {
    expect(await refusal('Numero_Fiche;Intitule\nRNCP99002;Agent')).toMatchObject({
      code: 'framework.not-xml',
    })
    expect(await refusal('<FICHES>\n<FICHE></FICHES>')).toEqual({
      code: 'framework.not-xml',
      params: { line: 2 },
    })
  })

  it('refuses an empty file', async () => {
    expect(await refusal('')).toMatchObject({ code: 'framework.not-xml' })
  })

  it('asks for what is in the zip', async () => {
    expect(await refusal(Buffer.from('PK\u0003\u0004'))).toMatchObject({
      code: 'framework.zipped',
    })
  })

  it('refuses XML without an entry', async () => {
    expect(await refusal('<svg><title>RNCP</title></svg>')).toMatchObject({
      code: 'framework.no-entry',
    })
    expect(await refusal(registerFile())).toMatchObject({ code: 'framework.no-entry' })
  })

  it('expands no entity of its own, so that a small file cannot become a huge one', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx">]><FICHES><FICHE>&x;</FICHE></FICHES>'
    expect(await refusal(bomb)).toEqual({ code: 'framework.entities', params: { line: 1 } })
  })

  it('reads no file that an entity names, and nothing that a DTD elsewhere would say', async () => {
    for (const doctype of ['a [<!ENTITY x SYSTEM "file:///etc/passwd">]', 'a SYSTEM "x.dtd"']) {
      const file = `<!DOCTYPE ${doctype}><FICHES>${entry()}</FICHES>`
      expect(await refusal(file)).toMatchObject({ code: 'framework.entities' })
    }
  })

  it('stops at an entry too long to be one', async () => {
    const endless = registerFile(entry(`<TEXTE>${'a'.repeat(21_000_000)}</TEXTE>`))
    expect(await refusal(endless)).toEqual({
      code: 'framework.entry-too-long',
      params: { line: 4, most: 20 },
    })
  })
})
