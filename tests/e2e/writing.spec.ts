import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { aMoment, expectSaved } from './writers.ts'

const path = '/modules/preparer-une-palette/write'

test('what is said to be saved is there after a reload', async ({ page, as }) => {
  await as('designer')
  await write(page, 'Une phrase ajoutée. ')
  await expectSaved(page)
  await page.reload()
  await expect(page.locator('.ProseMirror').getByText('Une phrase ajoutée.')).toBeVisible()
})

test('a file that is not an image is refused in words, and nothing is lost', async ({
  page,
  as,
  complaints,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Insérer un élément' }).click()
  await page
    .getByRole('option', { name: /Image Une photo/ })
    .first()
    .click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('\u0000\u0001 not a picture'),
    })
  await expect(
    page.getByText(/ni une image|n’est pas ce que dit son nom/).first(),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  complaints.length = 0
})

async function write(page: Page, text: string): Promise<void> {
  await page.goto(path)
  await expectSaved(page)
  await type(page, text)
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type(text)
}

test('Tab goes through the controls of the question one writes in, and back', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await newQuestion(page, 'qcu', 'Première question')
  await newQuestion(page, 'courte', 'Que décroche-t-on ?')

  await page.keyboard.press('Tab')
  const short = page.locator('.me-question').filter({ hasText: 'Que décroche-t-on ?' })
  const accepted = short.getByLabel('Réponses acceptées')
  await expect(accepted).toBeFocused()
  await page.keyboard.type('extincteur')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type(' Dites-le.')
  await expect(page.getByText('Que décroche-t-on ? Dites-le.').last()).toBeVisible()

  await newQuestion(page, 'qcm', 'Dernière question')
  const question = page.locator('.me-question').last()
  await page.keyboard.press('Tab')
  await expect(question.getByLabel('Bonne réponse').first()).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Un choix')
  await expect(question.locator('.me-piece-words > :first-child').first()).toHaveText(
    'Un choix',
  )
  await page.keyboard.press('Tab')
  await page.keyboard.type('Parce que.')
  await expect(question.locator('.me-piece-words').first()).toContainText('Parce que.')
  await page.keyboard.press('Tab')
  await expect(question.getByLabel('Bonne réponse').nth(1)).toBeFocused()
  for (let back = 0; back < 4; back += 1) await page.keyboard.press('Shift+Tab')
  await page.keyboard.type(' Laquelle ?')
  await expect(question.getByText('Dernière question Laquelle ?')).toBeVisible()
  await question.locator('[data-node="feedback"]').last().click()
  await aMoment(page)
  await page.keyboard.press('Tab')
  const move = question.getByRole('button', { name: 'Choix : monter' }).first()
  await expect(move).toBeFocused()
  await expect(move).toHaveAccessibleDescription(/Un choix/)
  await question.locator('[data-node="feedback"]').last().click()
  await aMoment(page)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.locator('.ProseMirror :focus')).toHaveCount(0)
})

test('arrows and Enter go through a question line by line, and never tear it in two', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await newQuestion(page, 'choix unique', 'Que faire d’abord ?')
  const question = page.locator('.me-question').last()
  const choices = question.locator('[data-piece="choice"]')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Alerter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Courir')
  await expect(choices).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('On court après.')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('Attendre')
  await expect(choices.locator('.me-piece-words > :first-child')).toHaveText([
    'Alerter',
    'Courir',
    'Attendre',
  ])
  await expect(choices.nth(1).locator('.me-piece-words > :last-child')).toHaveText(
    'On court après.',
  )
  await expect(page.getByText('Que faire d’abord ?')).toHaveCount(2)
})

test('Shift+Tab leaves a question whatever is folded elsewhere, and what is removed is offered back', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  const title = page.locator('.ProseMirror > section > h2').last()
  const words = (await title.textContent()) ?? ''
  await title.click()
  await page.getByRole('button', { name: /^Supprimer \(/ }).click()
  await expect(page.getByText(/^Corbeille \(\d+\)$/)).toBeVisible()
  const offer = page.locator('.me-undo-offer')
  await expect(offer).toContainText('supprimé')
  await page.keyboard.press('Control+Home')
  await newQuestion(page, 'choix unique', 'Que faire enfin ?')
  await expect(offer).toHaveCount(0)
  const question = page.locator('.me-question').filter({ hasText: 'Que faire enfin ?' })
  await question.locator('.me-piece-words > :first-child').last().click()
  for (let back = 0; back < 30; back += 1) await page.keyboard.press('Shift+Tab')
  await expect(question.locator(':focus')).toHaveCount(0)
  await expect(page.locator('.ProseMirror:focus')).toHaveCount(0)
  await page.getByText(/^Corbeille/).click()
  await page.getByRole('button', { name: new RegExp(`^Remettre.*${words}`) }).click()
  await expect(page.locator('.ProseMirror > section > h2').last()).toBeInViewport()
})

test('cards are written by keys alone, and a menu that finds what cannot go here says so', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await newQuestion(page, 'recto', 'Feu')
  const sides = page.locator('[data-piece="flashcard"] .me-part')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Il lui faut de l’air.')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Eau')
  await expect(sides.nth(0)).toContainText('Feu')
  await expect(sides.nth(1)).toContainText('Il lui faut de l’air.')
  await expect(sides.nth(2)).toContainText('Eau')
  await newQuestion(page, 'évaluation', 'Vérifions')
  await page.getByRole('button', { name: 'Ajouter une question' }).last().click()
  await expect(page.getByRole('combobox', { name: 'Chercher un élément' })).toBeFocused()
  await page.keyboard.type('filet')
  await expect(page.getByText(/Cet élément ne va pas ici/).first()).toBeVisible()
})

test('gaps are made of words by typing and by a key, and edited in place', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto(path)
  await expectSaved(page)
  await newQuestion(page, 'trous', 'Complétez.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('On garde à [[quatre|4]] degrés, on se lave les mains')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await aMoment(page)
  await page.keyboard.press('Control+Alt+g')
  const gaps = page.getByLabel('Trou : mots acceptés, séparés par |')
  await expect(gaps.nth(0)).toHaveValue('quatre|4')
  await expect(gaps.nth(1)).toHaveValue('mains')
  await expect(gaps.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type('|paumes')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' souvent.')
  await expectSaved(page)
  await page.reload()
  await expect(gaps.nth(1)).toHaveValue('mains|paumes')
  await expect(page.getByText('souvent.')).toBeVisible()
})

/** A question after where one writes, from the slash menu, with the caret at the end of its prompt. */
async function newQuestion(page: Page, name: string, asked: string): Promise<void> {
  const inText = await page.locator('.ProseMirror').evaluate((text) => text.matches(':focus'))
  if (!inText) {
    await page.locator('.ProseMirror p').last().click()
    await page.keyboard.press('Control+End')
  }
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type(`/${name}`)
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type(asked)
}
