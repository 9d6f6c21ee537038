import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { drafts } from '#app/db/schema/bank/index.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import { addTeam, approve, facts, guarantee, keyOf, now, save } from '#tests/builders/bank.ts'
import { publishedModule } from '#tests/builders/path.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { unzip } from '#tests/builders/zip.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a path of four modules of two organisations meets a conflict of licences, is settled as proposed, exported and credited', async ({
  page,
  as,
  application,
}, info) => {
  const bank = openBank(join(application.dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, 'pour-un-parcours')
  const team = addTeam(bank, 'Centre d’Ailleurs')
  const theirs = publishedModule({ ...place, ...team }, 'ailleurs', {
    ...{ title: 'Évacuer un atelier', licence: 'cc-by-nc-4.0', authors: ['Nadia Ferrand'] },
  })
  setVisibility(bank, {
    ...keyOf(theirs),
    ...{ visibility: 'public', networkId: null, organisationIds: [] },
    ...{ personId: team.people.publisher.id, now },
  })

  await as('designer')
  await page.goto('/modules#new-module')
  const form = page.locator('#new-module')
  await form.getByLabel('Titre').fill('Sécurité à l’atelier')
  await form.getByRole('button', { name: 'Créer un parcours' }).click()
  const rows = page.locator('[data-row]')
  for (const title of ['Choisir un extincteur', 'Préparer une palette', 'Lire une étiquette']) {
    await page.getByRole('button', { name: new RegExp(`^Ajouter « ${title}`) }).click()
    await expect(rows.filter({ hasText: title })).toBeVisible()
  }
  await page.getByLabel('Chercher dans la banque').fill('évacuer')
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await page.getByRole('button', { name: /^Ajouter «\sÉvacuer/ }).click()
  await expect(rows).toHaveCount(4)
  await rows
    .nth(3)
    .getByRole('button', { name: /^Monter/ })
    .press('Enter')
  await expect(page.getByText('est maintenant à la place 3 sur 4')).toBeVisible()
  await expect(rows.nth(2).getByRole('button', { name: /^Monter/ })).toBeFocused()

  const conflict = page.getByRole('listitem').filter({ hasText: 'exclut l’usage commercial' })
  await expect(conflict).toContainText('« Évacuer un atelier » (CC BY-NC 4.0)')
  await expect(conflict).toContainText('prendre un autre module')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('conflict.png'), fullPage: true })
  const { pathname } = new URL(page.url())
  const moduleId = pathname.split('/')[2]!
  await conflict.getByRole('link', { name: /^mettre le module sous CC BY-NC 4.0/ }).click()
  const sheet = page.getByRole('region', { name: 'Fiche' })
  await sheet.getByLabel('Licence').selectOption('cc-by-nc-4.0')
  await sheet.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Enregistré.', { exact: true })).toBeVisible()
  await page.goto(pathname)
  await expect(page.getByText('Rien ne s’oppose à réunir ces modules')).toBeVisible()

  const path = { ...place, moduleId }
  const { title, code, licence } = bank
    .select()
    .from(drafts)
    .all()
    .find((draft) => draft.moduleId === moduleId)!.facts
  save(path, { facts: { ...facts, title, code, licence } })
  guarantee(path, 'content')
  guarantee(path, 'pedagogy')
  approve(path)
  bank.$client.close()

  await as('publisher')
  await page.goto(`/modules/${moduleId}/publish`)
  await page.getByRole('button', { name: 'Publier cette révision' }).click()
  await expect(page.getByText('L’édition 1.0 est publiée.')).toBeVisible()
  await page.goto(`/modules/${moduleId}/export`)
  await page.getByRole('button', { name: 'Préparer le paquet' }).click()
  const link = page.getByRole('link', { name: /^Télécharger SCORM/ })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const downloaded = page.waitForEvent('download')
  await link.click()
  const files = await unzip(await (await downloaded).path())
  const credits = String(files.get('credits.html'))
  expect(credits).toContain('<cite>Évacuer un atelier</cite>, par Nadia Ferrand')
  expect(credits).toContain('https://creativecommons.org/licenses/by-nc/4.0/')
  expect(credits).toContain('Centre d’Ailleurs, édition 1.0')
  const shown = String(files.get('index.html'))
  for (const words of ['Choisir un extincteur', 'Porter une charge', 'Lire une étiquette'])
    expect(shown).toContain(words)
  expect(shown).not.toContain('moduleRow')
})
