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

test('a second tab that would overwrite is told, and shown both versions', async ({
  page,
  as,
  context,
}) => {
  await as('designer')
  const second = await context.newPage()
  await second.goto(path)
  await expectSaved(second)
  await write(page, 'Écrit dans le premier onglet. ')
  await expectSaved(page)

  await type(second, 'Écrit dans le second onglet. ')
  const conflict = second.getByRole('alert').filter({ hasText: 'enregistré ailleurs' })
  await expect(conflict).toBeVisible()
  await expect(second.getByRole('region', { name: 'Votre version' })).toContainText(
    'second onglet',
  )
  await expect(second.getByRole('region', { name: 'La version enregistrée' })).toContainText(
    'premier onglet',
  )

  await second.getByRole('button', { name: 'Garder ma version' }).click()
  await expectSaved(second)
  await second.reload()
  await expect(second.getByText('Écrit dans le second onglet.')).toBeVisible()
  await expect(second.getByText('Écrit dans le premier onglet.')).toHaveCount(0)
})

test('a tab killed while the server was away gets its text back', async ({
  page,
  as,
  context,
  complaints,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await context.setOffline(true)
  await type(page, 'Tapé sans serveur. ')
  await expect(page.getByText('Le serveur ne répond pas')).toBeVisible()
  await page.close({ runBeforeUnload: false })

  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(path)
  await expect(next.getByText('n’avait pas pu être enregistré')).toBeVisible()
  await next.getByRole('button', { name: 'Le reprendre' }).click()
  await expectSaved(next)
  await next.reload()
  await expect(next.getByText('Tapé sans serveur.')).toBeVisible()
  complaints.length = 0
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
