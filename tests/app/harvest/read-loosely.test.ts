import { expect, it } from 'vitest'
import { readLoosely } from '#app/services/harvest/read-loosely.ts'
import { readRecord } from '#app/services/harvest/read-record.ts'
import { dc, oai } from './repository.ts'

const titled = (title: string) => dc('x', `<dc:title>${title}</dc:title>`)
const swelling = `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(99)}"><!ENTITY d "&b;&b;">]>`

function firstRecord(sent: string | Buffer) {
  const root = readLoosely(Buffer.from(sent))
  const record = root?.children.find(({ name }) => name === 'record')
  return record && readRecord(record)
}

it.each<[string, string | Buffer]>([
  ['a late declaration', `\n  ${oai(dc('é'))}`],
  ['another encoding than it says', Buffer.from(oai(dc('é')), 'latin1')],
  ['a byte order mark', `\ufeff${oai(dc('é'))}`],
  ['control characters', oai(titled('Titre\u000b é\u0000'))],
  ['entities of HTML', oai(titled('Titre&nbsp;&eacute;'))],
  [
    'a stray ampersand',
    oai(titled('Titre é</dc:title><dc:subject>R & D; B&Co;</dc:subject><dc:title>')),
  ],
  ['an undeclared prefix', oai(dc('é'))],
  ['a document type that would swell', `${swelling}${oai(dc('é'))}`],
])('reads over %s', (_, sent) => {
  expect(firstRecord(sent)).toMatchObject({ record: { title: 'Titre é' } })
})

it('a file of this machine that it names is not read', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>${oai(titled('&f;'))}`
  expect(JSON.stringify(firstRecord(bomb))).not.toContain('root:')
})

it('reads LOM with a vCard on one line, several identifiers and a licence in words', () => {
  const xml = `<record><header><identifier>ark:/1</identifier></header><metadata><lom:lom>
    <lom:general><lom:identifier><lom:entry>ark:/1</lom:entry></lom:identifier>
    <lom:title><lom:string language="en">Fire</lom:string><lom:string language="fre">Feu</lom:string></lom:title>
    <lom:keyword><lom:string language="fre">incendie</lom:string></lom:keyword></lom:general>
    <lom:lifeCycle><lom:contribute><lom:entity>BEGIN:VCARD VERSION:4.0 FN:Nadia Ferrand ORG:Centre NOTE:SIREN END:VCARD</lom:entity></lom:contribute></lom:lifeCycle>
    <lom:technical><lom:location>https://exemple.fr/feu</lom:location></lom:technical>
    <lom:rights><lom:description><lom:string language="fre">CC BY-SA 4.0</lom:string></lom:description></lom:rights>
    </lom:lom></metadata></record>`
  expect(readRecord(readLoosely(Buffer.from(xml))!)).toMatchObject({
    record: {
      ...{ title: 'Feu', authors: ['Nadia Ferrand'], subjects: ['incendie'] },
      ...{ address: 'https://exemple.fr/feu', licence: 'cc-by-sa-4.0' },
    },
  })
})

it('leaves out markup, and addresses that lead nowhere', () => {
  const inside = `<dc:title>&lt;b onclick="x"&gt;Feu&lt;/b&gt;</dc:title>
    <dc:identifier>javascript:alert(1)</dc:identifier><dc:identifier>https://exemple.fr/a</dc:identifier>`
  expect(firstRecord(oai(dc('a', inside)))).toMatchObject({
    record: { title: 'Feu', address: 'https://exemple.fr/a', licence: null },
  })
})
