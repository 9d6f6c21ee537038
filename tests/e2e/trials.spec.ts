import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { facts, lesson, save } from '#tests/builders/bank.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { decide, finishes, planned, takesPart } from './trial-steps.ts'

test('three learners try a module before it goes out, a problem is found, corrected and looked at again, and the gate opens', async ({
  page,
  as,
  application,
  browser,
}) => {
  test.setTimeout(90_000)
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'a-essayer')
  const own = { code: 'a-essayer', title: 'À essayer', intendedUse: 'certifying' } as const
  save(place, { facts: { ...facts, ...own } })
  const module = `/modules/${place.moduleId}`

  await as('quality')
  await page.goto(`${module}/trials`)
  const links = await planned(page, /Créer les 3 liens/)
  await page.getByRole('button', { name: 'Ouvrir la session' }).click()
  await expect(page.getByRole('heading', { name: 'Console de l’animateur' })).toBeVisible()

  const guests = await Promise.all(links.map((link) => takesPart(browser, link)))
  const console = page.getByRole('region', { name: 'Console de l’animateur' }).first()
  await expect(console.getByRole('row', { name: /^P01 a commencé 1\./ })).toBeVisible()
  await expectAccessible(page)

  await test.step('an observation that the network held back arrives once', async () => {
    await page.context().setOffline(true)
    await page.getByLabel('P01 (débutant)').check()
    await page.keyboard.press('b')
    await page.getByLabel('Ce que vous voyez ou entendez').fill('Ne trouve pas la suite')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Une observation attend d’être envoyée.')).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByText('Tout est envoyé.')).toBeVisible()
  })
  await Promise.all(guests.map(({ page: theirs }) => finishes(theirs)))
  await expectAccessible(guests[0]!.page)
  await Promise.all(guests.map(({ context }) => context.close()))

  await page.getByRole('button', { name: 'Terminer la session' }).click()
  await page.getByLabel(/blocage P01/).check()
  await page.getByLabel('Titre du constat').fill('La suite se perd')
  await page.getByLabel('Gravité').first().selectOption('3')
  await page.getByRole('button', { name: 'Ranger' }).click()
  await expect(page.getByRole('heading', { name: 'La suite se perd' })).toBeVisible()
  await expectAccessible(page)
  await decide(page, 'corriger et revoir')

  await test.step('it is corrected, and one more learner looks at it', async () => {
    save(place, { document: lesson('Pliez les genoux, puis tournez la page.') }, new Date())
    const first = page.url().replace(/decide.*/, 'analyse')
    await page.getByRole('link', { name: /la session qui reverra/ }).click()
    const [link] = await planned(page, null)
    await page.getByRole('button', { name: 'Ouvrir la session' }).click()
    const guest = await takesPart(browser, link!)
    await guest.page.getByRole('button', { name: 'J’ai terminé' }).click()
    await expect(guest.page.getByRole('heading', { name: 'Vos impressions' })).toBeVisible()
    await guest.context.close()
    await page.getByRole('button', { name: 'Terminer la session' }).click()
    await expect(page.getByRole('heading', { name: 'Constats' })).toBeVisible()
    const again = page.url().replace(/analyse.*/, 'decide')
    await page.goto(first)
    await page.getByText('Correction et nouvel essai').click()
    await page.getByLabel('Revu', { exact: true }).selectOption('ok')
    await page.getByLabel('Dans la session').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Enregistrer' }).last().click()
    await expect(page.getByText('Revu : oui, c’est réglé')).toBeVisible()
    await page.goto(again)
    await decide(page, 'valider')
  })
  await page.goto(`${module}/publish`)
  const gate = page.getByRole('listitem').filter({ hasText: /^Session test/ })
  await expect(gate.getByText('prêt')).toBeVisible()
  bank.$client.close()
})
