import { expect, expectAccessible, test } from './fixtures.ts'
import { structuredDataProblems } from './structured-data.ts'

test('whoever passes by finds a public module, reads what it is, tries it and writes to its organisation', async ({
  page,
  as,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Catalogue public' }).click()
  await expect(page.getByRole('link', { name: 'Protéger ses mains' })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByLabel('Chercher un module').fill('évacuation')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('link', { name: 'Alerter les secours et évacuer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Alerter les secours et évacuer',
  )
  await expect(page.getByText('Ce que vous en tirez garde la même licence.')).toBeVisible()

  const described = page.locator('script[type="application/ld+json"]')
  expect(structuredDataProblems(JSON.parse((await described.textContent()) ?? ''))).toEqual([])

  await page.setViewportSize({ width: 400, height: 800 })
  await expectAccessible(page)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Freshness and guarantees' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the preview' }).click()
  const player = page.frameLocator('iframe')
  await expect(
    player.getByRole('heading', { name: 'Un message en quatre temps' }),
  ).toBeVisible()

  await page.getByLabel('Your name').fill('Ada Martin')
  await page.getByLabel('Your e-mail address').fill('ada.martin@exemple.fr')
  await page.getByLabel('Your message').fill('Puis-je traduire ce module ?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Your message has arrived.')).toBeVisible()

  await as('designer')
  await page.goto('/modules?q=secours')
  await page.getByRole('link', { name: 'Alerter les secours et évacuer' }).click()
  await expect(page.getByText('Partagé par Atelier-école')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Titre de la copie').fill('Alerter, à l’atelier')
  await page.getByRole('button', { name: 'Faire une copie déclarée' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alerter, à l’atelier')
  await page.getByRole('link', { name: 'Réutilisation' }).click()
  await expect(page.getByText('Fait à partir de « Alerter les secours')).toBeVisible()
})
