import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { openBank } from '#app/db/client.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { facts, lesson, promise, save } from '#tests/builders/bank.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { decide, finishes, planned, takesPart } from './trial-steps.ts'
import { askWaiver, decideWaiver } from './waiver-steps.ts'

test('a certifying module goes from its need to an edition, and all that was decided on the way is read in the evidence', async ({
  page,
  as,
  browser,
  application,
}) => {
  test.setTimeout(180_000)
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'de-bout-en-bout')
  const { moduleId, organisationId, people } = place
  const own = { code: 'de-bout-en-bout', title: 'De bout en bout' }
  save(place, {
    facts: { ...facts, ...own, intendedUse: 'certifying' },
    document: lesson('On lève avec le dos.'),
  })
  const module = `/modules/${moduleId}`

  await test.step('the need is written down by one person, and decided on by another', async () => {
    await as('designer')
    await page.goto(`${module}/opportunity`)
    await page.getByLabel('Qui a besoin de quoi').fill('Les caristes se blessent en portant.')
    await page.getByLabel('Ce qui a été dit').fill('J’ai mal au dos chaque soir.')
    await page.getByLabel('D’où cela vient').fill('Enquête de février')
    await page.getByRole('button', { name: 'Enregistrer l’opportunité' }).click()
    await expect(page.getByText(/^Modifié par Camille Roussel/)).toBeVisible()
    await as('quality')
    await page.goto(`${module}/opportunity`)
    await page.getByLabel('Pourquoi', { exact: true }).fill('Trois ateliers le demandent.')
    await page.getByRole('button', { name: 'Faire ce module' }).click()
    await expect(page.getByText('module à faire')).toBeVisible()
  })

  await test.step('of two guests of the first round one finds a problem, the other approves', async () => {
    await as('designer')
    await page.goto(`${module}/review`)
    for (const [at, name] of ['Lou Petit', 'Max Gros'].entries()) {
      await page.getByRole('button', { name: 'Inviter une personne' }).click()
      await page.getByRole('textbox', { name: 'Nom', exact: true }).nth(at).fill(name)
    }
    const [lou, max] = await asks(page)
    const finds = await opens(browser, lou!)
    await finds.getByRole('link', { name: 'Comme un document' }).click()
    await finds.locator('.module-content').getByText('On lève avec le dos.').click()
    await finds.getByLabel('C’est').selectOption('problem')
    await finds.getByLabel('Votre remarque').fill('C’est le contraire : avec les jambes.')
    await finds.getByRole('textbox', { name: 'Votre nom' }).first().fill('Lou Petit')
    await finds.getByRole('button', { name: 'Laisser la remarque' }).click()
    await expect(finds.getByText('1 remarque en brouillon')).toBeVisible()
    await answers(finds, 'Demander des changements')
    const approves = await opens(browser, max!)
    await approves.getByRole('textbox', { name: 'Votre nom' }).first().fill('Max Gros')
    await answers(approves, 'Approuver')

    await page.reload()
    await expect(page.getByText('C’est le contraire : avec les jambes.')).toBeVisible()
    save(place, { document: lesson('On lève avec les jambes.') }, new Date())
    await page.getByRole('button', { name: 'Traiter' }).click()
    await page.getByLabel('Ce qui a été fait').fill('Corrigé.')
    await page.getByRole('button', { name: 'Marquer comme traitée' }).click()
    await expect(page.getByLabel('Ce qui a été fait')).toHaveCount(0)
  })

  await test.step('three learners try it; what they stumble on is put right and looked at again', async () => {
    await as('quality')
    await page.goto(`${module}/trials`)
    const links = await planned(page, /Créer les 3 liens/)
    await page.getByRole('button', { name: 'Ouvrir la session' }).click()
    const guests = await Promise.all(links.map((link) => takesPart(browser, link)))
    await Promise.all(guests.map(({ page: theirs }) => finishes(theirs)))
    await Promise.all(guests.map(({ context }) => context.close()))
    await page.reload()
    await page.getByLabel('P01 (débutant)').check()
    await page.keyboard.press('b')
    await page.getByLabel('Ce que vous voyez ou entendez').fill('Ne trouve pas la consigne')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Tout est envoyé.')).toBeVisible()
    await page.getByRole('button', { name: 'Terminer la session' }).click()
    await page.getByLabel(/blocage P01/).check()
    await page.getByLabel('Titre du constat').fill('La consigne se perd')
    await page.getByLabel('Gravité').first().selectOption('3')
    await page.getByRole('button', { name: 'Ranger' }).click()
    await expect(page.getByRole('heading', { name: 'La consigne se perd' })).toBeVisible()
    await decide(page, 'corriger et revoir')
    save(place, { document: lesson('On lève avec les jambes, le dos droit.') }, new Date())
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

  await test.step('in the second round both approve what changed', async () => {
    await as('designer')
    await page.goto(`${module}/review`)
    await expect(page.getByRole('heading', { name: 'Demander le tour' })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /par lien personnel/ })).toHaveCount(2)
    for (const link of await asks(page)) {
      const guest = await opens(browser, link)
      const name = guest.getByRole('textbox', { name: 'Votre nom' }).first()
      if (await name.isVisible()) await name.fill('Lou Petit')
      await answers(guest, 'Approuver')
    }
  })

  await test.step('for the guarantee that is missing an exemption is refused, then granted', async () => {
    const who = { guarantorId: people.expert.id, personId: people.quality.id, now: new Date() }
    for (const aspect of ['content', 'pedagogy', 'law'] as const) {
      const endsOn = dayAfter(new Date(), 300)
      promise(bank, { moduleId, organisationId, aspect, endsOn, ...who })
    }
    bank.$client.close()
    await page.goto(`${module}/publish`)
    await askWaiver(page, 'Garanties', 'Le garant arrive lundi.')
    await as('quality')
    await page.goto(`${module}/publish`)
    await decideWaiver(page, 'Refuser', 'Demandez d’abord à quelqu’un.')
    await expect(page.getByText(/a refusé la dérogation/)).toBeVisible()
    await as('designer')
    await page.goto(`${module}/publish`)
    await askWaiver(page, 'Garanties', 'Personne n’est libre avant mars.')
    await as('quality')
    await page.goto(`${module}/publish`)
    await decideWaiver(page, 'Accorder', 'Jusqu’à son arrivée.')
    await expect(page.getByText(/a accordé une dérogation jusqu’au/)).toBeVisible()
  })

  await as('publisher')
  await page.goto(`${module}/publish`)
  await page.getByRole('button', { name: 'Publier cette révision' }).click()
  await expect(page.getByText('L’édition 1.0 est publiée.')).toBeVisible()

  await test.step('the evidence names each of them, with what they decided', async () => {
    await page.goto(module)
    await page.getByRole('link', { name: 'Preuves' }).click()
    await expect(page.getByRole('heading', { name: 'Preuves de l’édition 1.0' })).toBeVisible()
    await expectAccessible(page)
    for (const fact of [
      /^Contenu\s: Lou Petit, le .*, sur la révision \d/,
      /^Ergonomie et accessibilité\s: /,
      /Garanties\s: demandée par Camille Roussel.*refusée par Marc Villeneuve/,
      /Garanties\s: demandée par Camille Roussel.*accordée par Marc Villeneuve/,
      /Les caristes se blessent en portant.*fait, décidé par Marc Villeneuve.*Trois ateliers/s,
      /^Révision 1, Lou Petit, .*tour 1.*Contenu\s: changements demandés.*1 remarque, dont 1 réglée/s,
      /3 sur 3 ont terminé, 1 constat.*La consigne se perd.*gravité 3.*revu\s: réglé/s,
      /décision\s: valider/,
      /^Droit\s: Idriss Benali, du/,
    ])
      await expect(page.getByRole('listitem').filter({ hasText: fact }).first()).toBeVisible()
    await expect(page.getByRole('cell', { name: 'trial.decided' })).toHaveCount(2)
  })
})

/** Asks both guests to look at every aspect; gives their links, in the order of their names. */
async function asks(page: Page): Promise<string[]> {
  const aspects = page.getByRole('group', { name: 'Ce qu’il faut regarder' })
  for (const aspect of await aspects.getByRole('checkbox').all()) await aspect.check()
  await page.getByRole('button', { name: 'Demander la relecture' }).click()
  await expect(page.getByLabel(/^Lien de/)).toHaveCount(2)
  const links = [page.getByLabel(/^Lien de Lou/), page.getByLabel(/^Lien de Max/)]
  return Promise.all(links.map((each) => each.inputValue()))
}

async function opens(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(link)
  await expect(page.getByRole('link', { name: 'J’ai terminé' })).toBeVisible()
  return page
}

/** One answer for each aspect that was asked, sent. */
async function answers(page: Page, answer: string): Promise<void> {
  for (const choice of await page.getByRole('radio', { name: answer }).all())
    await choice.check()
  for (const note of await page.getByLabel(/^Commentaire \(/).all())
    await note.fill('Voir ma remarque.')
  await page.getByRole('button', { name: 'Envoyer ma relecture' }).click()
  await expect(page.getByText(/Votre relecture est envoyée/)).toBeVisible()
  await page.context().close()
}
