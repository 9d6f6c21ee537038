import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a designer keeps an element as a template and starts from it again in another module', async ({
  page,
  as,
}) => {
  await as('designer')
  const name = `Consignes ${Date.now()}`
  await openNew(page, 'premier')
  await page.locator('.ProseMirror p').last().click()
  await page.keyboard.type('Portez vos gants.')
  await page.getByRole('button', { name: 'Enregistrer comme modèle' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Enregistrer comme modèle' })
  await expectAccessible(page, ['empty-heading'])
  await dialog.getByLabel('Nom du modèle').fill(name)
  await dialog.getByLabel('à toute mon organisation').check()
  await dialog.getByLabel('Nom du modèle').press('Enter')
  await expect(page.getByText(`Le modèle « ${name} » est enregistré`)).toBeVisible()

  await openNew(page, 'second')
  await insertByPlus(page, name)
  const kept = page.locator('.ProseMirror').getByText('Portez vos gants.')
  await expect(kept).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(kept).toHaveCount(0)

  await page.locator('.ProseMirror p').last().click()
  await page.keyboard.type('/consignes')
  await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(kept).toHaveCount(1)
  await expect(page.locator('.ProseMirror')).not.toContainText('/consignes')

  await as('administrator')
  await openNew(page, 'troisieme')
  await insertByPlus(page, name)
  await expect(kept).toHaveCount(1)
})

test('templates are renamed, shared and removed from the menu, by keyboard', async ({
  page,
  as,
}) => {
  await as('designer')
  const name = `Plan ${Date.now()}`
  await openNew(page, 'liste')
  await page.locator('.ProseMirror h2').first().click()
  await page.keyboard.type('Avant de commencer')
  await page.getByRole('button', { name: 'Enregistrer comme modèle' }).click()
  await page.getByLabel('Nom du modèle').fill(name)
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click()
  await expect(page.getByText(`Le modèle « ${name} » est enregistré`)).toBeVisible()

  await page.getByRole('button', { name: 'Insérer un élément', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Gérer les modèles…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Modèles' })
  await dialog.getByLabel(`Nom de « ${name} »`).fill(`${name} bis`)
  await dialog.getByLabel(`Nom de « ${name} »`).press('Enter')
  await expect(dialog.getByRole('status')).toHaveText(
    `Le modèle s’appelle maintenant « ${name} bis ».`,
  )
  await dialog.getByLabel(`Offrir « ${name} bis » à l’organisation`).press('Space')
  await expect(dialog.getByRole('status')).toContainText('est offert à l’organisation')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: `Supprimer « ${name} bis »` }).press('Enter')
  await expect(dialog.getByRole('button', { name: `Garder « ${name} bis »` })).toBeFocused()
  await dialog.getByRole('button', { name: `Supprimer pour de bon « ${name} bis »` }).click()
  await expect(dialog.getByLabel(`Nom de « ${name} bis »`)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('what was inserted last is offered first', async ({ page, as }) => {
  await as('designer')
  await openNew(page, 'recents')
  await insertByPlus(page, 'tableau')
  await page.getByRole('button', { name: 'Insérer un élément', exact: true }).press('Enter')
  const first = page.getByRole('listbox').getByRole('option').first()
  await expect(first).toContainText('Tableau')
  await expect(first).toHaveAttribute('data-group', 'Récents')
  // The section and the table were left as they began, without words.
  await expectAccessible(page, ['empty-heading', 'empty-table-header'])
})

/** From the `+` of the toolbar, by keyboard. */
async function insertByPlus(page: Page, name: string): Promise<void> {
  await page.locator('.ProseMirror p').last().click()
  await page.getByRole('button', { name: 'Insérer un élément', exact: true }).press('Enter')
  await page.getByRole('combobox', { name: 'Chercher un élément' }).fill(name)
  await expect(page.getByRole('option', { name: new RegExp(name, 'i') }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

async function openNew(page: Page, name: string): Promise<void> {
  const code = `modele-${name}-${Date.now()}`
  await page.goto('/modules')
  await page.getByLabel('Titre').fill(name)
  await page.getByLabel('Code court').fill(code)
  await page.getByRole('button', { name: 'Créer le module', exact: true }).click()
  await page.waitForURL(({ pathname }) => pathname !== '/modules')
  await page.goto(`/modules/${code}/write`)
  await page.locator('.ProseMirror').waitFor()
}
