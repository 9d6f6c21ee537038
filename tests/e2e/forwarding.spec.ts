import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { createCredential } from '#app/lrs/index.server.ts'
import { basic } from '#tests/app/lrs/endpoint.ts'
import { learner } from '#tests/app/lrs/learner.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('an administrator passes statements on, sees that the other LRS is away, and finds it in the register of processing', async ({
  page,
  as,
  application,
}) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const { organisationId, moduleId } = sampleWorkplace(bank)
  const made = createCredential(bank, { organisationId, scope: 'all', now: new Date() })
  bank.$client.close()
  const told = learner({ iriBase: `${application.url}/id`, moduleId }).starts()
  const posted = await fetch(`${application.url}/xapi/statements`, {
    method: 'POST',
    headers: {
      Authorization: basic(made),
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(told),
  })
  expect(posted.status).toBe(200)

  await as('administrator')
  await page.goto('/organisation/forwarding')
  const form = page.locator('form', { hasText: 'Ajouter une destination' })
  await form.getByLabel('Nom').fill('LRS du groupe')
  await form.getByLabel('Adresse du LRS').fill('https://lrs.exemple.invalid/xapi/')
  await form.getByLabel('Clé').fill('cle')
  await form.getByLabel('Secret').fill('secret-7f3a')
  await form.getByRole('button', { name: 'Ajouter et transmettre' }).click()
  const target = page.getByRole('region', { name: 'LRS du groupe' })
  await expect(target).toContainText('Le LRS ne répond pas', { timeout: 20_000 })
  await expect(target).toContainText('1 déclaration au plus')
  expect(await page.content()).not.toContain('secret-7f3a')
  await expectAccessible(page)
  await target.getByRole('button', { name: 'Mettre en pause' }).click()
  await expect(target).toContainText('en pause')

  await page.getByRole('link', { name: 'Données personnelles' }).click()
  await expect(page.getByText('LRS du groupe (lrs.exemple.invalid)')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/id/profile')
  await expect(page.getByRole('heading', { name: 'Question répondue' })).toBeVisible()
  await expectAccessible(page)
})
