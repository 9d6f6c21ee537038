import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { openBank } from '#app/db/client.server.ts'
import { publishText } from '#tests/builders/published-text.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const register = '/organisation/deployments'
/** Milliseconds that a package may take to be made and checked. */
const making = 60_000

test('whoever exported a package learns that it is outdated, makes it again and says that the old one is no longer used', async ({
  page,
  as,
  application,
}, info) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank)
  publishText(place, 'Un premier texte.')
  await as('publisher')
  await page.goto(`/modules/${place.moduleId}/export`)
  await page.getByLabel('Pour qui (client').fill('CFA des Monts')
  await page.getByLabel('Plateforme', { exact: true }).selectOption('Moodle')
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await download(page, /^Télécharger SCORM/)
  await page.getByRole('link', { name: 'Déploiements de ce module' }).click()
  await expect(page.getByRole('row', { name: /CFA des Monts/ })).toContainText('à jour')

  publishText(place, 'Un texte corrigé.')
  bank.$client.close()
  await page.goto('/')
  const told = page.getByRole('listitem').filter({ hasText: 'Déploiement à revoir' })
  await expect(told).toContainText('édition 1.0 · CFA des Monts · Moodle · dépassé')
  await told.getByRole('link', { name: 'Voir (Gestes et postures)' }).click()
  const row = page.getByRole('row', { name: /CFA des Monts/ })
  await expect(row).toContainText('l’édition 1.1 est publiée')
  await row.getByText('Modifier').click()
  await row.getByLabel('Plateforme').fill('Moodle 4.5 du CFA')
  await row.getByLabel('Plateforme').press('Enter')
  await expect(page.getByText('C’est noté pour')).toBeVisible()
  await expect(row).toContainText('Moodle 4.5 du CFA')
  await look(page, info)

  await row.getByRole('button', { name: /^Refaire le paquet/ }).click()
  await expect(page).toHaveURL(/export#packages$/)
  await expect(page.getByRole('link', { name: /^Télécharger SCORM/ })).toHaveCount(2, {
    timeout: making,
  })
  await page.goto(`${register}?show=attention`)
  await expect(row).toContainText('dites que celui-ci ne sert plus')
  await row.getByRole('button', { name: /^Ne sert plus/ }).press('Enter')
  await expect(page.getByText(/ne sert plus\s: personne n’en sera plus averti/)).toBeVisible()
  await expect(page.getByText('Aucun déploiement ne répond')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Dépassé depuis')

  await page.goto(`${register}?module=gestes-et-postures`)
  const sheet = await download(page, 'Télécharger la liste (CSV)')
  const [head, ...lines] = (await readFile(sheet, 'utf8')).trim().split('\r\n')
  expect(head).toContain('Code;Module;Édition;')
  expect(lines.map((line) => line.split(';').slice(0, 7).join(' | '))).toEqual([
    'gestes-et-postures | Gestes et postures | 1.0 | 1.0 | SCORM 1.2 | CFA des Monts | Moodle 4.5 du CFA',
    'gestes-et-postures | Gestes et postures | 1.1 | 1.1 | SCORM 1.2 | CFA des Monts | Moodle 4.5 du CFA',
  ])
})

async function download(page: Page, name: string | RegExp): Promise<string> {
  const link = page.getByRole('link', { name })
  await expect(link).toBeVisible({ timeout: making })
  const downloaded = page.waitForEvent('download')
  await link.click()
  return (await downloaded).path()
}

/** Where there is room and where there is little; pictures are kept to be looked at. */
async function look(page: Page, info: TestInfo): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath(`register-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
