import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Plans a session and invites; gives the links, which are shown once. */
export async function planned(page: Page, wanted: RegExp | null): Promise<string[]> {
  await page.getByLabel('Jour').fill('2099-03-12')
  await page.getByRole('button', { name: 'Figer et préparer' }).click()
  await page.getByRole('button', { name: wanted ?? 'Inviter cette personne' }).click()
  const links = page.getByRole('region', { name: 'Liens, montrés une seule fois' })
  await expect(links).toBeVisible()
  return Promise.all((await links.getByRole('textbox').all()).map((each) => each.inputValue()))
}

/** Agrees to all, and opens the module. */
export async function takesPart(
  browser: Browser,
  link: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 400, height: 800 },
    locale: 'fr',
  })
  const page = await context.newPage()
  await page.goto(link)
  for (const scope of [/mes traces/, /mes remarques/, /mes réponses/])
    await page.getByLabel(scope).first().check()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('link', { name: 'Ouvrir le module' }).click()
  const module = page.frameLocator('iframe')
  await expect(module.getByRole('heading', { name: 'Porter une charge' })).toBeVisible()
  return { page, context }
}

/** Goes to the end, and answers the questions. */
export async function finishes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'J’ai terminé' }).click()
  await expect(page.getByRole('heading', { name: 'Vos impressions' })).toBeVisible()
  for (const group of await page.getByRole('group').all()) {
    const radio = group.getByRole('radio')
    if ((await radio.count()) > 0) await radio.nth(1).check()
  }
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click()
  await expect(page.getByRole('heading', { name: 'C’est terminé, merci !' })).toBeVisible()
}

/** Decides of a session, with its reason. */
export async function decide(page: Page, how: string): Promise<void> {
  await page.getByRole('link', { name: 'Décider' }).click()
  await page.getByLabel(how, { exact: true }).check()
  await page.getByLabel('Pourquoi', { exact: true }).fill('Vu avec les participants.')
  await page.getByRole('button', { name: 'Décider' }).click()
  await expect(page.getByText(/a décidé/)).toBeVisible()
}
