import { expect, expectAccessible, test } from './fixtures.ts'

test('a designer is led from each finding to its element, by keyboard alone', async ({
  page,
  as,
}) => {
  await as('designer')
  await openNew(page)
  const panel = page.getByRole('region', { name: 'À vérifier' })
  await expect(panel.getByRole('status')).toContainText('à corriger')

  await page.locator('.ProseMirror p').last().click()
  for (let round = 0; round < 2; round += 1) {
    await page.getByRole('button', { name: 'Insérer un élément', exact: true }).press('Enter')
    await page.getByRole('combobox', { name: 'Chercher un élément' }).fill('vrai')
    await page.keyboard.press('Enter')
  }
  const group = panel.getByRole('group').filter({ hasText: 'Contenu' })
  const links = group.getByRole('link', { name: /^Vrai ou faux/ })
  await expect(links).toHaveText([/^Vrai ou faux 1, section 1$/, /^Vrai ou faux 2, section 1$/])

  await links.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.type('Un extincteur se vérifie chaque année.')
  await expect(links).toHaveCount(1)
  await expect(group).not.toContainText('Vrai ou faux 2')
  // The section that a new module begins with has no title yet.
  await expectAccessible(page, ['empty-heading'])
})

test('what was measured is said, and what is only to be looked at can be left out', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/modules/choisir-un-extincteur/write')
  const panel = page.getByRole('region', { name: 'À vérifier' })
  await expect(panel.getByRole('status')).not.toHaveText('Lecture du module…')
  const weight = panel.getByRole('group').filter({ hasText: 'Poids' })
  await weight.locator('summary').press('Enter')
  await expect(weight).toContainText(/\d fichiers, [\d,]+.(ko|Mo) dans un paquet/)
  const state = panel.getByRole('group').filter({ hasText: 'Données de reprise' })
  await state.locator('summary').press('Enter')
  await expect(state.getByRole('meter')).toHaveAttribute('max', '3500')
  await expect(state).toContainText(/\d+ signes sur 3.500/)
  await expectAccessible(page)

  await panel.getByLabel('Montrer').selectOption('seulement ce qui est à corriger')
  await expect(panel.getByText('À regarder :')).toHaveCount(0)
})

test('nothing is looked at while somebody types', async ({ page, as }) => {
  await as('designer')
  await openNew(page)
  const status = page.getByRole('region', { name: 'À vérifier' }).getByRole('status')
  await expect(status).toContainText('à regarder')
  const before = await status.textContent()
  await page.locator('.ProseMirror p').last().click()
  await page.keyboard.type('/choix unique')
  await page.keyboard.press('Enter')
  for (let key = 0; key < 20; key += 1) {
    await page.keyboard.type('a')
    await page.waitForTimeout(100)
    expect(await status.textContent()).toBe(before)
  }
  await expect(status).not.toHaveText(before ?? '')
})

test('how much there is to check, and the preview, stay in view; before the first word nothing is found', async ({
  page,
  as,
}) => {
  await as('designer')
  await openNew(page)
  const tally = page.getByRole('button', { name: /^À vérifier\s: / })
  const panel = page.getByRole('region', { name: 'À vérifier' })
  await expect(panel.getByRole('status')).toContainText('à corriger')
  await expect(tally).toHaveCount(0)
  await expect(page.locator('.me-dot, [class*="has-finding"]')).toHaveCount(0)
  await page.locator('.ProseMirror p').last().click()
  await page.keyboard.type('/choix unique')
  await page.keyboard.press('Enter')
  await expect(tally).toContainText(/\d à corriger/)
  await expect(page.locator('.me-dot[data-severity="blocks"]')).not.toHaveCount(0)

  await page.goto('/modules/choisir-un-extincteur/write')
  await page.locator('.ProseMirror > section').last().scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'Aperçu' })).toBeInViewport()
  await expect(tally).toBeInViewport()
  // A page that has only just come takes the key once its panel is there.
  await expect(async () => {
    await tally.press('Enter')
    await expect(panel.getByRole('heading', { name: 'À vérifier' })).toBeFocused({
      timeout: 1000,
    })
  }).toPass()
  await expect(panel.getByRole('heading', { name: 'À vérifier' })).toBeInViewport()
})

test('the outline follows the element one writes in, also in a long module', async ({
  page,
  as,
}) => {
  await page.setViewportSize({ width: 1366, height: 500 })
  await as('designer')
  await page.goto('/modules/choisir-un-extincteur/write')
  const row = page.locator('.me-outline-link[aria-current]')
  await page
    .locator('.ProseMirror > section')
    .last()
    .locator('[data-node="prompt"]')
    .last()
    .click()
  await expect(row).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Control+Home')
  await expect(row).toBeInViewport({ ratio: 1 })
})

async function openNew(page: import('@playwright/test').Page): Promise<void> {
  const code = `verifier-${Date.now()}`
  await page.goto('/modules')
  await page.getByLabel('Titre').fill('À vérifier')
  await page.getByLabel('Code court').fill(code)
  await page.getByRole('button', { name: 'Créer le module', exact: true }).click()
  await page.waitForURL(({ pathname }) => pathname !== '/modules')
  await page.goto(`/modules/${code}/write`)
  await page.locator('.ProseMirror').waitFor()
}
