import { readFile } from 'node:fs/promises'
import type { Page, TestInfo } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const title = 'Choisir un extincteur'

test('a publisher tries a package in the LMS they know, and reads what it said', async ({
  page,
  as,
}, info) => {
  test.setTimeout(120_000)
  await as('publisher')
  await exportPackage(page, 'SCORM 1.2')
  await newest(page, 'Essayer SCORM 1.2 dans un LMS').click()
  const module = page.frameLocator('iframe').frameLocator('#package')
  const story = page.getByRole('list', { name: /Ce que le module a dit/ })
  await page.getByLabel('LMS', { exact: true }).selectOption('Docebo')
  await expect(page).toHaveURL(/lms=docebo$/)
  await expect(page.getByLabel('Si elles sont plus longues')).toHaveValue('cut')
  await expect(story).toContainText('Le module ouvre la session.')
  await module.getByRole('button', { name: 'Suivant' }).click()
  await expect(story.getByRole('heading', { name: /^Page «\s/ })).toBeVisible()
  await look(page, info, 'story')

  await page.getByRole('button', { name: 'Couper la session' }).click()
  await module.getByRole('button', { name: 'Suivant' }).click()
  await expect(story).toContainText('Refusé par le LMS : erreur 101 (la session est perdue)')
  await expect(module.getByText(/Votre plateforme ne répond pas/)).toBeVisible({
    timeout: 15_000,
  })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger le récit' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('LMSSetValue("cmi.core.exit", "suspend") → "true"')

  await page.getByLabel('Lancement').selectOption('Pour revoir')
  await expect(page).toHaveURL(/mode=review$/)
  await expect(module.getByText(/Vous êtes en consultation/)).toBeVisible()
  await look(page, info, 'review')
})

test('a publisher tries a package in cmi5, and reads its statements as they arrive', async ({
  page,
  as,
  complaints,
}, info) => {
  await as('publisher')
  await exportPackage(page, 'cmi5')
  await newest(page, 'Essayer cmi5 dans un LMS').click()
  const module = page.frameLocator('iframe').frameLocator('#package')
  await expect(module.getByRole('heading', { name: title })).toBeVisible()
  const story = page.getByRole('list', { name: /Ce que le module a dit/ })
  await expect(story).toContainText(`Commence « ${title} ».`)
  await look(page, info, 'cmi5')
  await module.getByRole('button', { name: 'Quitter' }).click()
  await expect(story).toContainText(`Quitte « ${title} »`)
  // An LRS answers 404 for a document that nobody has written, and a browser complains of it.
  expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  complaints.length = 0
})

async function exportPackage(page: Page, format: string): Promise<void> {
  await page.goto('/modules')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: 'Exporter' }).click()
  await page.getByLabel('Format').selectOption({ label: format })
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(newest(page, `Télécharger ${format}`)).toBeVisible({ timeout: 60_000 })
}

/** Of the last package: others in this bank may have been exported before. */
const newest = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first()

/** As a desktop and as a phone show it, to be looked at. */
async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath(`${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
