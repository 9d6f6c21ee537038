import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'gift-pegjs'
import { describe, expect, it } from 'vitest'
import type { NodeJson } from '#content-schema/identity.ts'
import { nodes } from '#content-schema/schema.ts'
import { read } from '#tests/builders/imports.ts'

const shared = '../shared/fixtures/imports'
const corpus = (name: string) => read(name, readFileSync(`tests/corpus/import/${name}`))

describe('questions in GIFT', () => {
  it('become ours whatever their kind, and nothing is lost that is not named', async () => {
    const { lines, imported } = await corpus('questions.gift')
    expect(kindsIn(imported.sections)).toEqual([
      'singleChoice',
      'multipleChoice',
      'trueFalse',
      'shortAnswer',
      'cloze',
      'cloze',
      'numeric',
      'numeric',
      'matching',
      'reflection',
      'paragraph',
      'singleChoice',
    ])
    expect(lines[1]).toBe('  sectionTitle “Le quai”')
    expect(saidOf(imported)).toEqual({ 'import.feedback': '4. Sigle' })
  })

  it('say to whom each feedback is for, with what is said to all', async () => {
    const { lines } = await corpus('questions.gift')
    expect(below(lines, 'prompt “Un gilet est', 2)).toEqual([
      'feedback “Oui.⏎Règle n° 2.”',
      'feedback “Relisez l’affiche.⏎Règle n° 2.”',
    ])
    expect(below(lines, 'prompt “Que veut dire EPI', 2)).toEqual([
      'feedback',
      'feedback “Relisez le glossaire.”',
    ])
    expect(lines).toContain('    feedback “Voir la fiche de poste.”')
    expect(lines).toContain(
      '      paragraph “On attend : les faits, les causes, ce qui a changé.”',
    )
  })

  it('keep their tags where authors alone read them', async () => {
    const { lines } = await corpus('questions.gift')
    expect(lines[2]).toBe('  singleChoice authorNote=Calage #sécurité #niveau 1')
  })

  it('with a missing word become a text with a gap, its wrong words to choose among', async () => {
    const { lines } = await corpus('questions.gift')
    expect(lines).toContain(
      '    clozeText “Le chariot se gare [clozeGap accepted=fourches au sol choices=n’importe où,sur la rampe] à la fin du service.”',
    )
    expect(lines).toContain(
      '    clozeText “Le poids se lit sur la plaque de [clozeGap accepted=charge,charges choices=].”',
    )
  })

  it('with a missing word stay a choice where something is said to each answer', async () => {
    const { lines } = await read('q.gift', 'On cale {=les roues#Oui ~le hayon} ici.\n')
    expect(lines).toContain('  singleChoice')
    expect(lines).toContain('    prompt “On cale _____ ici.”')
  })

  it('are marked as they were: letter by letter, in equal shares or said to differ', async () => {
    const { lines, imported } = await read(
      'q.gift',
      'Sigle ? {=EPI}\n\nLesquels ? {~%50%a ~%50%b ~%-100%c}\n\nOù ? {=ici =%50%là}\n',
    )
    expect(lines).toContain(
      '  shortAnswer accepted=EPI capitals=false accents=true spelling=false',
    )
    expect(saidOf(imported)).toEqual({ 'import.weight': '2. Lesquels ?, 3. Où ?' })
  })

  it('one that is badly written does not cost the others, and is named with its place', async () => {
    const { lines, imported } = await read('q.gift', 'Bonne ? {=x ~y}\n\nCassée {~a\n')
    expect(lines).toContain('    prompt “Bonne ?”')
    expect(saidOf(imported)).toEqual({ 'import.question-not-understood': '2. Cassée {~a' })
  })

  it('more than a module can hold are refused', async () => {
    const { imported, codes } = await read('q.gift', 'Vrai ? {T}\n\n'.repeat(2001))
    expect(codes).toEqual(['foreign.too-many-nodes'])
    expect(imported.sections).toEqual([])
  })

  const fixtures = existsSync(shared)
    ? readdirSync(`${shared}/gift`).filter((name) => name.endsWith('.gift'))
    : []

  it.each(fixtures)(
    '%s is parsed as its author expects, and all of it is ours',
    async (name) => {
      const bytes = readFileSync(`${shared}/gift/${name}`)
      const expected = JSON.parse(
        readFileSync(`${shared}/gift/${name.replace('.gift', '.expected.json')}`, 'utf8'),
      ) as { type: string }[]
      expect(JSON.parse(JSON.stringify(parse(bytes.toString())))).toEqual(expected)
      const { imported } = await read(name, bytes)
      const ours = kindsIn(imported.sections).filter((kind) => isQuestion(kind))
      const asked = expected.filter(({ type }) => !['Category', 'Description'].includes(type))
      expect(ours).toHaveLength(asked.length)
    },
  )
})

describe('questions of Moodle', () => {
  it('become ours whatever their kind; those that compute are named', async () => {
    const { imported } = await corpus('questions-moodle.xml')
    expect(kindsIn(imported.sections)).toEqual([
      ...['paragraph', 'bulletList', 'image', 'singleChoice', 'multipleChoice', 'trueFalse'],
      ...['shortAnswer', 'numeric', 'matching', 'cloze', 'cloze', 'cloze', 'ordering'],
      ...['reflection', 'singleChoice'],
    ])
    expect(
      imported.sections.map((section) => section.content?.[0]?.content?.[0]?.text),
    ).toEqual(['Quai', 'Calcul'])
    expect(saidOf(imported)).toEqual({
      'import.wildcard': '5. Sigle',
      'import.feedback': '8. Trous',
      'import.question-not-understood': '14. Calculée',
    })
  })

  it('bring the pictures that stand beside them', async () => {
    const { imported } = await corpus('questions-moodle.xml')
    const [file] = imported.files
    expect(file).toMatchObject({ mediaType: 'image/png' })
    expect(Buffer.from(file!.bytes.subarray(1, 4)).toString()).toBe('PNG')
    expect(JSON.stringify(imported.sections)).toContain(file!.nodeId)
  })

  it('keep points, hint, order and tags; Moodle’s own sentences are not repeated', async () => {
    const { lines } = await corpus('questions-moodle.xml')
    expect(lines).toContain(
      '  singleChoice shuffle=false points=2 hint=Pensez à ce qui roule. authorNote=Calage #sécurité',
    )
    expect(below(lines, 'choiceText “les roues”', 1)).toEqual(['feedback “Oui.”'])
    expect(below(lines, 'choiceText “la cabine”', 1)).toEqual(['feedback “Relisez la fiche.”'])
  })

  it('keep their units, and a decimal comma is one', async () => {
    const { lines } = await corpus('questions-moodle.xml')
    expect(lines).toContain('  numeric value=1.2 tolerance=0.05 unit=m otherUnits=cm = 0.01')
  })

  it('become texts with gaps: typed, chosen from a list, or among words above', async () => {
    const { lines } = await corpus('questions-moodle.xml')
    expect(below(lines, 'prompt “Complétez la consigne.”', 1)).toEqual([
      'clozeText “On cale les [clozeGap accepted=roues,pneus choices=] avec une [clozeGap accepted=cale choices=corde] de [clozeGap accepted=2 choices=] kg.”',
    ])
    expect(lines.join('\n')).toContain('bank=true')
    expect(lines).toContain(
      '    clozeText “La [clozeGap accepted=charge choices=vitesse] se lit sur la [clozeGap accepted=plaque choices=roue].”',
    )
  })

  it('have their formulas; one that cannot be read stays words, and is named', async () => {
    const { lines } = await corpus('questions-moodle.xml')
    expect(lines).toContain('    prompt “Que vaut [mathInline latex=\\sqrt{16}] ?”')
    const broken = await read('quiz.xml', quiz(essay('Que vaut \\(\\frac{1\\) ?')))
    expect(broken.lines.join('\n')).toContain('Que vaut \\(\\frac{1\\) ?')
    expect(saidOf(broken.imported)).toEqual({ 'import.formula': '1. Récit' })
  })

  it('with gaps in a table come out of it as lines, and that is said', async () => {
    const table = '<table><tr><td>Le {1:SA:=gilet}</td><td>{1:SA:=casque}</td></tr></table>'
    const { lines, imported } = await read('quiz.xml', quiz(question('cloze', table)))
    expect(lines.join('\n')).toContain('accepted=casque')
    expect(saidOf(imported)).toEqual({ 'import.gap-table': '1. Récit' })
  })

  it.each([
    ['of a kind that no gap of ours is', '{1:MULTIRESPONSE:=a~=b}'],
    ['that accepts nothing', '{1:SA:}'],
    ['longer than a gap can hold', `{1:SA:=${'a'.repeat(41)}}`],
  ])('with a gap %s are named, and nothing is invented', async (_, gap) => {
    const { imported, codes } = await read('quiz.xml', quiz(question('cloze', `Un ${gap}.`)))
    expect(codes).toContain('import.question-not-understood')
    expect(imported.sections).toEqual([])
  })

  it('bring no script, no dangerous link and no style', async () => {
    const hostile =
      '<script>alert(1)</script><a href="javascript:alert(1)">a</a><img src="data:text/html,x"><p style="x">b</p>'
    const { lines, codes } = await read('quiz.xml', quiz(essay(hostile)))
    expect(lines.join('\n')).not.toMatch(/alert|javascript|<link|style/)
    expect(codes).toEqual(['foreign.link-refused', 'foreign.image-refused', 'foreign.script'])
  })

  it.each([
    ['is cut short', '<quiz><question>'],
    ['is no quiz', '<html/>'],
    ['has entities of its own', '<!DOCTYPE quiz [<!ENTITY a "aaaa">]><quiz>&a;</quiz>'],
  ])('a file that %s is refused', async (_, xml) => {
    expect((await read('quiz.xml', xml)).codes).toEqual(['import.not-readable'])
  })
})

const quiz = (questions: string) => `<?xml version="1.0"?><quiz>${questions}</quiz>`

function question(type: string, asked: string): string {
  const text = `<questiontext format="html"><text><![CDATA[${asked}]]></text></questiontext>`
  return `<question type="${type}"><name><text>Récit</text></name>${text}</question>`
}

const essay = (asked: string) => question('essay', asked)

/** Types of the elements of all sections. */
function kindsIn(sections: NodeJson[]): string[] {
  return sections.flatMap(({ content = [] }) => content.slice(1).map(({ type }) => type))
}

function isQuestion(kind: string): boolean {
  return String(nodes[kind as 'paragraph'].group).includes('question')
}

/** What was said of the questions, by code. */
function saidOf({ findings }: Awaited<ReturnType<typeof read>>['imported']) {
  const ours = findings.filter(({ code }) => code.startsWith('import.'))
  return Object.fromEntries(ours.map(({ code, params }) => [code, params?.names]))
}

/** The lines below the one that begins so, without their indent. */
function below(lines: string[], begins: string, count: number): string[] {
  const at = lines.findIndex((line) => line.trim().startsWith(begins))
  return lines.slice(at + 1, at + 1 + count).map((line) => line.trim())
}
