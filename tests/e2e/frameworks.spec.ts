import { existsSync, readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from './fixtures.ts'

const folder = new URL('../../../shared/fixtures/rncp/', import.meta.url)
const register = new URL('export_fiches_RNCP_V4_1_extrait.xml', folder)

test('a designer imports an entry out of a file, confirms a block, reads the matrix, and makes a module from a hole', async ({
  page,
  as,
}) => {
  test.skip(!existsSync(register), 'the real register entries are not beside this checkout')
  await as('designer')
  await page.goto('/frameworks')
  await page.getByLabel('Fichier').setInputFiles({
    name: 'fiches.xml',
    mimeType: 'text/xml',
    buffer: readFileSync(register),
  })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await expect(page.getByRole('heading', { name: 'fiches.xml' })).toBeVisible()
  await expect(page.getByText('RNCP35340')).toHaveCount(0)
  await page.getByLabel('Numéro ou intitulé').fill('services informatiques')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('checkbox', { name: /RNCP40792/ }).check()
  await page.getByRole('button', { name: 'Importer les fiches cochées' }).click()
  await page
    .getByRole('status')
    .getByRole('link', { name: /RNCP40792/ })
    .click()

  const block = page.getByRole('region', { name: /RNCP40792BC01/ })
  await expect(block.locator('ol > li')).toHaveCount(6)
  await block.getByRole('link', { name: /^Comparer et modifier/ }).click()
  await expect(page.getByRole('region', { name: 'Tel que c’est venu' })).toContainText(
    'Gérer des sauvegardes',
  )
  await expectAccessible(page)
  const first = page.getByLabel('Compétence 1', { exact: true })
  await first.fill('Gérer le parc informatique')
  await page.getByRole('button', { name: 'Confirmer ces compétences' }).click()
  await expect(block).toContainText('Gérer le parc informatique')
  await expect(block).toContainText('confirmé')

  await page.getByRole('link', { name: 'Couverture' }).click()
  await page.getByRole('link', { name: /sans aucun module/ }).click()
  await expect(page.getByText('22 compétences · 0 module')).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('link', { name: 'Nouveau module pour cette compétence : Gérer le parc' })
    .click()
  await expect(page.getByText('Ce module enseignera « Gérer le parc')).toBeVisible()
  await page.getByLabel('Titre', { exact: true }).fill('Inventorier un parc')
  await page.getByRole('button', { name: 'Créer le module', exact: true }).click()
  await expect(
    page.getByRole('heading', { name: 'Inventorier un parc', level: 1 }),
  ).toBeVisible()

  await page.goto('/frameworks')
  await page.getByRole('listitem').filter({ hasText: 'RNCP40792' }).getByRole('link').click()
  await page.getByRole('link', { name: 'Couverture' }).click()
  const cell = page.getByRole('cell', { name: /Inventorier un parc.*enseigne/ })
  await expect(cell).toHaveCount(1)
  await expect(
    page.getByRole('row', { name: /Gérer le parc informatique/ }).getByText('jamais évaluée'),
  ).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger (CSV)' }).click()
  const sheet = readFileSync(await (await download).path(), 'utf8')
  expect(sheet).toContain('Gérer le parc informatique')
  expect(sheet).toContain('enseigne (débutant)')
})

test('a register file cut in the middle is refused in words, and nothing is imported', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/frameworks')
  await page.getByLabel('Fichier').setInputFiles({
    name: 'fiches.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from('<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP1'),
  })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await expect(page.getByRole('alert')).toContainText('s’arrête au milieu')
})
