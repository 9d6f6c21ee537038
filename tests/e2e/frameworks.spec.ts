import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

const folder = new URL('../../../shared/fixtures/rncp/', import.meta.url)
const register = new URL('export_fiches_RNCP_V4_1_extrait.xml', folder)

test('a designer imports both real register entries, and ties a module to what is inside', async ({
  page,
  as,
}) => {
  test.skip(!existsSync(register), 'the real register entries are not beside this checkout')
  await as('designer')
  await page.goto('/frameworks')
  await page.getByLabel('Fichier XML').setInputFiles({
    name: 'fiches.xml',
    mimeType: 'text/xml',
    buffer: readFileSync(register),
  })
  await page.getByRole('button', { name: 'Importer' }).click()
  await expect(page.getByText('RNCP35340')).toBeVisible()
  const entry = page.getByRole('listitem').filter({ hasText: 'RNCP40792' })
  await expect(entry).toContainText('active')
  await entry.getByRole('link').click()

  const block = page.getByRole('region', { name: /RNCP40792BC01/ })
  await expect(block.locator('ol > li')).toHaveCount(6)
  await expect(block.locator('ol ul > li')).toHaveCount(22)
  await expect(block).toContainText('Gérer des sauvegardes')

  await page.goto('/modules/lire-une-etiquette')
  await page.getByLabel('Chercher dans les référentiels').fill('sauvegardes')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('button', { name: 'Ajouter : Gérer le patrimoine informatique' }).click()
  await expect(page.getByText('(RNCP40792BC01)')).toBeVisible()
})

test('a register file cut in the middle is refused in words, and nothing is imported', async ({
  page,
  as,
  complaints,
}) => {
  await as('designer')
  await page.goto('/frameworks')
  const before = await page.getByRole('listitem').count()
  await page.getByLabel('Fichier XML').setInputFiles({
    name: 'fiches.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from('<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP1'),
  })
  await page.getByRole('button', { name: 'Importer' }).click()
  await expect(page.getByRole('alert')).toContainText('s’arrête au milieu')
  await expect(page.getByRole('listitem')).toHaveCount(before)
  complaints.length = 0
})
