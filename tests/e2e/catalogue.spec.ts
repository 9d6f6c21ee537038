import AxeBuilder from '@axe-core/playwright'
import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test'
import { type ElementName, elementNames } from '#content-schema/schema.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import type { ExpectedInteraction, Learner } from '#tests/catalogue/sample.ts'
import { catalogueSource, samples } from './catalogue-source.ts'
import { expectFits } from './fits.ts'
import { type Lms, lastValue, leave, startLms } from './lms.ts'
import { standsStill } from './stands-still.ts'

/** `ELEMENTS=tabs,video` plays only these, while one is being written. */
const wanted = process.env.ELEMENTS?.split(',')
const names = elementNames.filter((name) => wanted?.includes(name) ?? true)
/** The 3rd edition of SCORM 2004 has the player of the 4th, byte for byte. */
const formats = ['scorm-12', 'scorm-2004-4'] as const
/** What a screen of 1280 × 1024 leaves at 400 %; WCAG 2.2, 1.4.10. */
const zoomed = { width: 320, height: 256 }

// Each key would be kept with the whole catalogue as it stood then, which takes longer than playing it.
test.use({ trace: 'off' })

// Nothing of one is of any use to the other, and they are the longest of all.
test.describe.configure({ mode: 'parallel' })

let lms: Lms

/** One package a format with a page for each element of the catalogue. */
test.beforeAll(async () => {
  const source = catalogueSource(names)
  const packages = new Map<string, Map<string, Buffer>>()
  for (const format of formats) {
    packages.set(format, await unzip(await builtPackage(format, { source })))
  }
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

for (const format of formats) {
  const narrow = format === 'scorm-2004-4'
  test(`the whole catalogue is played by keyboard in ${format}${narrow ? ', at 400 %' : ''}, and passed`, async ({
    page,
  }) => {
    test.setTimeout(600_000)
    if (narrow) await page.setViewportSize(zoomed)
    const module = await lms.play(page, format)
    for (const [index, name] of names.entries()) {
      await test.step(name, () => playOne(page, module, name, index))
    }
    const calls = await leave(page)
    expect(calls.filter(([, , , answer]) => answer === 'false')).toEqual([])
    expect(interactionsIn(calls)).toEqual(expected(format))
    const status = format === 'scorm-12' ? 'cmi.core.lesson_status' : 'cmi.success_status'
    const kept = lastValue(calls, 'cmi.suspend_data')
    if (!wanted) expect(lastValue(calls, status), `it was left as ${kept}`).toBe('passed')
  })
}

/** Turns to the page of an element, looks at it with axe, does what there is to do. */
async function playOne(page: Page, module: FrameLocator, name: ElementName, index: number) {
  const shown = module.locator('[data-section]').nth(index)
  await expect(shown).toBeVisible()
  const learner = learnerOn(page, module, shown)
  const last = index === names.length - 1
  await expectSound(page, index === 0 ? 'body' : shownParts)
  const { play } = samples[name]!
  await play?.(learner)
  if (play || last) await expectSound(page, last ? 'body' : shownParts)
  if (last) return
  await learner.tabTo(module.getByRole('button', { name: 'Suivant', exact: true }))
  await page.keyboard.press('Enter')
}

function learnerOn(page: Page, module: FrameLocator, element: Locator): Learner {
  return {
    element,
    module,
    tabTo: (target) => tabTo(page, target),
    async press(key, times = 1) {
      for (let count = 0; count < times; count += 1) await page.keyboard.press(key)
    },
    type: (text) => page.keyboard.type(text),
  }
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new RangeError(`Tab never reached ${target}`)
}

/** What differs from page to page; what stands around it is looked at on the first and the last. */
const shownParts = '[data-section]:not([hidden])'

/** No axe violation, targets of 24 px; and where there is little room, nothing that does not fit. */
async function expectSound(page: Page, part: string): Promise<void> {
  await standsStill(page)
  if (page.viewportSize()?.width === zoomed.width) await expectFits(page.frames()[1]!)
  const { violations } = await new AxeBuilder({ page })
    .include(['iframe', part])
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`),
  ).toEqual([])
}

/** Interactions as the LMS was told of them, in the order it was. */
function interactionsIn(calls: string[][]): ExpectedInteraction[] {
  const told: Record<string, Record<string, string>> = {}
  for (const [, name = '', value = ''] of calls) {
    const [, index, field] = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(name) ?? []
    if (index && field) told[index] = { ...told[index], [field]: value }
  }
  return Object.values(told).map((each) => ({
    type: each.type ?? '',
    response: each.student_response ?? each.learner_response ?? '',
    result: resultOf(each.result),
  }))
}

function resultOf(result = ''): ExpectedInteraction['result'] {
  if (result === 'correct' || result === 'neutral') return result
  return 'wrong'
}

function expected(format: (typeof formats)[number]): ExpectedInteraction[] {
  const standard = format === 'scorm-12' ? 'scorm12' : 'scorm2004'
  return names.flatMap((name) => samples[name]!.interactions?.[standard] ?? [])
}
