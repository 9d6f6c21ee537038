import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { approve, lesson, publish, save } from '#tests/builders/bank.ts'
import { pathOf, publishedModule } from '#tests/builders/path.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a designer accepts one update, declines another, and makes a declared copy', async ({
  page,
  as,
  application,
}, info) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'pour-la-reutilisation')
  const modules = ['repris', 'decline'].map((code) => publishedModule(place, code))
  const path = pathOf(
    place,
    'parcours-repris',
    modules.map(({ moduleId }) => moduleId),
  )
  for (const module of modules) {
    save(module, { document: lesson('On plie les genoux, le dos reste bien droit.') })
    approve(module)
    publish(module)
  }
  bank.$client.close()

  await as('designer')
  await page.goto(`/modules/${path.moduleId}/reuse`)
  const accepted = page.getByRole('region', { name: /^«\sModule repris/ })
  await expect(accepted.locator('ins')).toHaveText('bien')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('updates.png'), fullPage: true })
  await accepted.getByRole('button', { name: /^Accepter/ }).click()
  await expect(page.getByText('Mise à jour acceptée.')).toBeVisible()
  await expect(accepted).toBeHidden()
  const declined = page.getByRole('region', { name: /^«\sModule decline/ })
  await declined.getByRole('button', { name: /^Refuser pour toujours/ }).click()
  await expect(declined).toContainText('Vous avez refusé les mises à jour ici.')
  await page.goto(`/modules/${path.moduleId}/compose`)
  const rows = page.locator('[data-row]')
  await expect(rows.nth(0)).toContainText('édition 1.1')
  await expect(rows.nth(1)).toContainText('édition 1.0')

  await page.goto(`/modules/${modules[0]!.moduleId}/reuse`)
  await expect(page.getByRole('row', { name: /Parcours parcours-repris/ })).toContainText(
    'épinglé',
  )
  await page.getByLabel('Titre de la copie').fill('À notre façon')
  await page.getByRole('button', { name: 'Faire une copie déclarée' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'À notre façon' })).toBeVisible()
  await page.getByRole('link', { name: 'Réutilisation' }).click()
  await expect(page.getByText('Fait à partir de « Module repris »')).toBeVisible()
  await expectAccessible(page)
})
