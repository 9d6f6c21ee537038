import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { approve, facts, guarantee, publish, save } from '#tests/builders/bank.ts'
import { paragraph, section, storedDoc, trueFalse, withId } from '#tests/builders/document.ts'
import { publishedModule } from '#tests/builders/path.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { unzip } from '#tests/builders/zip.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const written = (words: string) =>
  storedDoc(
    section(
      'Porter',
      withId('portezla01', paragraph(words)),
      withId('question01', trueFalse({}, 'Le dos reste droit ?', 'Oui.', 'Non : droit.')),
    ),
  )

test('an element of another module is put in a text by keyboard, kept up to date, exported and credited', async ({
  page,
  as,
  application,
}) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'pour-une-reprise')
  save(place, {
    facts: { ...facts, code: 'pour-une-reprise', title: 'Manutention' },
    document: storedDoc(section('Porter', paragraph('Avant de commencer.'))),
  })
  for (const aspect of ['content', 'pedagogy'] as const) guarantee(place, aspect)
  const lender = publishedModule(place, 'a-reprendre', { title: 'Gestes à reprendre' })
  const publishAs = (words: string) => {
    save(lender, { document: written(words) })
    approve(lender)
    publish(lender)
  }
  publishAs('Portez la charge près du corps.')

  await as('designer')
  await page.goto('/modules/pour-une-reprise/write')
  await page.locator('.ProseMirror p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/réutiliser')
  await expect(page.getByRole('option', { name: /Réutiliser un élément/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Réutiliser un élément' })
  await expect(dialog.getByLabel('Chercher un module')).toBeFocused()
  await page.keyboard.type('reprendre')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('1 module publié')
  await dialog.getByRole('button', { name: 'Ouvrir « Gestes à reprendre »' }).press('Enter')
  await dialog.getByRole('radio', { name: /Portez la charge/ }).press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /Le dos reste droit/ })).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(dialog.getByRole('region', { name: 'Aperçu' })).toContainText('près du corps')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Insérer' }).press('Enter')
  const reused = page.getByRole('group', { name: 'Élément réutilisé' })
  await expect(reused).toContainText('Portez la charge près du corps.')
  await expect(reused).toContainText('De « Gestes à reprendre », édition 1.1')
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await expectAccessible(page)

  publishAs('Portez la charge tout près du corps.')
  await page.reload()
  await expect(reused).toContainText('Mise à jour proposée : édition 1.2')
  await expect(reused).not.toContainText('tout près')
  await as('publisher')
  await page.goto('/modules/pour-une-reprise/publish')
  await expect(page.getByText('reste à l’édition 1.1 ; l’édition 1.2 est')).toBeVisible()
  await as('designer')
  await page.goto('/modules/pour-une-reprise/reuse')
  await page.getByRole('button', { name: 'Accepter : Gestes à reprendre' }).click()
  await expect(page.getByText('Mise à jour acceptée.')).toBeVisible()
  approve(place)
  bank.$client.close()

  await as('publisher')
  await page.goto('/modules/pour-une-reprise/publish')
  await page.getByRole('button', { name: 'Publier cette révision' }).click()
  await expect(page.getByText('L’édition 1.0 est publiée.')).toBeVisible()
  await page.goto('/modules/pour-une-reprise/export')
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  const link = page.getByRole('link', { name: /^Télécharger SCORM/ })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const downloaded = page.waitForEvent('download')
  await link.click()
  const files = await unzip(await (await downloaded).path())
  const shown = String(files.get('index.html'))
  const once = /<p id="[0-9a-z]{10}">Portez la charge tout près du corps\.<\/p>/g
  expect(shown.match(once)).toHaveLength(1)
  expect(shown).not.toContain('Élément réutilisé')
  expect(String(files.get('credits.html'))).toContain('<cite>Gestes à reprendre</cite>')
})
