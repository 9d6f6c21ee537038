import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { openBank } from '#app/db/client.server.ts'
import { neighbour } from '#app/db/seed/neighbour/neighbour.ts'
import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { facts, save } from '#tests/builders/bank.ts'
import { image, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { sampleWorkplace } from '#tests/builders/sample-workplace.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { expectSaved } from './writers.ts'

const title = 'Écrire à deux organisations'
const code = 'ecrire-a-deux'
const theirs = neighbour.organisation.name
const [designer, expert] = neighbour.people

test('two organisations write a module together; the owner says who publishes it, and ends it', async ({
  page,
  browser,
  baseURL,
  as,
  application,
  complaints,
}) => {
  ownModule(application.dataDir)
  await as('designer')
  await page.goto(`/modules/${code}/sharing`)
  await page.getByLabel('Organisation à inviter').selectOption({ label: theirs })
  await page.getByRole('button', { name: 'Inviter à coécrire' }).click()
  await expect(page.getByText('L’invitation est partie.')).toBeVisible()
  await expectAccessible(page)

  const guest = await signedIn(browser, { baseURL, email: designer!.email })
  await guest.getByRole('link', { name: title, exact: true }).click()
  const accept = guest.getByRole('button', { name: `Accepter de coécrire « ${title} »` })
  await accept.click()
  await expect(accept).toHaveCount(0)
  await guest.goto('/modules')
  const written = guest.getByRole('region', { name: /Coécrits/ })
  await expect(written).toContainText('Coécrit avec Centre de formation du Val d’Exemple')
  await written.getByRole('link', { name: title }).click()
  await expect(guest.getByText(/^Module de Centre de formation/)).toBeVisible()
  await expectAccessible(guest)

  await guest.getByRole('link', { name: 'Écrire' }).click()
  await expectSaved(guest)
  await page.getByRole('link', { name: 'Écrire' }).click()
  await expectSaved(page)
  await expect(page.getByText(`Nora Lemaitre (${theirs})`)).toBeVisible()
  await typeFirst(guest, 'Écrit chez eux. ')
  await expect(page.locator('.ProseMirror')).toContainText('Écrit chez eux.')
  await typeFirst(page, 'Écrit chez nous. ')
  await expect(guest.locator('.ProseMirror')).toContainText('Écrit chez nous.')

  await test.step('their own expert approves it, and only the owner publishes', async () => {
    await guest.getByRole('link', { name: 'Relecture' }).click()
    await guest.getByRole('checkbox', { name: expert!.name }).check()
    await guest.getByRole('button', { name: 'Demander la relecture' }).click()
    const reader = await signedIn(browser, { baseURL, email: expert!.email })
    await reader.getByRole('link', { name: title, exact: true }).click()
    const picture = reader.locator('img').first()
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0)
    await reader.getByRole('radio', { name: 'Approuver' }).check()
    await reader.getByRole('button', { name: 'Envoyer ma relecture' }).click()
    await expect(reader.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
    await reader.context().close()
    await guest.reload()
    await expect(guest.getByRole('link', { name: 'Publier' })).toHaveCount(0)
    await page.goto(`/modules/${code}/sharing`)
    await page.getByRole('button', { name: `Permettre à ${theirs} de publier` }).click()
    await expect(page.getByText('C’est permis.')).toBeVisible()
    await guest.reload()
    await guest.getByRole('link', { name: 'Publier' }).click()
    await guest.getByRole('button', { name: 'Publier cette révision' }).click()
    await expect(guest.getByText(/est publiée/)).toBeVisible()
  })

  await test.step('whoever is removed while writing is told, and keeps what they wrote', async () => {
    await guest.getByRole('link', { name: 'Écrire' }).click()
    await expectSaved(guest)
    await page.getByText('Retirer', { exact: true }).click()
    await page.getByRole('button', { name: `Retirer ${theirs} du module` }).click()
    await expect(page.getByText('C’est retiré.')).toBeVisible()
    await typeFirst(guest, 'Trop tard. ')
    await expect(guest.getByText(/Votre organisation n’écrit plus ce module/)).toBeVisible()
    expect(await guest.evaluate(() => JSON.stringify(localStorage))).toContain('Trop tard.')
  })
  await guest.context().close()
  complaints.length = 0
})

/** Of its own, since it is published here; with a picture that the sample bank has. */
function ownModule(dataDir: string): void {
  const bank = openBank(join(dataDir, 'bank.sqlite'))
  const place = sampleWorkplace(bank, code)
  const { organisationId } = place
  const sample = findDraft(bank, { moduleId: 'choisir-un-extincteur', organisationId })
  const [digest] = /[0-9a-f]{64}/.exec(JSON.stringify(sample.document))!
  const document = storedDoc(
    section('Partir d’un texte', paragraph('Un premier paragraphe.'), image({ asset: digest })),
  )
  save(place, { facts: { ...facts, title, code }, document })
  bank.$client.close()
}

async function signedIn(
  browser: Browser,
  { baseURL, email }: { baseURL: string | undefined; email: string },
): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(samplePassword)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
  return page
}

async function typeFirst(page: Page, text: string): Promise<void> {
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type(text)
}
