import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { openBank } from '#app/db/client.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import { approve, save, type Workplace } from '#tests/builders/bank.ts'
import { image, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { unzip } from '#tests/builders/zip.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a conflict of licences is met while writing, settled as proposed, judged again at the export, and credited in the package', async ({
  page,
  as,
  application,
  complaints,
}, info) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'droits-en-conflit')
  await showPicture(place, application.dataDir)
  const module = `/modules/${place.moduleId}`

  await as('designer')
  await page.goto(`${module}/write`)
  const panel = page.getByRole('region', { name: 'À vérifier' })
  const conflict = panel.getByRole('listitem').filter({ hasText: 'exclut l’usage commercial' })
  await expect(conflict).toContainText('« Le port » (CC BY-NC-SA 4.0)')
  await expect(conflict).toContainText('remplacer ce fichier')
  await conflict.getByRole('link', { name: /^mettre le module sous CC BY-NC 4.0/ }).click()
  const facts = page.getByRole('region', { name: 'Fiche' })
  await facts.getByLabel('Licence').selectOption('cc-by-nc-sa-4.0')
  await facts.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Enregistré.', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('overview.png'), fullPage: true })
  approve(place)
  bank.$client.close()

  await as('publisher')
  await page.goto(`${module}/publish`)
  await page.getByRole('button', { name: 'Publier cette révision' }).click()
  await expect(page.getByText('L’édition 1.0 est publiée.')).toBeVisible()

  await page.goto(`${module}/export`)
  await page.getByLabel('d’autres organisations').check()
  await page.getByRole('checkbox', { name: 'Usage commercial' }).check()
  await expect(page.getByText('1 obstacle')).toBeVisible()
  await page.screenshot({ path: info.outputPath('export.png'), fullPage: true })
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(page.getByRole('alert')).toContainText('Les droits de « Le port »')
  expect(complaints.splice(0)).toEqual([expect.stringContaining('422')])
  await page.getByLabel('Pourquoi cet usage est permis').fill('Accord écrit de Nadia Ferrand')
  await page.getByRole('button', { name: 'Autoriser l’usage commercial' }).click()
  await expect(page.getByText('l’a autorisé le')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  const link = page.getByRole('link', { name: /^Télécharger SCORM/ })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const downloaded = page.waitForEvent('download')
  await link.click()
  const credits = String((await unzip(await (await downloaded).path())).get('credits.html'))
  expect(credits).toContain('<cite>Le port</cite>, par Nadia Ferrand')
  expect(credits).toContain('https://creativecommons.org/licenses/by-nc-sa/4.0/')

  await page.goto('/organisation/rights?q=port')
  await expect(page.getByRole('row', { name: /Le port/ })).toContainText('1 paquet en service')
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath(`register-${width}.png`), fullPage: true })
  }
})

test('a licence is read as it is written, chosen by a person, and its credit is taken along', async ({
  page,
  as,
}, info) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await as('designer')
  await page.goto('/media?kind=image')
  await page.locator('main h2 a').first().click()
  const rights = page.getByRole('region', { name: 'Droits' })
  await rights.getByLabel('Mention trouvée').fill('Creative Commons BY-SA')
  await expect(rights.getByText('la version n’est pas dite')).toBeVisible()
  await rights.getByRole('button', { name: /^Choisir CC BY-SA 4.0/ }).press('Enter')
  await rights.getByText('Accord, durée et preuve').click()
  await rights.getByLabel('Utilisable jusqu’au').fill('2099-12-31')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('rights.png'), fullPage: true })
  await rights.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Droits enregistrés.')).toBeVisible()
  await rights.getByLabel('Langue de la mention').selectOption('English')
  await rights.getByRole('button', { name: 'Copier la mention' }).click()
  await expect(rights.getByText('Mention copiée.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('under CC BY-SA 4.0 (Attribution-ShareAlike)')
})

/** A module that may be sold, with a picture in it that may not. */
async function showPicture(place: Workplace, dataDir: string): Promise<void> {
  const { bank, organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now: new Date() }
  const create = { width: 40, height: 30, channels: 3 as const, background: 'teal' }
  const stream = Readable.from([await sharp({ create }).png().toBuffer()])
  const { digest } = await storeAsset(
    { bank, dataDir },
    { ...by, stream, fileName: 'port.png' },
  )
  const known = { title: 'Le port', authors: ['Nadia Ferrand'], licence: 'cc-by-nc-sa-4.0' }
  recordRights(bank, { ...by, digest, record: completeRights(known) })
  const shown = image({ asset: digest, alt: 'Le port au matin' })
  save(place, { document: storedDoc(section('Le port', paragraph('Texte.'), shown)) })
}
