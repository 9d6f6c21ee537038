import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const title = 'Choisir un extincteur'

test('a module is written, reviewed, published, exported, played in an LMS, and read by the quality team', async ({
  page,
  as,
}) => {
  test.setTimeout(300_000)

  await as('designer')
  await openModule(page)
  await test.step('the designer adds a question', () => addQuestion(page))
  await test.step('and asks an expert for a review', () => askForReview(page))

  await as('expert')
  await test.step('the expert remarks and approves', () => review(page))

  await as('designer')
  await openModule(page)
  const edition = await test.step('the designer publishes', () => publish(page))

  await as('publisher')
  await openModule(page)
  for (const format of ['SCORM 1.2', 'SCORM 2004 (4e édition)']) {
    await test.step(`the publisher exports ${format}`, () =>
      exportPackage(page, { format, edition }))
    await test.step(`and tries it in an LMS`, () => playThrough(page, { format, edition }))
  }

  await as('quality')
  await openModule(page)
  await test.step('the quality team sees what was just done', () => readQuality(page, edition))
})

async function openModule(page: Page): Promise<void> {
  await page.goto('/modules')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

async function addQuestion(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Écrire' }).click()
  await page.getByRole('button', { name: 'Insérer un élément' }).click()
  await page
    .getByRole('option', { name: /Vrai ou faux/ })
    .first()
    .click()
  await page.keyboard.type('Un extincteur se vérifie au moins une fois par an.')
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.reload()
  await expect(
    page.getByText('Un extincteur se vérifie au moins une fois par an.').first(),
  ).toBeVisible()
}

async function askForReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Relecture' }).click()
  await page.getByRole('checkbox', { name: 'Idriss Benali' }).check()
  await page.getByLabel('Message').fill('Les distances sont-elles justes ?')
  await page.getByRole('button', { name: 'Demander la relecture' }).click()
  await expect(page.getByText('en attente')).toBeVisible()
}

async function review(page: Page): Promise<void> {
  await page.getByRole('link', { name: `Relire (${title})` }).click()
  const module = page.frameLocator('iframe')
  await expect(module.getByRole('heading', { name: title })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Comme un document' }).click()
  await expect(
    page.getByText('Un extincteur se vérifie au moins une fois par an.').first(),
  ).toBeVisible()
  await expectAccessible(page)
  await page
    .locator('[data-node-id]')
    .filter({ hasText: 'au moins une fois par an' })
    .last()
    .dblclick()
  await expect(page.getByLabel('À propos de')).toHaveValue(/^[0-9a-z]{10}$/)
  await expect(page.getByText(/Sur les mots «\s\S+\s»/)).toBeVisible()
  await page.getByLabel('Votre remarque').fill('Juste, et bien dit.')
  await page.getByRole('button', { name: 'Laisser la remarque' }).click()
  await expect(page.getByRole('list', { name: 'Remarques' })).toContainText(
    'Juste, et bien dit.',
  )
  await page.getByRole('radio', { name: 'Approuver' }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Envoyer ma relecture' }).click()
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
}

/** @returns the number of the edition: others may have published this module before */
async function publish(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Publier' }).click()
  await expect(page).toHaveTitle(`Publier · ${title} · Grainothèque`)
  await page.getByLabel('Ce qui change').fill('Une question de plus.')
  await page.getByRole('button', { name: 'Publier cette révision' }).click()
  const said = page.getByText(/^L’édition 1\.\d est publiée\./)
  await expect(said).toBeVisible()
  return /1\.\d/.exec((await said.textContent()) ?? '')![0]
}

type Made = { format: string; edition: string }

async function exportPackage(page: Page, made: Made): Promise<void> {
  const { format, edition } = made
  await page.goto('/modules')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: 'Exporter' }).click()
  await page.getByLabel('Format').selectOption({ label: format })
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  const download = page.waitForEvent('download')
  await madeHere(page, edition, `Télécharger ${format}`).click({ timeout: 60_000 })
  const name = (await download).suggestedFilename()
  expect(name.replace(/(12|2004)\.zip$/, '')).toBe(`choisir-un-extincteur-${edition}-scorm`)
}

/** Of the edition that is published here: others may have exported the one before. */
function madeHere(page: Page, edition: string, name: string): Locator {
  const packages = page.getByRole('listitem').filter({ hasText: `édition ${edition}` })
  return packages.getByRole('link', { name, exact: true })
}

async function playThrough(page: Page, { format, edition }: Made): Promise<void> {
  await madeHere(page, edition, `Essayer ${format} dans un LMS`).click()
  const module = page.frameLocator('iframe').frameLocator('#package')
  await expect(module.getByRole('heading', { name: title })).toBeVisible()
  await expectAccessible(page)
  await goThrough(module)
  await module.getByRole('button', { name: 'Quitter' }).click()
  const story = page.getByRole('list', { name: /Ce que le module a dit/ })
  await expect(story).toContainText('Le module ferme la session.')
  await expect(story.getByText(/Refusé/)).toHaveCount(0)
  const kept = page.getByRole('table', { name: 'Ce que le LMS retient' })
  await expect(kept).toContainText('suspend')
}

/** Answers what is asked on each page, whatever the answer, and goes to the last one. */
async function goThrough(module: FrameLocator): Promise<void> {
  for (let pages = 0; pages < 10; pages += 1) {
    await answerPage(module)
    const next = module.getByRole('button', { name: 'Suivant' })
    if (!(await next.isVisible())) return
    await next.click()
  }
}

async function answerPage(module: FrameLocator): Promise<void> {
  const questions = module.locator('form:visible')
  for (let index = 0; index < (await questions.count()); index += 1) {
    const question = questions.nth(index)
    const choices = question.locator('input[type=radio], input[type=checkbox]')
    if ((await choices.count()) > 0) await choices.first().check()
    else await question.locator('input').fill('3')
    await question.getByRole('button', { name: 'Valider' }).click()
  }
}

async function readQuality(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Qualité' }).click()
  const edition = page.getByRole('article', { name: `Édition ${number}` })
  await expect(
    edition.getByText('Tentatives', { exact: true }).locator('xpath=..'),
  ).toContainText('2')
  await expect(edition.getByRole('heading', { name: 'Questions' })).toBeVisible()
  await expect(
    edition.getByRole('heading', { name: /vérifie au moins une fois par an/ }),
  ).toBeVisible()
  await expectAccessible(page)
}
