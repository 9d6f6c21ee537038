import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a module starts on the home page with nothing but a title, and its page has the keyboard', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.getByRole('link', { name: 'Nouveau module' }).click()
  await expect(page.getByLabel('Titre')).toBeFocused()
  await page.keyboard.type('Chutes de plain-pied')
  await expect(page.getByLabel('Code court')).toHaveValue('chutes-de-plain-pied')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Créer le module' }).click()
  await expect(page.getByRole('heading', { name: 'Chutes de plain-pied' })).toBeFocused()
})

test('a code written as words becomes one, and a module written on the English page is English', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'New module' }).click()
  await expect(page.getByLabel('Title')).toBeFocused()
  await page.getByLabel('Title').fill('Working at height')
  await page.getByLabel('Short code').fill('Travail en hauteur : bases')
  await page.getByLabel('Module language').focus()
  await expect(page.getByLabel('Short code')).toHaveValue('travail-en-hauteur-bases')
  await page.getByRole('button', { name: 'Create module', exact: true }).click()
  await page.locator('.ProseMirror > section').first().waitFor()
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('link', { name: 'Fiche' }).click()
  await expect(page.getByLabel('Langue du module')).toHaveValue('en')
  await page.getByRole('link', { name: 'Écrire' }).click()
  await page.getByRole('button', { name: 'Aperçu' }).click()
  const player = page.frameLocator('iframe[title^="Le module"]')
  await expect(player.locator('html')).toHaveAttribute('lang', 'en')
})

test('“go there” leads from the publication page to the guarantees themselves', async ({
  page,
  as,
}) => {
  await as('designer')
  await createModule(page, 'Un module sans garant')
  await page.getByRole('link', { name: 'Publier' }).click()
  const missing = page.getByRole('listitem').filter({ hasText: 'l’aspect « Contenu »' })
  await missing.getByRole('link').first().click()
  const heading = page.getByRole('heading', { name: 'Garanties' })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
})

test('Escape closes the preview from inside the module, and the keyboard is back on its button', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/modules/preparer-une-palette/write')
  await page.getByRole('button', { name: 'Aperçu' }).press('Enter')
  const player = page.frameLocator('iframe[title^="Le module"]')
  await player.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Aperçu' })).toBeFocused()
})

test('on a phone the settings close by Escape and by a tap elsewhere, and nothing is deleted unasked', async ({
  page,
  as,
}) => {
  await page.setViewportSize({ width: 375, height: 720 })
  await as('designer')
  await page.goto('/modules/preparer-une-palette/write')
  const settings = page.getByRole('button', { name: 'Réglages' })
  await settings.click()
  await expect(page.getByRole('complementary', { name: 'Réglages' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(settings).toBeFocused()
  await settings.click()
  await page.mouse.click(10, 400)
  await expect(page.getByRole('complementary', { name: 'Réglages' })).toBeHidden()
  await expect(settings).toBeFocused()
  await expect(page.getByRole('button', { name: /^Supprimer/ })).toBeHidden()
  const widths = await page
    .locator('.me-toolbar button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width))
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(32)
  await page.locator('.ProseMirror > section > p').first().click()
  await expect(page.getByRole('button', { name: /^Supprimer/ })).toBeVisible()
})

for (const { width, height, zoom } of [
  { width: 375, height: 667, zoom: 'a phone' },
  { width: 342, height: 192, zoom: 'a screen magnified four times' },
]) {
  test(`on ${zoom} two presses in a row on the text never reach the bar of the element`, async ({
    page,
    as,
  }) => {
    await page.setViewportSize({ width, height })
    await as('designer')
    await page.goto('/modules/preparer-une-palette/write')
    const elements = page.locator('.ProseMirror > section > :not(.me-add)')
    await elements.nth(1).waitFor()
    const written = await elements.allTextContents()
    await elements.nth(1).evaluate((text, low) => {
      const { bottom } = text.getBoundingClientRect()
      scrollBy(0, bottom - low)
    }, height - 5)
    for (const across of [0.3, 0.45, 0.58]) {
      await twoPresses(page, width * across, height - 30)
      await expect(page.locator('.me-undo-offer')).toHaveCount(0)
    }
    expect(await elements.allTextContents()).toEqual(written)
    await elements.nth(1).click()
    await expect(page.getByRole('button', { name: /^Supprimer/ })).toBeInViewport({ ratio: 1 })
  })

  test(`on ${zoom} what was deleted is offered back above the bar of the next element`, async ({
    page,
    as,
  }) => {
    await page.setViewportSize({ width, height })
    await as('designer')
    await page.goto('/modules/preparer-une-palette/write')
    const first = page.locator('.ProseMirror > section > :not(h2)').first()
    const words = await first.textContent()
    await first.click()
    await page.getByRole('button', { name: /^Supprimer/ }).click()
    await expect(first).not.toHaveText(words ?? '')
    await page.locator('.me-undo-offer').getByRole('button', { name: 'Annuler' }).click()
    await expect(first).toHaveText(words ?? '')
  })
}

/** As a hand does: the page has time to change in between. */
async function twoPresses(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.click(x, y)
  await page.waitForTimeout(150)
  await page.mouse.click(x, y)
  await page.waitForTimeout(150)
}

async function createModule(page: Page, title: string): Promise<void> {
  await page.goto('/modules')
  await page.getByLabel('Titre').fill(title)
  await page.getByRole('button', { name: 'Créer le module' }).click()
  await page.locator('.ProseMirror > section').first().waitFor()
}
