import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const path = '/modules/preparer-une-palette/write'

test('what is said to be saved is there after a reload', async ({ page, as }) => {
  await as('designer')
  await write(page, 'Une phrase ajoutée. ')
  await expectSaved(page)
  await page.reload()
  await expect(page.getByText('Une phrase ajoutée.')).toBeVisible()
})

test('a file that is not an image is refused in words, and nothing is lost', async ({
  page,
  as,
  complaints,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Insérer un élément' }).click()
  await page.getByRole('option', { name: /Image Une photo/ }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('\u0000\u0001 not a picture'),
    })
  await expect(
    page.getByText(/ni une image|n’est pas ce que dit son nom/).first(),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  complaints.length = 0
})

async function write(page: Page, text: string): Promise<void> {
  await page.goto(path)
  await expectSaved(page)
  await type(page, text)
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type(text)
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.waitForTimeout(1200)
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
}
