import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, type TestInfo, test } from '@playwright/test'
import { buildProbe } from '#packaging/index.ts'
import { unzip } from '#tests/builders/zip.ts'
import { type Lms, leave, startLms } from './lms.ts'

let lms: Lms

test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'grain-probe-'))
  const packages = new Map<string, Map<string, Buffer>>()
  for (const [name, format, language] of [
    ['scorm-12', 'scorm-12', 'fr'],
    ['scorm-2004', 'scorm-2004-4', 'en'],
  ] as const) {
    await buildProbe({ format, language }, join(folder, `${name}.zip`))
    packages.set(name, await unzip(join(folder, `${name}.zip`)))
  }
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

/** One launch: what the page of the probe says after its button was pressed. */
async function launch(page: Page, name: string, habits?: () => void) {
  await page.goto(`${lms.origin}/lms/${name}`)
  if (habits) await page.evaluate(habits)
  const probe = page.frameLocator('iframe')
  await probe.getByRole('button', { name: /Commencer|Begin/ }).click()
  await expect(probe.getByRole('heading', { level: 2 })).toBeFocused()
  return probe
}

test('an LMS that keeps all is told from one that cuts and keeps no answers', async ({
  page,
}, info) => {
  await launch(page, 'scorm-12')
  await leave(page)
  const generous = await launch(page, 'scorm-12')
  await expect(generous.getByText('Les 64000 signes confiés sont tous revenus.')).toBeVisible()
  await look(page, info, 'generous')

  const habits = () =>
    Object.assign(window, {
      cut: 4096,
      mood: (call: string, element: string) =>
        call === 'LMSSetValue' && element.startsWith('cmi.interactions') ? 'false' : undefined,
    })
  await page.evaluate(() => localStorage.clear())
  await launch(page, 'scorm-12', habits)
  await leave(page)
  const stingy = await launch(page, 'scorm-12', habits)
  await expect(stingy.getByText('il n’en est revenu que 4096')).toBeVisible()
  await expect(stingy.getByText('ne transmettez pas chaque réponse')).toBeVisible()
  await look(page, info, 'stingy')
})

test('in SCORM 2004, and in English, what was found is given as JSON', async ({
  page,
}, info) => {
  const probe = await launch(page, 'scorm-2004')
  await look(page, info, 'first')
  const json = JSON.parse(await probe.getByLabel('JSON').inputValue())
  expect(json).toMatchObject({
    standard: 'scorm-2004',
    first: { state: 64_000, where: 'frame' },
  })
  const download = page.waitForEvent('download')
  await probe.getByRole('button', { name: 'Download the report as JSON' }).click()
  expect((await download).suggestedFilename()).toBe('probe-scorm-2004.json')
})

test('outside an LMS it says so, and tries nothing', async ({ page }) => {
  await page.goto(`${lms.origin}/scorm-12/index.html`)
  await page.getByRole('button', { name: 'Commencer les essais' }).click()
  await expect(page.getByText('Aucun LMS n’est trouvé')).toBeVisible()
})

/** As a desktop and as a phone show it, to be looked at. */
async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  const frame = page.locator('iframe')
  for (const width of ['1200', '320']) {
    await frame.evaluate((each, to) => each.setAttribute('width', to), width)
    await frame.screenshot({ path: info.outputPath(`${name}-${width}.png`) })
    const { violations } = await new AxeBuilder({ page })
      .disableRules(['region', 'page-has-heading-one'])
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const sideways = await page
      .frames()[1]!
      .evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(sideways).toBe(0)
  }
}
