import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Running } from '#tests/builders/server.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const module = '/modules/lire-une-etiquette'

test('a guest reviews on a phone from their letter, proposes other words, and finds in the next round what changed', async ({
  page,
  as,
  browser,
  application,
}) => {
  await as('designer')
  await rewrite(page, 'On lit d’abord le mot en rouge. ')
  await page.goto(`${module}/review`)
  await page.getByRole('button', { name: 'Inviter une personne' }).click()
  await page.getByRole('textbox', { name: 'Nom' }).fill('Lou')
  await page.getByLabel('Adresse électronique (facultative)').fill('lou@exemple.org')
  await page.getByLabel('Souhaitée pour le').fill('2099-03-20')
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Contenu' }).check()
  await page.getByRole('button', { name: 'Demander la relecture' }).click()
  await expect(page.getByText('La relecture est demandée.')).toBeVisible()
  await expectAccessible(page)

  const phone = await openLetter(browser, application, 1)
  await phone.getByRole('link', { name: 'Comme un document' }).click()
  const opening = phone.getByText('On lit d’abord le mot en rouge.')
  await opening.click()
  await phone.getByRole('button', { name: 'Proposer un autre texte' }).click()
  const proposal = phone.getByLabel('Proposer un autre texte')
  await proposal.fill(
    (await proposal.inputValue()).replace('le mot en rouge', 'le pictogramme'),
  )
  await phone.getByRole('textbox', { name: 'Votre nom' }).first().fill('Lou Petit')
  await phone.getByLabel('Votre remarque').fill('Aucun mot n’est en rouge.')
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Laisser la remarque' }).click()
  await expect(phone.getByText('1 remarque en brouillon')).toBeVisible()
  await expect(phone.getByLabel('Votre nom')).toHaveCount(0)
  await phone.getByRole('link', { name: 'J’ai terminé' }).click()
  await phone.getByRole('radio', { name: 'Demander des changements' }).check()
  await phone.getByRole('button', { name: 'Envoyer ma relecture' }).click()
  await expect(phone.getByText(/Votre relecture est envoyée/)).toBeVisible()
  await expectAccessible(phone)
  await phone.context().close()

  await page.reload()
  await expect(page.getByText('Lou Petit').first()).toBeVisible()
  await expect(page.locator('ins').first()).toContainText('pictogramme')
  await page.getByRole('button', { name: 'Accepter ce texte' }).click()
  await expect(page.getByText('Le texte proposé est écrit dans le module.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Demander le tour 3' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Lou (par lien personnel)' })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Demander la relecture' }).click()
  await expect(page.getByText('La relecture est demandée.')).toBeVisible()

  const again = await openLetter(browser, application, 2)
  await again.getByRole('link', { name: 'Ce qui a changé' }).click()
  await expect(again.locator('del').first()).toContainText('mot')
  await expect(again.locator('ins').first()).toContainText('pictogramme')
  await expectAccessible(again)
  await again.getByRole('button', { name: 'English' }).click()
  await expect(again.getByRole('heading', { name: 'Add a comment' })).toBeVisible()
  await again.context().close()
})

/** Words at the beginning of the text, saved. */
async function rewrite(page: Page, words: string): Promise<void> {
  await page.goto(`${module}/write`)
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.locator('.me-document > section > p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type(words)
  await expect(page.locator('.ProseMirror')).toContainText(words.trim())
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
}

/** The page that the link of a letter leads to, on a phone, fetched before by a scanner of mailboxes. */
async function openLetter(
  browser: Browser,
  { dataDir }: Running,
  count: number,
): Promise<Page> {
  const folder = join(dataDir, 'letters')
  const letters = () => {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/=\r?\n/g, ''))
    } catch {
      return []
    }
  }
  const links = () =>
    letters().map((text) => /http:\/\/localhost:\d+\/invited\/[\w-]{43}/.exec(text)?.[0] ?? '')
  await expect.poll(() => links().length, { timeout: 15_000 }).toBe(count)
  const link = links().find((each) => !opened.has(each))!
  opened.add(link)
  for (const method of ['GET', 'HEAD', 'POST'])
    for (let time = 0; time < 3; time += 1) await fetch(link, { method, redirect: 'manual' })
  const context = await browser.newContext({
    ...{
      viewport: { width: 400, height: 800 },
      isMobile: true,
      hasTouch: true,
      locale: 'fr-FR',
    },
  })
  const phone = await context.newPage()
  await phone.goto(link)
  await expect(
    phone
      .getByText('souhaitée pour le 20 mars 2099')
      .or(phone.getByText('sans date fixée'))
      .first(),
  ).toBeVisible()
  await expectAccessible(phone)
  return phone
}

const opened = new Set<string>()
