import type { Page } from '@playwright/test'
import { unzip } from '#tests/builders/zip.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const address = '/modules/choisir-un-extincteur/export'

test('whoever exports chooses a platform, sees what it will show, and keeps the settings as a profile', async ({
  page,
  as,
}) => {
  await as('publisher')
  await page.goto(address)
  const preview = page.getByRole('table', { name: 'Ce que la plateforme affichera' })
  await expect(preview).toContainText('mais le seuil n’est pas atteintIncomplet')
  await expectAccessible(page)

  await page.getByLabel('Plateforme', { exact: true }).selectOption({ label: 'Moodle' })
  await expect(page.getByText('Ce qu’il faut savoir de Moodle')).toBeVisible()
  await open(page, 'Statut transmis')
  await page.getByLabel('Réussi / Échoué').check()
  await expect(preview).toContainText('mais le seuil n’est pas atteintÉchoué')
  await page.getByLabel('Format', { exact: true }).selectOption('scorm-2004-4')
  await expect(preview).toContainText('achèvement « terminé », réussite « échoué »')
  await page.getByLabel('Format', { exact: true }).selectOption('scorm-12')

  await open(page, 'Achèvement')
  await page.getByLabel('une part des pages est vue', { exact: true }).check()
  await page.getByLabel('Part des pages, en %').fill('50')
  await open(page, 'Identité')
  await page.getByLabel('Titre dans la plateforme').fill('Extincteurs, groupe B')
  await open(page, 'Lecteur')
  await page.getByLabel('l’une après l’autre').check()
  await page.getByLabel('Montrer la présentation').uncheck()
  await open(page, 'Garder ces réglages')
  await page.getByLabel('Nom du profil').fill('Moodle du CFA')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer comme profil' }).click()
  await expect(page).toHaveURL(/profile=/)
  await page.reload()
  await expect(page.getByLabel('Profil de l’organisation')).toContainText('Moodle du CFA')
  await expect(page.locator('summary', { hasText: 'Achèvement' })).toContainText('(50 %)')
})

test('the package plays as it was decided, and its note stays with it', async ({
  page,
  as,
}) => {
  await as('publisher')
  await page.goto(address)
  await open(page, 'Identité')
  await page.getByLabel('Titre dans la plateforme').fill('Extincteurs, groupe B')
  await open(page, 'Lecteur')
  await page.getByLabel('l’une après l’autre').check()
  await page.getByLabel('Montrer la présentation').uncheck()
  await page.getByLabel('Montrer le bouton').uncheck()
  await page.getByLabel('Note', { exact: true }).fill('Session de mars')
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(page.getByText('Session de mars')).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page
    .getByRole('link', { name: 'Télécharger SCORM 1.2' })
    .first()
    .click({ timeout: 60_000 })
  const zip = await unzip(await (await waiting).path())
  expect(String(zip.get('imsmanifest.xml'))).toContain('<title>Extincteurs, groupe B</title>')

  await page.getByRole('link', { name: 'Essayer SCORM 1.2 dans un LMS' }).first().click()
  const module = page.frameLocator('iframe').frameLocator('#package')
  await expect(module.getByText('Page 1 sur')).toBeVisible()
  await expect(module.getByRole('button', { name: 'Quitter' })).toHaveCount(0)
  await expect(module.locator('#cover')).toHaveCount(0)
  const links = module.locator('#outline a')
  await expect(links.nth(2)).toHaveAttribute('aria-disabled', 'true')
  await module.getByRole('button', { name: 'Suivant' }).click()
  await module.getByRole('button', { name: 'Suivant' }).click()
  await expect(links.nth(2)).toHaveAttribute('aria-disabled', 'false')
})

test('what cannot be is refused in words, and nothing is made', async ({
  page,
  as,
  complaints,
}) => {
  await as('publisher')
  await page.goto(address)
  const made = page.locator('#packages ~ ul > li')
  const before = await made.count()
  await open(page, 'Achèvement')
  await page.getByLabel('une part des pages est vue', { exact: true }).check()
  const share = page.getByLabel('Part des pages, en %')
  await share.fill('500')
  await page.locator('summary', { hasText: 'Achèvement' }).click()
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  // The browser holds it back, and what is wrong is in sight.
  await expect(share).toBeFocused()
  await share.evaluate((input) => input.removeAttribute('max'))
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(made).toHaveCount(before)
  expect(complaints.splice(0)).toEqual([expect.stringContaining('422')])
})

test('a package that is played from the bank is capped, ended and reopened from the list', async ({
  page,
  as,
}) => {
  await as('publisher')
  await page.goto(address)
  await page.getByLabel('Format', { exact: true }).selectOption('thin-12')
  await page.getByLabel('Apprenants au plus').fill('30')
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  const packages = page.getByRole('listitem').filter({ hasText: 'joué depuis' })
  await expect(packages.getByText('joue l’édition 1.0 · 0 apprenant sur 30')).toBeVisible()
  await packages.getByText('Changer la fin').click()
  await packages.getByLabel('Apprenants au plus').fill('12')
  await packages.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(packages.getByRole('status')).toContainText('sur 12 au plus')
  await expectAccessible(page)
  await packages.getByRole('button', { name: 'Mettre fin maintenant' }).click()
  await expect(packages.getByRole('status')).toContainText('arrêté le')
  await expect(packages.getByRole('status')).toBeFocused()
  await packages.getByRole('button', { name: 'Rouvrir' }).click()
  await expect(packages.getByRole('status')).toContainText('joue l’édition 1.0')
})

async function open(page: Page, legend: string): Promise<void> {
  await page.locator('summary', { hasText: legend }).click()
}
