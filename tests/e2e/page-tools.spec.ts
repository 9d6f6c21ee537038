import { expect, expectAccessible, test } from './fixtures.ts'

test.beforeEach(async ({ page, as }) => {
  await as('designer')
  await page.goto('/modules/lire-une-etiquette/write')
  await page.locator('.ProseMirror > section').first().waitFor()
})

test('an author finds words wherever they are, and replaces them all at once', async ({
  page,
}) => {
  await page.locator('.ProseMirror > section > p').first().click()
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Rechercher et remplacer' })
  await bar.getByLabel('Rechercher', { exact: true }).fill('pictogramme')
  await expect(bar.locator('output')).toContainText(/^\d+ trouvés$/)
  const count = Number((await bar.locator('output').textContent())?.split(' ')[0])
  expect(count).toBeGreaterThan(1)
  await page.keyboard.press('Enter')
  await expect(bar.locator('output')).toContainText(`sur ${count}`)
  await expect(page.locator('.ProseMirror-active-search-match')).toBeInViewport()
  await bar.getByLabel('Remplacer par').fill('symbole')
  await bar.getByRole('button', { name: 'Tout remplacer' }).click()
  await expect(bar.locator('output')).toHaveText('rien trouvé')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.ProseMirror')).toContainText('pictogramme')
})

test('the page follows the caret: what is typed stays between the toolbar and the lower edge', async ({
  page,
}) => {
  const text = page.locator('.ProseMirror > section').first().locator('> p').first()
  await text.click()
  await page.keyboard.press('End')
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(`${line}`)
  }
  const low = page.locator('.ProseMirror p', { hasText: /^29/ })
  const isClear = async () => {
    const { y, height } = (await low.boundingBox())!
    return y > 80 && y + height < page.viewportSize()!.height - 40
  }
  expect(await isClear()).toBe(true)
  await page.evaluate(() => scrollTo(0, 0))
  await page.keyboard.type('9')
  await expect(low).toContainText('299')
  await expect(low).toBeInViewport()
  for (let line = 0; line < 31; line += 1) await page.keyboard.press('Control+z')
  await expect(low).toHaveCount(0)
})

test('an element becomes another, is locked, and stays as it is until it is unlocked', async ({
  page,
}) => {
  const first = page.locator('.ProseMirror > section').first()
  await first.locator('> p').first().click()
  const words = await first.locator('> p').first().textContent()
  await page.getByRole('button', { name: 'Changer en…' }).click()
  await page.getByRole('menuitem', { name: 'Encadré' }).click()
  const callout = first.locator('[data-node="callout"]').first()
  await expect(callout).toHaveText(words ?? '')
  await page.getByRole('button', { name: 'Verrouiller' }).click()
  await callout.click()
  await page.keyboard.type('rien')
  await expect(callout).toHaveText(words ?? '')
  await page.getByRole('button', { name: 'Déverrouiller' }).click()
  await callout.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Oui.')
  await expect(callout).toContainText('Oui.')
})

test('what was removed waits in the bin, also after a reload, and comes back where it was', async ({
  page,
}) => {
  const question = page.locator('.me-question').first()
  const asked = await question.locator('[data-node="prompt"]').textContent()
  await question.locator('[data-node="prompt"]').click()
  await page.keyboard.press('Control+Shift+Backspace')
  await expect(page.getByText(asked ?? '')).toHaveCount(0)
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.reload()
  await page.locator('.ProseMirror > section').first().waitFor()
  await page.getByText('Corbeille (1)').click()
  await page.getByRole('button', { name: /^Remettre\s: / }).click()
  await expect(page.locator('.me-question', { hasText: asked ?? '' })).toBeVisible()
  await expect(page.getByText(/^Corbeille/)).toHaveCount(0)
})

test('the preview is the real player, at three widths, with what was just typed', async ({
  page,
}) => {
  await page.locator('.ProseMirror > section > h2').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' essai')
  await page.getByRole('button', { name: 'Aperçu' }).click()
  const player = page.frameLocator('iframe[title^="Le module"]')
  await expect(player.getByRole('heading', { level: 2, name: /essai/ })).toBeVisible()
  await page.getByRole('button', { name: 'Téléphone' }).click()
  expect((await page.locator('dialog iframe').boundingBox())?.width).toBeLessThan(380)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Recommencer' }).click()
  await expect(player.getByText(/^Page 1 sur/)).toBeVisible()
  await page.getByRole('button', { name: 'Fermer l’aperçu' }).click()
  await expect(page.locator('dialog')).toHaveCount(0)
})

test('words in another language are said to be, from the keyboard, and are it for learners', async ({
  page,
}) => {
  await page.locator('.ProseMirror > section > h2').first().click()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('Le Fair play')
  for (let key = 0; key < 'Fair play'.length; key += 1) {
    await page.keyboard.press('Shift+ArrowLeft')
  }
  await page.getByRole('button', { name: 'Langue du passage' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Langue du passage' })
  await expect(dialog.getByRole('combobox', { name: 'Langue' })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('combobox', { name: 'Langue' }).selectOption('anglais')
  await dialog.getByRole('button', { name: 'Appliquer' }).press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect(page.locator('.ProseMirror [lang="en"]')).toHaveText('Fair play')
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.getByRole('button', { name: 'Aperçu' }).click()
  const player = page.frameLocator('iframe[title^="Le module"]')
  await expect(player.locator('[lang="en"]')).toHaveText('Fair play')
})
