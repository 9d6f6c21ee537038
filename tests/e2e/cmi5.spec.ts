import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openBank } from '#app/db/client.server.ts'
import { createCredential } from '#app/lrs/index.server.ts'
import {
  type Cmi5Launched,
  type Cmi5Lms,
  type Lrs,
  startCmi5Lms,
} from '#tests/builders/cmi5-lms.ts'
import { brokenRules, isDefined, type Told, verbOf } from '#tests/builders/cmi5-rules.ts'
import type { Running } from '#tests/builders/server.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { expect, test } from './fixtures.ts'

let cmi5Files: Map<string, Buffer>
let xapiFiles: Map<string, Buffer>
let lms: Cmi5Lms

test.beforeAll(async () => {
  cmi5Files = await unzip(await builtPackage('cmi5'))
  xapiFiles = await unzip(await builtPackage('xapi'))
})
test.beforeEach(async ({ application }) => {
  lms = await startCmi5Lms(cmi5Files, lrsOf(application))
})
test.afterEach(({ complaints }) => {
  lms.close()
  // Browsers write down that an LRS has no document yet (404), or that a test took it away.
  const others = complaints.filter((each) => !/status of 404|ERR_CONNECTION_REFUSED/.test(each))
  complaints.splice(0, complaints.length, ...others)
})

/** The endpoint of the running application, with a key that may do all there. */
function lrsOf({ dataDir, url }: Running): Lrs {
  const bank = openBank(join(dataDir, 'bank.sqlite'))
  const { id } = bank.query.organisations.findFirst().sync()!
  const now = new Date()
  const { key, secret } = createCredential(bank, { organisationId: id, scope: 'all', now })
  bank.$client.close()
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`
  return { endpoint: `${url}/xapi`, authorization }
}

async function open(page: Page, { url }: Pick<Cmi5Launched, 'url'>): Promise<void> {
  await page.goto(url)
  await page.locator('html[data-player]').waitFor()
}

const form = (page: Page, index: number) => page.locator('form').nth(index)
const check = (page: Page, index: number) =>
  form(page, index).getByRole('button', { name: 'Valider' }).click()

const turnTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Plan du module' }).getByRole('link', { name }).click()

async function answer(page: Page, labels: string[][], number: string): Promise<void> {
  await page.getByRole('button', { name: 'Suivant' }).click()
  await page.getByRole('button', { name: 'Suivant' }).click()
  for (const [index, choices] of labels.entries()) {
    for (const label of choices) await form(page, index).getByLabel(label).check()
    await check(page, index)
  }
  await page.getByLabel('Votre réponse').fill(number)
  await check(page, 3)
}

const answerRightly = (page: Page) =>
  answer(page, [['Alerter'], ['Le bois', 'Le papier'], ['Faux']], '18,2')

/** Every question has as many tries as it takes to be wrong for good. */
async function answerWrongly(page: Page): Promise<void> {
  await answer(page, [['Courir'], ['L’huile'], ['Vrai']], '112')
  for (const index of [0, 1, 2, 3]) {
    const button = form(page, index).getByRole('button', { name: 'Valider' })
    while (await button.isEnabled({ timeout: 500 }).catch(() => false)) await button.click()
  }
}

/** What a session told, once it has told its end. */
async function toldBy({ session }: Cmi5Launched): Promise<Told[]> {
  const ends = async () => (await lms.toldBy(session)).map(verbOf)
  await expect.poll(ends).toContain('terminated')
  return lms.toldBy(session)
}

const definedVerbs = (told: Told[]) => told.filter(isDefined).map(verbOf)
const quit = (page: Page) => page.getByRole('button', { name: 'Quitter' }).click()

test.describe('a learner in an LMS that speaks cmi5', () => {
  test('completes and passes, and is led back to the LMS', async ({ page }) => {
    const launched = await lms.launch({ returns: true })
    await open(page, launched)
    await answerRightly(page)
    await expect(page.getByText('Vous avez terminé et réussi ce module.')).toBeVisible()
    await quit(page)
    await expect(page).toHaveURL(`${lms.origin}/back`)

    const told = await toldBy(launched)
    expect(brokenRules(launched.session, told)).toEqual([])
    expect(definedVerbs(told)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
    const passed = told.find((one) => verbOf(one) === 'passed')
    expect(passed?.result?.score).toEqual({ scaled: 1, raw: 5, min: 0, max: 5 })
    const answers = told.filter((one) => verbOf(one) === 'answered')
    expect(answers.map(({ result }) => result?.response)).toEqual([
      'choicea001',
      'choiceb001[,]choiceb002',
      'false',
      '18.2',
    ])
    expect(lms.asked).toEqual(['POST'])
  })

  test('fails, which is told when they leave', async ({ page }) => {
    const launched = await lms.launch()
    await open(page, launched)
    await answerWrongly(page)
    await expect(page.getByText(/seuil n’est pas atteint/)).toBeVisible()
    await quit(page)
    await expect(page.getByText('Votre progression a été transmise.')).toBeFocused()

    const told = await toldBy(launched)
    expect(brokenRules(launched.session, told)).toEqual([])
    expect(definedVerbs(told)).toEqual(['initialized', 'completed', 'failed', 'terminated'])
    const failed = told.find((one) => verbOf(one) === 'failed')
    expect(failed?.result).toMatchObject({ success: false, score: { scaled: 0 } })
  })

  test('leaves, comes back to the page left, and passes in the second session', async ({
    page,
  }) => {
    const first = await lms.launch()
    await open(page, first)
    await page.getByRole('button', { name: 'Suivant' }).click()
    await page.getByRole('button', { name: 'Suivant' }).click()
    await form(page, 0).getByLabel('Alerter').check()
    await check(page, 0)
    await quit(page)
    const before = await toldBy(first)
    expect(brokenRules(first.session, before)).toEqual([])
    expect(definedVerbs(before)).toEqual(['initialized', 'terminated'])
    expect(before.map(verbOf)).toContain('suspended')

    // Another machine: nothing but the LRS remembers.
    await page.evaluate(() => localStorage.clear())
    const { registration } = first.session
    const second = await lms.launch({ registration })
    await open(page, second)
    await expect(page.getByText('Bon retour')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Vérifier' })).toBeVisible()
    await expect(form(page, 0).getByLabel('Alerter')).toBeChecked()
    for (const label of ['Le bois', 'Le papier']) await form(page, 1).getByLabel(label).check()
    await check(page, 1)
    await form(page, 2).getByLabel('Faux').check()
    await check(page, 2)
    await page.getByLabel('Votre réponse').fill('18')
    await check(page, 3)
    await quit(page)
    const after = await toldBy(second)
    expect(brokenRules(second.session, after, before)).toEqual([])
    expect(definedVerbs(after)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
    expect(after.map(verbOf)).toContain('resumed')

    const third = await lms.launch({ registration })
    await open(page, third)
    await quit(page)
    const last = await toldBy(third)
    expect(brokenRules(third.session, last, [...before, ...after])).toEqual([])
    expect(definedVerbs(last)).toEqual(['initialized', 'terminated'])
  })

  test('closes the tab, and all that was done is told', async ({ context }) => {
    const launched = await lms.launch()
    const page = await context.newPage()
    await open(page, launched)
    await answerWrongly(page)
    await page.close({ runBeforeUnload: true })
    const told = await toldBy(launched)
    expect(brokenRules(launched.session, told)).toEqual([])
    expect(definedVerbs(told)).toEqual(['initialized', 'completed', 'failed', 'terminated'])
    expect(told.filter((one) => verbOf(one) === 'answered').length).toBeGreaterThanOrEqual(4)
    await expect
      .poll(() => lms.document(launched.session, 'grainotheque-state'))
      .toMatch(/^\d;/)
  })

  for (const mode of ['Review', 'Browse'] as const) {
    test(`looks through it in ${mode} mode, and nothing of it is told`, async ({ page }) => {
      const launched = await lms.launch({ mode })
      await open(page, launched)
      await expect(page.getByText('Vous êtes en consultation')).toBeVisible()
      await answerRightly(page)
      await quit(page)
      const told = await toldBy(launched)
      expect(brokenRules(launched.session, told)).toEqual([])
      expect(told.map(verbOf)).toEqual(['initialized', 'terminated'])
      expect(await lms.document(launched.session, 'grainotheque-state')).toBeNull()
    })
  }

  test('is judged by the threshold that the LMS gave', async ({ page }) => {
    const launched = await lms.launch({ masteryScore: 0.9 })
    await open(page, launched)
    // Four points of five: above the module's own 70 %.
    await answer(page, [['Alerter'], ['Le bois', 'Le papier'], ['Faux']], '112')
    const last = form(page, 3).getByRole('button', { name: 'Valider' })
    while (await last.isEnabled({ timeout: 500 }).catch(() => false)) await last.click()
    await expect(page.getByText('Seuil : 90 %')).toBeVisible()
    await quit(page)
    const told = await toldBy(launched)
    expect(brokenRules(launched.session, told)).toEqual([])
    expect(definedVerbs(told)).toContain('failed')
  })

  test('loads the page again: it says that nothing is tracked, and the LMS gets it the next time', async ({
    page,
  }) => {
    const launched = await lms.launch()
    await open(page, launched)
    await page.reload()
    await page.locator('html[data-player]').waitFor()
    await expect(page.getByText('Votre plateforme ne suit pas cette visite')).toBeVisible()
    await answerRightly(page)
    await page.waitForTimeout(2000)
    const told = await toldBy(launched)
    expect(brokenRules(launched.session, told)).toEqual([])
    expect(told.map(verbOf)).not.toContain('answered')

    const { registration } = launched.session
    const again = await lms.launch({ registration })
    await open(page, again)
    await quit(page)
    const later = await toldBy(again)
    expect(brokenRules(again.session, later, told)).toEqual([])
    expect(definedVerbs(later)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
  })

  test('goes on when the LRS is gone, and the next launch tells what it had missed', async ({
    page,
  }) => {
    const launched = await lms.launch()
    await open(page, launched)
    await expect.poll(() => lms.document(launched.session, 'grainotheque-state')).not.toBeNull()
    await page.route('**/xapi/**', (route) => route.abort('connectionrefused'))
    await answerRightly(page)
    await expect(page.getByText('Vous avez terminé et réussi ce module.')).toBeVisible()
    await expect(page.getByText(/Votre plateforme ne répond pas pour l’instant/)).toBeVisible()
    await quit(page)
    await expect(page.getByText(/rouvrez le module sur cet appareil/)).toBeFocused()
    await page.unroute('**/xapi/**')
    const before = await lms.toldBy(launched.session)
    expect(before.filter(isDefined).map(verbOf)).toEqual(['initialized'])

    const { registration } = launched.session
    const again = await lms.launch({ registration })
    await open(page, again)
    await quit(page)
    const told = await toldBy(again)
    expect(brokenRules(again.session, told, before)).toEqual([])
    expect(definedVerbs(told)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
  })

  test('hears nothing when that is what they prefer', async ({ page }) => {
    await lms.prefers({ languagePreference: 'fr-FR,en', audioPreference: 'off' })
    await open(page, await lms.launch())
    const muted = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLMediaElement>('video, audio')].map(
          (media) => media.muted,
        ),
      )
    expect(await muted()).toEqual([true, true])
    await lms.prefers({ audioPreference: 'on' })
    await open(page, await lms.launch())
    expect(await muted()).toEqual([false, false])
  })

  test('opens it without a launch: it can be learnt, and says that nothing is tracked', async ({
    page,
  }) => {
    await open(page, { url: `${lms.origin}/unit/index.html` })
    await expect(page.getByText('Votre plateforme ne suit pas cette visite')).toBeVisible()
    await answerRightly(page)
    await expect(page.getByText('Vous avez terminé et réussi ce module.')).toBeVisible()
  })
})

test('a learner launched by xAPI passes, and finds the page left in the LRS of the launch', async ({
  page,
  application,
}) => {
  const lrs = lrsOf(application)
  const host = await startCmi5Lms(new Map([...cmi5Files, ...xapiFiles]), lrs)
  const registration = randomUUID()
  const mbox = `mailto:${randomUUID()}@example.org`
  const query = new URLSearchParams({
    endpoint: `${lrs.endpoint}/`,
    auth: lrs.authorization,
    // The oldest launches write the learner so.
    actor: JSON.stringify({ name: ['Zoé'], mbox: [mbox] }),
    registration,
    activity_id: `${host.origin}/activity/7`,
  })
  const url = `${host.origin}/unit/index.html?${query}`
  const verbs = async () => (await host.toldIn(registration)).map(verbOf)

  await open(page, { url })
  await turnTo(page, 'Vérifier')
  await form(page, 0).getByLabel('Alerter').check()
  await check(page, 0)
  await quit(page)
  await expect.poll(verbs).toContain('terminated')
  expect(await verbs()).toEqual(
    expect.arrayContaining(['initialized', 'experienced', 'answered', 'suspended']),
  )

  await page.evaluate(() => localStorage.clear())
  await open(page, { url })
  await expect(form(page, 0).getByLabel('Alerter')).toBeChecked()
  await turnTo(page, 'Agir')
  await turnTo(page, 'Reconnaître un feu')
  await turnTo(page, 'Vérifier')
  for (const label of ['Le bois', 'Le papier']) await form(page, 1).getByLabel(label).check()
  await check(page, 1)
  await form(page, 2).getByLabel('Faux').check()
  await check(page, 2)
  await page.getByLabel('Votre réponse').fill('18')
  await check(page, 3)
  await quit(page)
  await expect.poll(verbs).toEqual(expect.arrayContaining(['resumed', 'completed', 'passed']))
  const told = await host.toldIn(registration)
  const passed = told.find((one) => verbOf(one) === 'passed')
  expect(passed).toMatchObject({
    actor: { mbox, name: 'Zoé' },
    object: { id: `${host.origin}/activity/7` },
    result: { success: true, score: { scaled: 1 } },
    context: { registration },
  })
  host.close()
})
