import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test('somebody finds modules as they type, narrows them down, keeps the search and comes back to it', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/modules')
  await expect(count(page)).toHaveText(/^\d+ modules/)
  await test.step('a slash leads to the field, and results follow what is typed', async () => {
    await page.locator('body').press('/')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('extinct')
    await expect(page).toHaveURL(/\?q=extinct$/)
    await expect(result(page, 'Préparer une palette stable')).toHaveCount(0)
    await expect(field(page)).toBeFocused()
    await expect(page.locator('mark').first()).toHaveText(/extincteur/i)
    await page.keyboard.press('ArrowDown')
    await expect(result(page, 'Choisir un extincteur')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Escape')
    await expect(field(page)).toHaveValue('')
    await expect(count(page)).toHaveText(/^\d+ modules/)
  })
  await test.step('a slip of the finger is put right, and said', async () => {
    await field(page).fill('extinctuer')
    await expect(page.getByText('Résultats pour « extincteur »')).toBeVisible()
    await expect(result(page, 'Choisir un extincteur')).toBeVisible()
  })
  await test.step('Enter looks in the texts too', async () => {
    await field(page).fill('pictogramme')
    await field(page).press('Enter')
    await expect(page).toHaveURL(/full=1/)
    await expect(count(page)).toContainText('textes compris')
  })
  await test.step('nothing found says how to get out', async () => {
    await page.goto('/modules?q=extincteur&state=drafting')
    await expect(count(page)).toHaveText(/^(0 module|Aucun module)/)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Retirer « État »' }).click()
    await expect(result(page, 'Choisir un extincteur')).toBeVisible()
  })
  await test.step('facets, order and table stand in the address', async () => {
    await page.goto('/modules')
    await page.getByRole('checkbox', { name: /^Publié/ }).check()
    await expect(page).toHaveURL('/modules?state=published')
    await page.getByLabel('Trier par').selectOption('titre')
    await expect(page).toHaveURL('/modules?state=published&sort=title')
    await page.getByRole('link', { name: 'Tableau' }).click()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('the search is kept under a name, here and on the home page', async () => {
    await page.getByText('Enregistrer cette recherche').click()
    await page.getByLabel('Nom de la recherche').fill('Ce qui est publié')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Ce qui est publié' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('checkbox', { name: /^Publié/ })).toBeChecked()
    await page.goto('/')
    await page.getByRole('link', { name: 'Ce qui est publié' }).click()
    await expect(page).toHaveURL('/modules?state=published&sort=title&view=table')
    await page
      .getByRole('button', { name: 'Retirer la recherche « Ce qui est publié »' })
      .click()
    await expect(page.getByRole('link', { name: 'Ce qui est publié' })).toHaveCount(0)
  })
  await test.step('on a narrow screen filters wait in a drawer', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/modules')
    await expect(page.getByRole('checkbox', { name: /^Publié/ })).toBeHidden()
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await expect(page.getByRole('checkbox', { name: /^Publié/ })).toBeVisible()
    await expectAccessible(page)
  })
})

test('the search works without a script', async ({ browser, application, page, as }) => {
  await as('expert')
  const context = await browser.newContext({
    ...{ baseURL: application.url, javaScriptEnabled: false },
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto('/modules')
  await field(plain).fill('étiquettes')
  await plain.getByRole('checkbox', { name: /^Français/ }).check()
  await field(plain).press('Enter')
  await expect(plain).toHaveURL(/q=%C3%A9tiquettes/)
  await expect(result(plain, /étiquette/)).toBeVisible()
  await expect(plain.getByRole('checkbox', { name: /^Français/ })).toBeChecked()
  await context.close()
})

const field = (page: Page) => page.getByRole('searchbox', { name: 'Chercher un module' })
const count = (page: Page) => page.getByRole('main').getByRole('status').first()
const result = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name })
