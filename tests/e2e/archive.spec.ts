import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from './fixtures.ts'

test('an administrator exports modules as an archive, and reads what it would bring before importing it', async ({
  page,
  as,
}) => {
  await as('administrator')
  await page.goto('/organisation/archive')
  await page.getByLabel('Les modules cochés ci-dessous').check()
  await page.getByText('Choisir des modules').click()
  await page.getByLabel(/^Choisir un extincteur/).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Préparer l’archive' }).click()
  const link = page.getByRole('link', { name: /^La télécharger/ })
  const download = page.waitForEvent('download')
  await link.click()
  const path = await (await download).path()

  await page.getByLabel('Fichier de l’archive').setInputFiles({
    name: 'archive.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(path),
  })
  await page.getByRole('button', { name: 'Lire l’archive' }).click()
  const row = page.getByRole('row', { name: /Choisir un extincteur/ })
  await expect(row).toContainText('déjà là, identique')
  await expect(page.getByText('Tout est déjà là.')).toBeVisible()
  await expectAccessible(page)
})
