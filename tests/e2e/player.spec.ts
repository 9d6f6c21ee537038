import AxeBuilder from '@axe-core/playwright'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import type { Format } from '#packaging/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { type Lms, lastValue, leave, startLms } from './lms.ts'

let lms: Lms

test.beforeAll(async () => {
  const packages = new Map<string, Map<string, Buffer>>()
  for (const format of ['scorm-12', 'scorm-2004-4', 'web'] satisfies Format[]) {
    packages.set(format, await unzip(await builtPackage(format)))
  }
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

const play = (page: Page, format: Format) => lms.play(page, format)

const form = (module: FrameLocator, index: number) => module.locator('form').nth(index)

async function answerRightly(module: FrameLocator): Promise<void> {
  const right = [['Alerter'], ['Le bois', 'Le papier'], ['Faux']]
  for (const [index, labels] of right.entries()) {
    for (const label of labels) await form(module, index).getByLabel(label).check()
    await form(module, index).getByRole('button', { name: 'Valider' }).click()
  }
  await module.getByLabel('Votre réponse').fill('18,2')
  await form(module, 3).getByRole('button', { name: 'Valider' }).click()
}

test.describe('a learner', () => {
  test('passes in SCORM 1.2, and the LMS is told once, even when the frame is torn away', async ({
    page,
  }) => {
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    const module = await play(page, 'scorm-12')
    await module.getByRole('button', { name: 'Suivant' }).click()
    await expect(module.getByRole('heading', { name: 'Agir' })).toBeFocused()
    await module.getByRole('button', { name: 'Suivant' }).click()
    await answerRightly(module)
    await expect(module.getByText('Vous avez terminé et réussi ce module.')).toBeVisible()
    const calls = await leave(page)
    expect(lastValue(calls, 'cmi.core.lesson_status')).toBe('passed')
    expect(lastValue(calls, 'cmi.core.score.raw')).toBe('100')
    expect(calls.filter(([name]) => name === 'LMSFinish')).toHaveLength(1)
    expect(faults.filter((fault) => !/favicon|media|ERR_REQUEST_RANGE/.test(fault))).toEqual([])
  })

  test('resumes in SCORM 2004 where the tab was closed, with the answers given', async ({
    page,
  }) => {
    const module = await play(page, 'scorm-2004-4')
    await module.getByRole('link', { name: 'Vérifier' }).click()
    await form(module, 0).getByLabel('Courir').check()
    await form(module, 0).getByRole('button', { name: 'Valider' }).click()
    await expect(form(module, 0).getByText('Il vous reste un essai.')).toBeVisible()
    const calls = await leave(page)
    expect(lastValue(calls, 'cmi.exit')).toBe('suspend')
    expect(calls.at(-1)?.[0]).toBe('Terminate')

    const again = await play(page, 'scorm-2004-4')
    await expect(again.getByText('Bon retour')).toBeVisible()
    await expect(again.getByRole('heading', { name: 'Vérifier' })).toBeVisible()
    await expect(form(again, 0).getByLabel('Courir')).toBeChecked()
    await expect(form(again, 0).getByText('Il vous reste un essai.')).toBeVisible()
  })

  test('quits by the button and is told that all is handed over', async ({ page }) => {
    const module = await play(page, 'scorm-12')
    await module.getByRole('button', { name: 'Quitter' }).click()
    await expect(module.getByText('Votre progression a été transmise.')).toBeFocused()
    const calls = await leave(page)
    expect(calls.filter(([name]) => name === 'LMSFinish')).toHaveLength(1)
  })

  test('goes through the module with the keyboard alone', async ({ page }) => {
    await page.goto(`${lms.origin}/web/index.html`)
    await page.locator('html[data-player]').waitFor()
    await page.getByRole('button', { name: 'Suivant' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Agir' })).toBeFocused()
    await page.getByRole('button', { name: 'Suivant' }).press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator('form').first().getByRole('button').press('Enter')
    await expect(page.locator('form').first().getByRole('status')).toContainText(
      /juste|réponse/,
    )
  })

  test('reads everything in one page without a script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${lms.origin}/web/index.html`)
    for (const title of ['Reconnaître un feu', 'Agir', 'Vérifier']) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Suivant' })).toBeHidden()
    await context.close()
  })
})

for (const [name, viewport] of [
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`the pages on ${name} have no axe violation and never scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(`${lms.origin}/web/index.html`)
    await page.locator('html[data-player]').waitFor()
    for (const last of [false, false, true]) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide).toBe(0)
      if (!last) await page.getByRole('button', { name: 'Suivant' }).click()
    }
    await page.goto(`${lms.origin}/web/credits.html`)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}
