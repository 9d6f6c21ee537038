import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { facts, lesson, save } from '#tests/builders/bank.ts'
import { publishedModule } from '#tests/builders/path.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { askWaiver, decideWaiver } from './waiver-steps.ts'

test('a module says what voided its approval, goes out by a waiver refused then granted, and comes back from its history', async ({
  page,
  as,
  application,
}) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = publishedModule(sampleWorkplace(bank, 'pour-les-exigences'), 'a-deroger')
  save(place, {
    document: lesson('On plie les genoux, le dos reste bien droit.'),
    facts: { ...facts, title: 'À déroger', code: 'a-deroger' },
  })
  bank.$client.close()
  const module = `/modules/${place.moduleId}`

  await as('designer')
  await page.goto(`${module}/publish`)
  const approvals = page.getByRole('list', { name: 'Approbations par aspect' })
  await expect(approvals).toContainText('à relire de nouveau')
  await approvals.getByText('Ce qui a changé depuis').click()
  await expect(approvals.locator('ins')).toHaveText('bien')
  await expect(page.getByText(/^Qui peut le faire\s: conception/)).toBeVisible()
  await askWaiver(page, 'Approbations', 'La session commence lundi.')
  await expectAccessible(page)

  await test.step('somebody else refuses it, then grants it', async () => {
    await as('quality')
    await page.getByRole('link', { name: 'Décider (À déroger)' }).click()
    await expect(page.getByText(/La session commence lundi/)).toBeVisible()
    await expectAccessible(page)
    await decideWaiver(page, 'Refuser', 'Le texte doit être relu.')
    await expect(
      page.getByText(/a refusé la dérogation\s: Le texte doit être relu/),
    ).toBeVisible()
    await as('designer')
    await page.goto(`${module}/publish`)
    await askWaiver(page, 'Approbations', 'Une seule phrase a changé.')
    await as('quality')
    await page.goto(`${module}/publish`)
    await decideWaiver(page, 'Accorder', 'Relu ensemble.')
    await expect(page.getByText(/a accordé une dérogation jusqu’au/)).toBeVisible()
  })

  await test.step('that it was not to be made is said, and closes nothing', async () => {
    await page.goto(`${module}/opportunity`)
    await page.getByLabel('Qui a besoin de quoi').fill('Les agents d’atelier')
    await page.getByRole('button', { name: 'Enregistrer l’opportunité' }).click()
    await page.getByLabel('Pourquoi', { exact: true }).fill('Un module partagé suffit.')
    await page.getByRole('button', { name: 'Ne pas le faire' }).click()
    await expect(page.getByText('sans suite')).toBeVisible()
    await expectAccessible(page)
  })

  await as('publisher')
  await page.goto(`${module}/publish`)
  await expect(page.getByText(/Il a été décidé de ne pas faire ce module/)).toBeVisible()
  await page.getByRole('button', { name: 'Publier cette révision' }).click()
  await expect(page.getByText('L’édition 1.1 est publiée.')).toBeVisible()
  await page.goto(module)
  await expect(page.getByText(/Publiée par dérogation \(Approbations\)/)).toBeVisible()

  await test.step('what changed is compared, and brought back', async () => {
    await as('designer')
    await page.goto(`${module}/history?before=1&after=2`)
    await expect(page.locator('ins')).toHaveText('bien')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tout remettre comme à la révision 1' }).click()
    await expect(page.getByText('C’est remis dans le brouillon.')).toBeVisible()
    await page.goto(`${module}/history?before=1&after=draft`)
    await expect(page.getByText('Rien n’a changé entre ces deux états.')).toBeVisible()
  })
})
