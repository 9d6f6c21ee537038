import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a Word file is looked at, then added to a new module, its picture with unknown rights', async ({
  page,
  as,
}) => {
  await as('designer')
  await createAndImport(page, 'Réceptionner une palette', 'receptionner-une-palette')
  await choose(page, 'tests/corpus/import/palette.docx')
  await expect(page.getByRole('heading', { name: 'Ce qui serait ajouté' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Une palette filmée' })).toBeVisible()
  await expect(page.getByText('1 commentaire est laissé de côté.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Revenir au texte' }).click()
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await expect(page.getByText('gilet de haute visibilité')).toHaveCount(0)

  await page.getByRole('link', { name: 'Importer un fichier' }).click()
  await choose(page, 'tests/corpus/import/palette.docx')
  await page.getByRole('button', { name: 'Ajouter au module' }).click()
  const text = page.locator('.ProseMirror')
  await expect(text.getByText('gilet de haute visibilité')).toBeVisible()
  await expect(text.getByRole('img', { name: 'Une palette filmée' })).toBeVisible()
  await expect(text.locator('h2')).toHaveCount(1)

  await page.getByRole('link', { name: 'Publier' }).click()
  await expect(page.getByText(/les droits de «\s.+\s» sont inconnus/)).toBeVisible()
})

test('questions come with those that were not understood named; a false file is refused', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/modules/preparer-une-palette/import')
  const gift = '::Q1::Que cale-t-on ? {=les roues ~la cabine}\n\n::Dire::Racontez. {~\n'
  await choose(page, { name: 'q.gift', mimeType: 'text/plain', buffer: Buffer.from(gift) })
  await expect(page.getByText('1 question n’est pas comprise')).toContainText(
    '2. ::Dire::Racontez.',
  )
  await expect(page.getByText('Que cale-t-on ?')).toBeVisible()
  await choose(page, { name: 'x.docx', mimeType: '', buffer: Buffer.from('PK rien') })
  await expect(page.getByText('ce fichier est abîmé')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ajouter au module' })).toHaveCount(0)
})

test('questions of every kind of Moodle’s are seen as they will be, then written in the editor', async ({
  page,
  as,
}) => {
  await as('designer')
  await createAndImport(page, 'Questions du quai', 'questions-du-quai')
  await choose(page, 'tests/corpus/import/questions-moodle.xml')
  await expect(page.getByText('1 question n’est pas comprise')).toContainText('14. Calculée')
  await expect(page.getByRole('img', { name: 'Le quai' })).toBeVisible()
  await expect(page.getByText('Complétez la consigne.')).toBeVisible()
  await expectAccessible(page)
  await choose(page, 'tests/corpus/import/questions-moodle.xml')
  await page.getByRole('button', { name: 'Ajouter au module' }).click()
  const text = page.locator('.ProseMirror')
  await expect(text.locator('.me-question')).toHaveCount(12)
  await expect(text.getByRole('img', { name: 'Le quai' })).toBeVisible()
  await expect(text.locator('.me-blank')).toHaveCount(7)
})

test('a page of Markdown comes with its checklist, its glossary, its formulas and its code', async ({
  page,
  as,
}) => {
  await as('designer')
  await createAndImport(page, 'Fiche du quai', 'fiche-du-quai')
  await choose(page, 'tests/corpus/import/fiche.md')
  await expect(page.getByRole('heading', { name: 'Ce qui serait ajouté' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ajouter au module' }).click()
  const text = page.locator('.ProseMirror')
  await expect(text.locator('[data-node="checklist-text"]')).toHaveCount(2)
  await expect(text.locator('[data-node="glossary-word"]')).toHaveCount(2)
  await expect(text.locator('math')).toHaveCount(2)
  await expect(text.locator('pre')).toContainText('masse = 7.85 * volume')
})

async function createAndImport(page: Page, title: string, code: string): Promise<void> {
  await page.goto('/modules')
  await page.getByLabel('Titre').fill(title)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Créer, puis importer un fichier' }).click()
  await expect(page.getByRole('heading', { name: 'Importer un fichier' })).toBeVisible()
}

type Files = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]

async function choose(page: Page, file: Files): Promise<void> {
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Voir ce qu’il en sera' }).click()
}
