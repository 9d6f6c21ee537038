import AxeBuilder from '@axe-core/playwright'
import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test'
import { elements } from '#content-schema/nodes/index.ts'
import { type ElementName, elementNames } from '#content-schema/schema.ts'
import { doc, section } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import type { ElementSample, ExpectedInteraction, Learner } from '#tests/catalogue/sample.ts'
import { type Lms, lastValue, leave, startLms } from './lms.ts'

const samples: Record<string, ElementSample> = elementSamples
/** `ELEMENTS=tabs,video` plays only these, while one is being written. */
const wanted = process.env.ELEMENTS?.split(',')
const names = elementNames.filter((name) => wanted?.includes(name) ?? true)
/** The 3rd edition of SCORM 2004 has the player of the 4th, byte for byte. */
const formats = ['scorm-12', 'scorm-2004-4'] as const

let lms: Lms

/** One package a format with a page for each element of the catalogue. */
test.beforeAll(async () => {
  const pages = names.map((name) => section(elements[name].names.fr, samples[name]!.node))
  const source = packageSource(doc(...pages))
  const packages = new Map<string, Map<string, Buffer>>()
  for (const format of formats) {
    packages.set(format, await unzip(await builtPackage(format, { source })))
  }
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

for (const format of formats) {
  test(`the whole catalogue is played by keyboard in ${format}, and passed`, async ({
    page,
  }) => {
    test.setTimeout(600_000)
    const module = await lms.play(page, format)
    for (const [index, name] of names.entries()) {
      await test.step(name, () => playOne(page, module, name, index))
    }
    const calls = await leave(page)
    expect(calls.filter(([, , , answer]) => answer === 'false')).toEqual([])
    const status = format === 'scorm-12' ? 'cmi.core.lesson_status' : 'cmi.success_status'
    if (!wanted) expect(lastValue(calls, status)).toBe('passed')
    expect(interactionsIn(calls)).toEqual(expected(format))
  })
}

/** Turns to the page of an element, looks at it with axe, does what there is to do. */
async function playOne(page: Page, module: FrameLocator, name: ElementName, index: number) {
  const shown = module.locator('[data-section]').nth(index)
  await expect(shown).toBeVisible()
  const learner = learnerOn(page, module, shown)
  await expectNoViolation(page)
  await samples[name]!.play?.(learner)
  await expectNoViolation(page)
  if (index === names.length - 1) return
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

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
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
