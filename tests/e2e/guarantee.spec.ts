import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { keepGateProfile } from '#app/services/publication/gate-profiles.server.ts'
import { aspects } from '#content-schema/module.ts'
import { answer, ask, facts, promise, publish, save } from '#tests/builders/bank.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const day = 86_400_000

test('guarantees that ended stop an export; one is renewed, the other asked of somebody who accepts, and the export goes out', async ({
  page,
  as,
  application,
  complaints,
}) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'pour-une-garantie')
  const { moduleId, organisationId, people } = place
  const before = new Date(Date.now() - 5 * day)
  const title = 'Porter à deux'
  const intendedUse = 'certifying'
  save(place, { facts: { ...facts, title, code: 'pour-une-garantie', intendedUse } })
  const who = { guarantorId: people.expert.id, personId: people.quality.id, now: before }
  const yesterday = dayAfter(new Date(), -1)
  for (const aspect of aspects) {
    const endsOn = ['content', 'law'].includes(aspect) ? yesterday : dayAfter(new Date(), 365)
    promise(bank, { moduleId, organisationId, aspect, endsOn, ...who })
  }
  // Learners' trials have their own test.
  const profile = { signOffs: aspects, guarantees: aspects, trial: null }
  const kept = { organisationId, personId: people.administrator.id, now: before }
  keepGateProfile(bank, {
    ...kept,
    intendedUse,
    profile: { ...profile, exportAtEnd: 'refused' },
  })
  answer(place, ask(place, before, aspects), 'approved', before)
  publish(place, before)
  keepGateProfile(bank, { ...kept, intendedUse, profile: null })
  bank.$client.close()
  const exporting = `/modules/${moduleId}/export`

  await as('publisher')
  await page.goto(exporting)
  await expect(page.getByText('garantie terminée')).toBeVisible()
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(page.getByRole('alert')).toContainText('À renouveler : Idriss Benali')

  await as('expert')
  await page.goto('/guarantees')
  await page.getByRole('link', { name: `Regarder et renouveler (${title}, Contenu)` }).click()
  await expect(page.getByRole('heading', { name: /^Ce qui s’est passé/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Ce que vous avez vérifié').fill('Rien à changer.')
  await page.getByRole('button', { name: 'Signer la garantie' }).click()
  await expect(page.getByText('La garantie est renouvelée.')).toBeVisible()

  await as('designer')
  await page.goto(`/modules/${moduleId}`)
  await page.getByLabel('Aspect', { exact: true }).selectOption({ label: 'Droit' })
  await page.getByLabel('Garant', { exact: true }).selectOption({ label: 'Marc Villeneuve' })
  await page.getByLabel('Jusqu’au', { exact: true }).fill(dayAfter(new Date(), 200))
  await page.getByRole('button', { name: 'Demander cette garantie' }).click()
  await expect(page.getByText(/^demandée à Marc Villeneuve/)).toBeVisible()

  await as('publisher')
  await page.goto(exporting)
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(page.getByRole('alert')).toContainText('À renouveler : Idriss Benali')

  await as('quality')
  await page.goto('/guarantees')
  await page.getByRole('link', { name: `Voir et répondre (${title}, Droit)` }).click()
  await page.getByRole('button', { name: 'Accepter d’en répondre' }).click()
  await expect(page.getByText('Vous en répondez désormais.')).toBeVisible()

  await as('publisher')
  await page.goto(exporting)
  await expect(page.getByText('garantie terminée')).toBeHidden()
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  await expect(page.getByRole('link', { name: /^Télécharger/ })).toBeVisible({
    timeout: 60_000,
  })
  // The two refusals are errors to the browser.
  expect(complaints.splice(0)).toEqual([
    expect.stringMatching('422'),
    expect.stringMatching('422'),
  ])
})
