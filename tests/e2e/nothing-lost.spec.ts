import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { openBank } from '#app/db/client.server.ts'
import { sessions } from '#app/db/schema/bank/index.ts'
import { samplePeople } from '#app/db/seed/people.ts'
import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const module = '/modules/preparer-une-palette/write'

let server: Running
/** What people see, each in a browser of their own. */
const contexts: BrowserContext[] = []

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => discard(server))
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await closed(context)
})

test('a tab that crashes gives its text back', async ({ browser }) => {
  const { page, context } = await writer(browser)
  await type(page, 1, 'Tapé avant la panne. ')
  await seconds(2)
  await context.setOffline(true)
  await type(page, 2, 'Tapé sans réseau, avant la panne. ')
  await seconds(2)
  await crash(page)
  await context.setOffline(false)
  const next = await open(context)
  await expectText(next, 'Tapé avant la panne.')
  await expectText(next, 'Tapé sans réseau, avant la panne.')
  await expectSaved(next)
  await expectText(await open(context), 'Tapé sans réseau, avant la panne.')
})

test('a server that is killed while somebody types loses nothing', async ({ browser }) => {
  const { page } = await writer(browser)
  const typing = type(
    page,
    1,
    'Le serveur est tué pendant cette phrase, et elle continue. ',
    40,
  )
  await seconds(1.5)
  await server.kill()
  await typing
  await expect(page.getByText('Le serveur ne répond pas')).toBeVisible()
  await type(page, 2, 'Tapé pendant l’absence. ')
  server = await startServer(server.dataDir, server.ports)
  await expectSaved(page)
  await page.reload()
  await expectText(page, 'Le serveur est tué pendant cette phrase, et elle continue.')
  await expectText(page, 'Tapé pendant l’absence.')
  await expect(page.getByText('à deux endroits à la fois')).toHaveCount(0)
})

test('a network that is cut holds nobody up', async ({ browser }) => {
  const { page, context } = await writer(browser)
  await context.setOffline(true)
  await type(page, 1, 'Tapé hors ligne. ')
  await expect(page.getByText('Le serveur ne répond pas')).toBeVisible()
  await context.setOffline(false)
  await expectSaved(page)
  await page.reload()
  await expectText(page, 'Tapé hors ligne.')
})

test('a page reloaded in the middle of a word has it again', async ({ browser }) => {
  const { page } = await writer(browser)
  await type(page, 1, 'Rechargé au milieu. ')
  await page.reload()
  await expectText(page, 'Rechargé au milieu.')
  await expectSaved(page)
  await page.reload()
  await expectText(page, 'Rechargé au milieu.')
})

test('two tabs that write different sections have both, each without asking', async ({
  browser,
}) => {
  const { page, context } = await writer(browser)
  const second = await open(context)
  await type(page, 1, 'Du premier onglet. ')
  await type(second, 2, 'Du second onglet. ')
  await expectText(page, 'Du second onglet.')
  await expectText(second, 'Du premier onglet.')
  await second.keyboard.type('Et la suite. ')
  await expectText(second, 'Du second onglet. Et la suite.')
  await expectSaved(second)
  await second.reload()
  await expectText(second, 'Du premier onglet.')
  await expectText(second, 'Du second onglet. Et la suite.')
})

test('two people see each other by name, and where; their sections are merged', async ({
  browser,
}) => {
  const designer = await writer(browser)
  const administrator = await writer(browser, 'administrator')
  await type(administrator.page, 3, 'D’Aïcha. ')
  await expect(
    designer.page.getByText(/Aïcha Fontaine, dans «\s.*Maintenir la charge/),
  ).toBeVisible()
  await expect(administrator.page.getByText('Camille Roussel')).toHaveCount(1)
  await expectAccessible(designer.page)
  await type(designer.page, 1, 'De Camille. ')
  await expectText(designer.page, 'D’Aïcha.')
  await expectText(administrator.page, 'De Camille.')
  await administrator.page.close()
  await expect(designer.page.getByText('Aïcha Fontaine')).toHaveCount(0)
})

test('on one section the second is shown both, chooses, and can have the other back', async ({
  browser,
}) => {
  const { page } = await writer(browser)
  const other = await writer(browser, 'administrator')
  await other.context.setOffline(true)
  await type(page, 1, 'Écrit par Camille. ')
  await expectSaved(page)
  await type(other.page, 1, 'Écrit par Aïcha. ')
  await type(other.page, 2, 'Ailleurs, par Aïcha. ')
  await other.context.setOffline(false)

  const { page: second } = other
  await expect(second.getByText('a été écrite à deux endroits à la fois')).toBeVisible()
  await expect(second.getByText('Camille Roussel a enregistré la sienne')).toBeVisible()
  const mine = second.getByRole('region', { name: 'Votre version' })
  const theirs = second.getByRole('region', { name: 'La version enregistrée' })
  await expect(mine).toContainText('Écrit par Aïcha.')
  await expect(theirs).toContainText('Écrit par Camille.')
  await expect(mine).not.toContainText('Ailleurs, par Aïcha.')
  await expectAccessible(second)
  await second.reload()
  await expect(mine).toContainText('Écrit par Aïcha.')
  await theirs.getByRole('radio', { name: 'Prendre la version enregistrée' }).check()
  await second.getByRole('button', { name: 'Continuer à écrire' }).click()

  await expectText(second, 'Écrit par Camille.')
  await expectText(second, 'Ailleurs, par Aïcha.')
  await expectSaved(second)
  await expectText(page, 'Ailleurs, par Aïcha.')
  await second.getByText(/^Textes mis de côté/).click()
  await second.getByRole('button', { name: 'Remettre à la fin du module' }).first().click()
  await expectText(second, 'Écrit par Aïcha.')
  await expectSaved(second)
  await expectText(page, 'Écrit par Aïcha.')
})

test('a session that ends in the middle is opened again in place', async ({ browser }) => {
  const { page } = await writer(browser)
  await type(page, 1, 'Avant la fin de session. ')
  await expectSaved(page)
  endSessions()
  await type(page, 2, 'Après la fin de session. ')
  await expect(page.getByText('Votre session est terminée.')).toBeVisible()
  await expectAccessible(page)
  await type(page, 3, 'Et encore. ')
  await page.getByLabel('Adresse électronique').fill(emailOf('designer'))
  await page.getByLabel('Mot de passe').fill('pas le bon')
  await page.getByRole('button', { name: 'Se reconnecter ici' }).click()
  await expect(page.getByText('Adresse ou mot de passe inconnu')).toBeVisible()
  await page.getByLabel('Mot de passe').fill(samplePassword)
  await page.getByRole('button', { name: 'Se reconnecter ici' }).click()
  await expect(page.getByText('Votre session est terminée.')).toHaveCount(0)
  await expectSaved(page)
  await page.reload()
  await expectText(page, 'Après la fin de session.')
  await expectText(page, 'Et encore.')
})

test('undo survives a reload: what was deleted comes back with its id', async ({ browser }) => {
  const { page } = await writer(browser)
  await page
    .locator('.ProseMirror p')
    .first()
    .click({ position: { x: 4, y: 8 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('Supprimé puis repris. ')
  const paragraph = page.locator('.ProseMirror p', { hasText: 'Supprimé puis repris.' })
  const id = await paragraph.getAttribute('data-id')
  expect(id).toMatch(/^[0-9a-z]{10}$/)
  await seconds(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(paragraph).toHaveCount(0)
  await expectSaved(page)
  await page.reload()
  await expectSaved(page)
  await page.locator('.ProseMirror h2').first().click()
  await page.keyboard.press('Control+z')
  await expect(paragraph).toHaveAttribute('data-id', id!)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Supprimé puis repris.')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expectText(page, 'Supprimé puis repris.')
  await expectSaved(page)
})

test('a browser without room says so, and warns before it closes; otherwise it does not', async ({
  browser,
}) => {
  const { page, context } = await writer(browser)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await context.setOffline(true)
  await type(page, 1, 'Gardé ici. ')
  await expect(page.getByText('est gardé dans ce navigateur')).toBeVisible()
  await fillStorage(page)
  await type(page, 1, `${'Trop long pour ce navigateur. '.repeat(3)}`)
  await expect(page.getByText('ce navigateur n’a plus de place')).toBeVisible()
  await context.setOffline(false)
  await expectSaved(page)
  await page.reload()
  expect(asked).toEqual([])
  await context.setOffline(true)
  await type(page, 1, 'Encore trop long. ')
  await expect(page.getByText('ce navigateur n’a plus de place')).toBeVisible()
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
})

type Who = 'designer' | 'administrator'

/** Somebody who has the module open, in a browser of their own. */
async function writer(browser: Browser, who: Who = 'designer') {
  const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR' })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(emailOf(who))
  await page.getByLabel('Mot de passe').fill(samplePassword)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
  await page.goto(module)
  await expectSaved(page)
  return { page, context }
}

/** Leaves each page before its browser goes, so that it still says so: the next test meets nobody. */
async function closed(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    page.on('dialog', (dialog) => void dialog.accept())
    // A page that crashed cannot say anything.
    await page.goto('about:blank', { timeout: 5000 }).catch(() => undefined)
  }
  await context.close()
}

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(module)
  await expect(page.locator('.ProseMirror')).toBeVisible()
  return page
}

/** Types at the start of the title of a section, counted from 1. */
async function type(page: Page, section: number, text: string, delay = 0): Promise<void> {
  await titleOf(page, section).click({ position: { x: 4, y: 8 } })
  await page.keyboard.press('Home')
  await page.keyboard.type(text, { delay })
}

function titleOf(page: Page, section: number) {
  return page.locator(`.ProseMirror > section:nth-of-type(${section}) > h2`)
}

async function expectText(page: Page, text: string): Promise<void> {
  await expect(page.locator('.ProseMirror')).toContainText(text)
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('✓ Enregistré')).toBeVisible({ timeout: 40_000 })
  await page.waitForTimeout(1200)
  await expect(page.getByText('✓ Enregistré')).toBeVisible({ timeout: 40_000 })
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

/** Ends every session, as time does. */
function endSessions(): void {
  const bank = openBank(join(server.dataDir, 'bank.sqlite'))
  bank.delete(sessions).run()
  bank.$client.close()
}

/** Leaves no room in what a browser keeps for a site. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (let length = 4_000_000; length >= 1; length = Math.floor(length / 2)) {
      try {
        for (let part = 0; part < 3; part += 1)
          localStorage.setItem(`full-${length}-${part}`, 'x'.repeat(length))
      } catch {
        // Less still fits, down to nothing.
      }
    }
  })
}

function emailOf(who: Who): string {
  return samplePeople.find(({ role }) => role === who)!.email
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000))
}
