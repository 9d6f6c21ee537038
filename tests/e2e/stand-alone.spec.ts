import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { buildPackage, extractZip } from '#packaging/index.ts'
import { packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, temporaryFolder } from '#tests/builders/zip.ts'

/** Opened from the disk, as from a USB key, with no network to be had. */
test.beforeEach(({ context }) => context.setOffline(true))

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

async function answerByKeyboard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Vérifier' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Vérifier' })).toBeFocused()
  const first = page.locator('form').first()
  // Its choices come in an order drawn at random.
  await first.getByLabel('Alerter').press('Space')
  await expect(first.getByLabel('Alerter')).toBeChecked()
  await first.getByRole('button', { name: 'Valider' }).press('Enter')
  await expect(first.getByRole('status')).toContainText('C’est juste.')
}

test.describe('a module in one file', () => {
  let address: string

  test.beforeAll(async () => {
    const file = join(await temporaryFolder(), 'module.html')
    const web = { variant: 'single-file', minutes: 3 } as const
    await buildPackage(packageSource(), packageSettings('web', { web }), file)
    address = pathToFileURL(file).href
  })

  test('is learnt by keyboard from the disk, and asks for nothing else', async ({ page }) => {
    const asked: string[] = []
    const faults: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(address)
    await page.locator('html[data-player]').waitFor()
    await expectNoViolation(page)
    const picture = page.getByRole('img').first()
    await expect(picture).toBeVisible()
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
    await answerByKeyboard(page)
    await expectNoViolation(page)
    expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([])
    // The film of this module is none.
    expect(faults.filter((fault) => !/media|decod/i.test(fault))).toEqual([])
  })

  test('comes back to the answers given, and lets its document be saved', async ({ page }) => {
    await page.goto(address)
    await page.locator('html[data-player]').waitFor()
    await answerByKeyboard(page)
    await page.reload()
    await page.locator('html[data-player]').waitFor()
    await expect(page.locator('form').first().getByLabel('Alerter')).toBeChecked()
    await page.getByRole('navigation').getByRole('link', { name: 'Agir' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /PDF, 123/ }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  })

  test('says its credits in its own page, and never scrolls sideways at 320 pixels', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(address)
    await page.locator('html[data-player]').waitFor()
    await page.getByText('Crédits et licence').click()
    await expect(page.getByText('modifié : recadrage').first()).toBeVisible()
    await page.getByText('Accessibilité', { exact: true }).click()
    await expect(page.getByText('Ce que les vérifications ont trouvé')).toBeVisible()
    await expectNoViolation(page)
    for (const title of ['Agir', 'Vérifier']) {
      await page.getByRole('button', { name: 'Suivant' }).click()
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide).toBe(0)
    }
  })
})

test.describe('a kiosk', () => {
  let address: string

  test.beforeAll(async () => {
    const web = { variant: 'kiosk', minutes: 1 } as const
    const zip = await builtPackage('web', { more: { web } })
    const folder = join(dirname(zip), 'key')
    await extractZip(zip, folder)
    address = pathToFileURL(join(folder, 'index.html')).href
  })

  test.beforeEach(async ({ page }) => {
    await page.clock.install()
    await page.goto(address)
    await page.locator('html[data-player]').waitFor()
  })

  const warning = (page: Page) =>
    page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' })

  test('warns after a minute without a touch, and any key lets the learner go on', async ({
    page,
  }) => {
    await answerByKeyboard(page)
    await page.clock.runFor(59_000)
    await expect(warning(page)).toBeHidden()
    await page.clock.runFor(3_000)
    await expect(warning(page)).toBeVisible()
    await expect(warning(page)).toContainText('oublie vos réponses')
    await expectNoViolation(page)
    await page.keyboard.press('a')
    await expect(warning(page)).toBeHidden()
    await expect(page.locator('form').first().getByLabel('Alerter')).toBeChecked()
    await page.clock.runFor(50_000)
    await expect(warning(page)).toBeHidden()
  })

  test('a touch that stops the countdown presses nothing behind it', async ({ page }) => {
    await page.getByRole('button', { name: 'Suivant' }).click()
    await page.clock.runFor(62_000)
    await expect(warning(page)).toBeVisible()
    const next = (await page.getByText('Suivant', { exact: true }).boundingBox())!
    await page.mouse.click(next.x + next.width / 2, next.y + next.height / 2)
    await expect(warning(page)).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Agir' })).toBeVisible()
  })

  test('begins again for whoever comes next, with nothing of the one before', async ({
    page,
  }) => {
    await answerByKeyboard(page)
    await page.getByLabel('Votre réponse').fill('18')
    const again = page.waitForEvent('load')
    await page.clock.runFor(81_000)
    await again
    await page.locator('html[data-player]').waitFor()
    await expect(page.getByRole('heading', { name: 'Reconnaître un feu' })).toBeVisible()
    await expect(page.getByText('Bon retour')).toBeHidden()
    await page.getByRole('link', { name: 'Vérifier' }).click()
    await expect(page.locator('form').first().getByLabel('Alerter')).not.toBeChecked()
    await expect(page.getByLabel('Votre réponse')).toHaveValue('')
    await page.goto('about:blank')
    await page.goto(address)
    const kept = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      return frame.contentWindow!.localStorage.length
    })
    expect(kept).toBe(0)
  })

  test('waits for nobody: a page that no one touched stays as it is', async ({ page }) => {
    await page.clock.runFor(600_000)
    await expect(warning(page)).toBeHidden()
  })

  test('lets nobody out by a link', async ({ page }) => {
    const out = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(out.filter((href) => !href?.startsWith('#'))).toEqual([])
    await expect(page.getByText('Le site (https://example.org/)')).toBeVisible()
  })
})
