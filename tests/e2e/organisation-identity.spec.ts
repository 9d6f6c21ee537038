import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { identities } from '#app/db/schema/bank/index.ts'
import { unzip } from '#tests/builders/zip.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

/** Packages of whoever comes next look and speak as ours again. */
test.afterEach(({ application }) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  bank.delete(identities).run()
  bank.$client.close()
})

test('an administrator gives the packages of an organisation its colours, its logo and its words', async ({
  page,
  as,
  complaints,
}, { outputDir }) => {
  await as('administrator')
  await page.getByRole('link', { name: 'Organisation' }).click()
  await page.getByRole('link', { name: 'Identité' }).click()
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('button', { name: 'Suivant' })).toBeVisible()

  const accent = page.getByRole('textbox', { name: 'Liens et boutons', exact: true })
  await accent.fill('#ff8800')
  await expect(page.getByText(/Trop peu de contraste\s: 2,/)).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('alert')).toContainText('#ff8800')
  // What was refused is said by the browser too.
  complaints.length = 0
  await page.getByRole('button', { name: /^Prendre #/ }).click()
  const readable = await accent.inputValue()
  await page.getByRole('textbox', { name: 'Bandeau', exact: true }).fill('#1d2a5c')
  await page.getByLabel('Envoyer un fichier').setInputFiles({
    name: 'cfa-des-monts.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(logo),
  })
  await expect(page.getByLabel('Ce que dit le logo')).toHaveValue('cfa-des-monts')
  await page.getByLabel('Ce que dit le logo').fill('CFA des Monts')
  await page.getByText('En français', { exact: true }).click()
  await page.getByLabel('Suivant', { exact: true }).fill('Continuer')
  await expect(preview.getByRole('button', { name: 'Continuer' })).toBeVisible()
  await expect(preview.getByRole('img', { name: 'CFA des Monts' })).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('les prochains paquets auront cette identité')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/modules/choisir-un-extincteur/export')
  await expect(page.getByText('Couleurs, logo et mots de l’organisation').first()).toBeVisible()
  await page.getByLabel('Format').selectOption('web')
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  const downloaded = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /^Télécharger Web/ })
    .first()
    .click()
  const path = join(outputDir, 'package.zip')
  await (await downloaded).saveAs(path)
  const zip = await unzip(path)
  expect(String(zip.get('player/player.css'))).toContain(`--accent:${readable}`)
  expect(String(zip.get('index.html'))).toContain('>Continuer</button>')
})

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#1d2a5c"/></svg>'
