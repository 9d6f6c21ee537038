import { expect, it } from 'vitest'
import { parseActivity } from '#content-schema/statements/activities.ts'
import type { PackageSettings, PackageSource } from '#packaging/package-source.ts'
import { childNamed, type Element, elementsNamed, parseXml } from '#packaging/xml/parse-xml.ts'
import { doc, paragraph } from '#tests/builders/document.ts'
import { packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'

const standard = packageSettings('cmi5').publication

/** The course structure of a real package, and its one unit. */
async function structureOf(
  publication: Partial<PackageSettings['publication']> = {},
  source: PackageSource = packageSource(),
): Promise<{ root: Element; unit: Element }> {
  const more = { publication: { ...standard, ...publication } }
  const files = await unzip(await builtPackage('cmi5', { source, more }))
  const root = parseXml(String(files.get('cmi5.xml')))
  const units = elementsNamed(root, 'au')
  expect(units).toHaveLength(1)
  return { root, unit: units[0]! }
}

const textOf = (element: Element, name: string) =>
  childNamed(childNamed(element, name), 'langstring')

it('always says what satisfies the unit, by what the module is judged by', async () => {
  const moves = async (publication: Partial<PackageSettings['publication']>) => {
    const { moveOn, masteryScore } = (await structureOf(publication)).unit.attributes
    return [moveOn, masteryScore]
  }
  expect(await moves({})).toEqual(['CompletedAndPassed', '0.7'])
  expect(await moves({ masteryPercent: 57 })).toEqual(['CompletedAndPassed', '0.57'])
  expect(await moves({ success: 'none' })).toEqual(['Completed', undefined])
  const reading = packageSource(doc(paragraph('Rien à répondre.')))
  const { unit } = await structureOf({}, reading)
  expect(unit.attributes.moveOn).toBe('Completed')
  expect(unit.attributes.masteryScore).toBeUndefined()
})

it('gives complete ids that stay from one edition to the next, and say whose module it is', async () => {
  const source = packageSource()
  const ids = async (minor: number) => {
    const { root } = await structureOf({}, { ...source, edition: { major: 1, minor } })
    return ['course', 'au', 'objective'].flatMap((name) =>
      elementsNamed(root, name).flatMap(({ attributes: { id } }) => id ?? []),
    )
  }
  const first = await ids(2)
  expect(new Set(first).size).toBe(first.length)
  for (const id of first) expect(new URL(id).href).toBe(id)
  expect(await ids(3)).toEqual(first)
  const { unit } = await structureOf()
  expect(parseActivity('https://banque.example/xapi', unit.attributes.id!)).toEqual({
    kind: 'line',
    moduleId: source.moduleId,
    major: 1,
  })
})

it('names the module, in its own language, as the LMS is to show it', async () => {
  const { root, unit } = await structureOf()
  for (const element of [childNamed(root, 'course')!, unit]) {
    expect(textOf(element, 'title')?.text).toBe('Choisir & utiliser un « extincteur »')
    expect(textOf(element, 'title')?.attributes.lang).toBe('fr')
    expect(textOf(element, 'description')?.text).toMatch(/^Reconnaître un feu/)
  }
  expect(unit.attributes.launchMethod).toBe('AnyWindow')
  expect(childNamed(unit, 'url')?.text).toBe('index.html')
  const renamed = await structureOf({ title: 'Incendie, 1re partie' })
  expect(textOf(renamed.unit, 'title')?.text).toBe('Incendie, 1re partie')
})

it('ties the unit to the objective of the module and to the competencies it teaches', async () => {
  const { root, unit } = await structureOf()
  const objectives = elementsNamed(childNamed(root, 'objectives')!, 'objective')
  expect(objectives.map((each) => textOf(each, 'title')?.text)).toEqual([
    'Choisir l’extincteur qui convient à un départ de feu',
    'RNCP99001 – Agir face à un départ de feu',
  ])
  const tied = elementsNamed(unit, 'objective').map(({ attributes }) => attributes.idref)
  expect(tied).toEqual(objectives.map(({ attributes }) => attributes.id))
})
