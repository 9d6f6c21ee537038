import type { Locator, Page } from '@playwright/test'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { elementNames } from '#content-schema/schema.ts'
import { link, paragraph, section, withId } from '#tests/builders/document.ts'
import { idsIn, underIdsOf } from '#tests/builders/identity.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import { expect, test } from './fixtures.ts'
import { caretAtEnd, copyElement, duplicateElement, part, select } from './selecting.ts'
import { aMoment, drag, expectSaved, type Opened, writers } from './writers.ts'

const { writer } = writers()

test('cut and pasted, an element keeps its id and those of its parts, and what leads to it', async ({
  browser,
}) => {
  const { page, read } = await writer(browser, section('Un', ...linked), section('Deux', fin))
  const before = await read()
  await select(page, 'scenario0a')
  await page.keyboard.press('Control+x')
  await expect(question(page, 'Une fuite')).toHaveCount(0)
  await caretAtEnd(page, 'finfinfin0')
  await page.keyboard.press('Control+v')
  const after = await saved(page, read)
  expect(outline(after)).toEqual([
    ['voirvoir00', 'termes0001', 'trous00001'],
    ['finfinfin0', 'scenario0a'],
  ])
  expect(elementIn(after, 'scenario0a')).toEqual(elementIn(before, 'scenario0a'))
  expect(elementIn(after, 'voirvoir00')).toEqual(elementIn(before, 'voirvoir00'))

  await page.keyboard.press('Control+v')
  const twice = await saved(page, read)
  const [, [, first, second]] = outline(twice) as [string[], string[]]
  expect([first, second]).toContain('scenario0a')
  expectFaithfulCopy(twice, 'scenario0a', [first, second].find((id) => id !== 'scenario0a')!)
})

test('every element that is copied and pasted has new ids throughout, its own references following', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { page, read } = await writer(browser, section('Tout', ...catalogue), section('Z', fin))
  const before = await read()
  for (const { attrs } of catalogue) {
    await copyElement(page, String(attrs!.id))
    await caretAtEnd(page, 'finfinfin0')
    await page.keyboard.press('Control+v')
  }
  const after = await saved(page, read)
  const [originals, [first, ...copies]] = outline(after) as [string[], string[]]
  expect(originals).toEqual(outline(before)[0])
  expect(first).toBe('finfinfin0')
  expect(copies).toHaveLength(originals.length)
  for (const [index, copy] of copies.reverse().entries())
    expectFaithfulCopy(after, originals[index]!, copy)
})

test('every element that is duplicated has new ids throughout, and undo and redo bring the same back', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { page, read } = await writer(browser, section('Tout', ...catalogue))
  for (const { attrs } of catalogue) {
    await duplicateElement(page, String(attrs!.id))
  }
  const after = await saved(page, read)
  const [all] = outline(after) as [string[]]
  for (const { attrs } of catalogue) {
    const id = String(attrs!.id)
    expectFaithfulCopy(after, id, all[all.indexOf(id) + 1]!)
  }
  await page.keyboard.press('Control+z')
  expect(outline(await saved(page, read))[0]).toHaveLength(all.length - 1)
  await page.keyboard.press('Control+Shift+z')
  expect(await saved(page, read)).toEqual(after)
})

test('a whole section is copied with its title by keyboard: links between its elements follow, those from outside stay', async ({
  browser,
}) => {
  const { page, read } = await writer(
    browser,
    section('Un', ...linked),
    withId('section0fi', section('Deux', paragraph('Voir ', link('#glossterm1', 'ceci')), fin)),
  )
  await page.locator('.ProseMirror h2').first().click()
  await page.keyboard.press('Control+d')
  const after = await saved(page, read)
  const [original, copy, last] = after.content!
  expect([copy]).toEqual(underIdsOf([copy!], [original!]))
  expect(idsIn(original!)).not.toEqual(idsIn(copy!))
  expect(JSON.stringify(last)).toContain('#glossterm1')
  expectUnique(after)
})

test('all is copied into another module, where every id is new and every reference stays within', async ({
  browser,
}) => {
  const one = await writer(browser, section('Un', ...linked), section('Deux', fin))
  const two = await one.another(section('Ailleurs', ici))
  await caretAtEnd(one.page, 'finfinfin0')
  await one.page.keyboard.press('Control+a')
  await one.page.keyboard.press('Control+c')
  const before = await one.read()
  await caretAtEnd(two.page, 'icicicici0')
  await two.page.keyboard.press('Control+v')
  const after = await saved(two.page, two.read)
  expectUnique(after)
  const theirs = new Set(idsIn(before))
  expect(idsIn(after).filter((id) => theirs.has(id))).toEqual([])
  const pasted = after.content!.flatMap(({ content }) => content!.slice(1))
  const originals = before.content!.flatMap(({ content }) => content!.slice(1))
  const copies = pasted.filter(({ attrs }) => attrs?.id !== 'icicicici0')
  expect(copies.map(({ type }) => type)).toEqual(originals.map(({ type }) => type))
  expect(copies).toEqual(underIdsOf(copies, originals))
  expect(await saved(one.page, one.read)).toEqual(before)
})

test('cut here and pasted into another module, it is new there; undone here, it is what it was', async ({
  browser,
}) => {
  const one = await writer(browser, section('Un', ...linked))
  const two = await one.another(section('Ailleurs', ici))
  const before = await one.read()
  await select(one.page, 'scenario0a')
  await one.page.keyboard.press('Control+x')
  await caretAtEnd(two.page, 'icicicici0')
  await two.page.keyboard.press('Control+v')
  const there = await saved(two.page, two.read)
  const copy = there.content![0]!.content!.at(-1)!
  const original = elementIn(before, 'scenario0a')
  expect(copy).toEqual(underIdsOf([copy], [original])[0])
  expect(idsIn(copy).filter((id) => idsIn(original).includes(id))).toEqual([])
  await one.page.bringToFront()
  await one.page.locator('.ProseMirror').focus()
  await one.page.keyboard.press('Control+z')
  expect(await saved(one.page, one.read)).toEqual(before)
})

test('Enter gives the second half a new id, Backspace joins under the first; undo and redo agree', async ({
  browser,
}) => {
  const { page, read } = await writer(
    browser,
    section('Un', withId('entier0000', paragraph('avantaprès'))),
  )
  const before = await read()
  await caretAtEnd(page, 'entier0000')
  await page.keyboard.press('Home')
  for (const _ of 'avant') await page.keyboard.press('ArrowRight')
  await aMoment(page)
  await page.keyboard.press('Enter')
  const split = await saved(page, read)
  const [[first, second]] = outline(split) as [string[]]
  expect(first).toBe('entier0000')
  expect(elementIn(split, 'entier0000')).toEqual(withId(first!, paragraph('avant')))
  expect(elementIn(split, second!)).toEqual(withId(second!, paragraph('après')))
  expectUnique(split)
  await page.keyboard.press('Backspace')
  expect(await saved(page, read)).toEqual(before)
  await page.keyboard.press('Control+z')
  expect(await saved(page, read)).toEqual(split)
  await page.keyboard.press('Control+z')
  expect(await saved(page, read)).toEqual(before)
  await page.keyboard.press('Control+Shift+z')
  expect(await saved(page, read)).toEqual(split)
})

test('dragged by its handle, or in the outline, an element keeps all its ids', async ({
  browser,
}) => {
  const { page, read } = await writer(browser, section('Un', ...linked), section('Deux', fin))
  const before = await read()
  await question(page, 'Complétez la consigne').locator('[data-node=prompt]').click()
  await drag(page, page.locator('.me-grip'), part(page, 'finfinfin0'))
  const byHandle = await saved(page, read)
  expect(idsIn(byHandle).sort()).toEqual(idsIn(before).sort())
  expect(outline(byHandle)[1]).toContain('trous00001')
  expect(elementIn(byHandle, 'trous00001')).toEqual(elementIn(before, 'trous00001'))

  const rows = page.locator('.me-outline li li')
  await drag(page, rows.filter({ hasText: 'Une fuite' }), rows.filter({ hasText: 'Fin' }))
  const inOutline = await saved(page, read)
  expect(idsIn(inOutline).sort()).toEqual(idsIn(before).sort())
  expect(outline(inOutline)[1]).toContain('scenario0a')
  expect(elementIn(inOutline, 'scenario0a')).toEqual(elementIn(before, 'scenario0a'))
})

test('a handle that is let go of nowhere leaves nothing behind: what is pasted next is new', async ({
  browser,
}) => {
  const one = await writer(browser, section('Un', ...linked))
  const two = await one.another(section('Ailleurs', ici))
  await select(one.page, 'scenario0a')
  await one.page.keyboard.press('Control+c')
  await caretAtEnd(two.page, 'icicicici0')
  await drag(two.page, two.page.locator('.me-grip'), two.page.getByRole('banner'))
  await caretAtEnd(two.page, 'icicicici0')
  await two.page.keyboard.press('Control+v')
  const after = await saved(two.page, two.read)
  expect(idsIn(after)).not.toContain('scenario0a')
})

test('a gap keeps its id when it is cut and pasted; those of a line that is copied are new', async ({
  browser,
}) => {
  const { page, read } = await writer(browser, section('Un', ...linked))
  const before = await read()
  const gaps = question(page, 'Complétez la consigne').locator('.me-blank')
  await expect(gaps).toHaveCount(3)
  // By the mouse: Home and End are those of a line of the screen, wherever it is broken.
  const line = question(page, 'Complétez la consigne').locator('[data-node="cloze-text"]')
  const { width, height } = (await line.boundingBox())!
  await select(page, 'clozegap02')
  await page.keyboard.press('Control+x')
  await expect(gaps).toHaveCount(2)
  await line.click({ position: { x: width - 4, y: height - 8 } })
  await aMoment(page)
  await page.keyboard.press('Control+v')
  await expect(gaps).toHaveCount(3)
  const moved = await saved(page, read)
  expect(idsIn(moved).sort()).toEqual(idsIn(before).sort())
  expect(moved).not.toEqual(before)

  await line.click({ clickCount: 3, position: { x: 4, y: 12 } })
  await aMoment(page)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('ArrowRight')
  await aMoment(page)
  await page.keyboard.press('Control+v')
  await expect.poll(() => gaps.count()).toBeGreaterThan(3)
  const copied = await saved(page, read)
  expectUnique(copied)
  expect(idsIn(copied)).toHaveLength(idsIn(before).length + (await gaps.count()) - 3)
  expect(idsIn(copied)).toEqual(expect.arrayContaining(idsIn(before)))
})

test('copied in one tab and pasted in two, it is new in each, and the two tabs agree', async ({
  browser,
}) => {
  const one = await writer(browser, section('Un', ...linked), section('Deux', fin))
  const two = await one.sameAgain()
  await select(one.page, 'scenario0a')
  await one.page.keyboard.press('Control+c')
  await caretAtEnd(two.page, 'finfinfin0')
  await two.page.keyboard.press('Control+v')
  await one.page.bringToFront()
  await caretAtEnd(one.page, 'voirvoir00')
  await one.page.keyboard.press('Control+v')
  await saved(one.page, one.read)
  const after = await saved(two.page, two.read)
  expectUnique(after)
  const [here, there] = outline(after) as [string[], string[]]
  expect(here[0]).toBe('voirvoir00')
  expectFaithfulCopy(after, 'scenario0a', here[1]!)
  expectFaithfulCopy(after, 'scenario0a', there[1]!)
})

test('cut in one tab and pasted in both, one of the two keeps the id and all is saved', async ({
  browser,
}) => {
  const one = await writer(
    browser,
    section('Un', ...linked),
    section('Deux', fin),
    section('Trois', withId('troistrois', paragraph('Trois'))),
  )
  const two = await one.sameAgain()
  const original = elementIn(await one.read(), 'scenario0a')
  await select(one.page, 'scenario0a')
  await one.page.keyboard.press('Control+x')
  await saved(one.page, one.read)
  await expect(question(two.page, 'Une fuite')).toHaveCount(0)
  await caretAtEnd(two.page, 'troistrois')
  await two.page.keyboard.press('Control+v')
  await one.page.bringToFront()
  await caretAtEnd(one.page, 'finfinfin0')
  await one.page.keyboard.press('Control+v')
  await saved(one.page, one.read)
  const after = await saved(two.page, two.read)
  expectUnique(after)
  const pasted = elementsOf(after).filter(({ type }) => type === 'scenario')
  expect(pasted).toHaveLength(2)
  expect(pasted).toContainEqual(original)
  const renewed = pasted.find(({ attrs }) => attrs?.id !== 'scenario0a')!
  expect(renewed).toEqual(underIdsOf([renewed], [original])[0])
  for (const { page } of [one, two]) {
    await expect(question(page, 'Une fuite')).toHaveCount(2)
  }
})

const fin = withId('finfinfin0', paragraph('Fin'))
const ici = withId('icicicici0', paragraph('Ici'))

/** Parts that lead to one another: words to a term, a choice to a scene, a gap to its question. */
const linked: NodeJson[] = [
  withId(
    'voirvoir00',
    paragraph(
      'Voir le ',
      link('#glossterm1', 'filmage'),
      ' et ',
      link('#scenario0a', 'la fuite'),
    ),
  ),
  withId('termes0001', elementSamples.glossary.node),
  withId('scenario0a', elementSamples.scenario.node),
  withId('trous00001', elementSamples.cloze.node),
]

/** One of each element, without its files: what is looked at is not in them. */
const catalogue: NodeJson[] = elementNames.map((name, index) =>
  withIds(
    withId(`element${String(index).padStart(3, '0')}`, withoutFiles(elementSamples[name].node)),
  ),
)

function withoutFiles({ attrs, content, ...node }: NodeJson): NodeJson {
  const kept = Object.entries(attrs ?? {}).map(([name, value]) => [
    name,
    /^[0-9a-f]{64}$/.test(String(value)) ? null : value,
  ])
  return {
    ...node,
    ...(attrs && { attrs: Object.fromEntries(kept) }),
    ...(content && { content: content.map(withoutFiles) }),
  }
}

/** The document as it is once all is saved. */
async function saved(page: Page, read: Opened['read']): Promise<NodeJson> {
  await expectSaved(page)
  return read()
}

/** Ids of the elements of each section. */
function outline({ content = [] }: NodeJson): string[][] {
  return content.map((each) => idsOfEach(each.content!.slice(1)))
}

function idsOfEach(nodes: NodeJson[]): string[] {
  return nodes.map(({ attrs }) => String(attrs?.id))
}

function elementsOf({ content = [] }: NodeJson): NodeJson[] {
  return content.flatMap((each) => each.content!.slice(1))
}

function elementIn(doc: NodeJson, id: string): NodeJson {
  return elementsOf(doc).find(({ attrs }) => attrs?.id === id)!
}

function expectUnique(doc: NodeJson): void {
  const ids = idsIn(doc)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(ids.filter((id) => !/^[0-9a-z]{10}$/.test(id))).toEqual([])
}

/** The copy differs from the original by its ids alone, all of them. */
function expectFaithfulCopy(doc: NodeJson, original: string, copy: string): void {
  const [one, other] = [elementIn(doc, original), elementIn(doc, copy)]
  expect(other).toEqual(underIdsOf([other], [one])[0])
  expect(idsIn(other).filter((id) => idsIn(one).includes(id))).toEqual([])
  expectUnique(doc)
}

/** A question is drawn by a view of its own, that does not say its id. */
function question(page: Page, words: string): Locator {
  return page.locator('.ProseMirror .me-question', { hasText: words })
}
