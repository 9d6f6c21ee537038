import AxeBuilder from '@axe-core/playwright'
import { expect, type FrameLocator, type Page, type TestInfo, test } from '@playwright/test'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { type Lms, lastValue, leave, startLms } from './lms.ts'

type Mood = 'refuses' | 'throws' | 'dawdles' | 'well'

const formats = ['scorm-12', 'scorm-2004-3'] as const
const away = /Votre plateforme ne répond pas pour l’instant/
const recovered = /elle a été retrouvée dans ce navigateur/

let lms: Lms

test.beforeAll(async () => {
  const packages = new Map<string, Map<string, Buffer>>()
  for (const format of formats) packages.set(format, await unzip(await builtPackage(format)))
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

/** From now on; what the LMS answers to everything but questions. */
async function feels(page: Page, mood: Mood): Promise<void> {
  await page.evaluate((now) => {
    const answer = (call: string) => {
      if (now === 'throws') throw new Error('the session is over')
      if (now === 'refuses' && /SetValue|Commit|Finish|Terminate/.test(call)) return 'false'
      const end = performance.now() + (now === 'dawdles' && call.endsWith('Commit') ? 1500 : 0)
      while (performance.now() < end);
      return undefined
    }
    Object.assign(window, { mood: now === 'well' ? undefined : answer })
  }, mood)
}

async function turnTo(module: FrameLocator, name: string): Promise<void> {
  await module.getByRole('navigation', { name: 'Plan du module' }).getByText(name).click()
}

async function answerFirst(module: FrameLocator): Promise<void> {
  await turnTo(module, 'Vérifier')
  const form = module.locator('form').first()
  await form.getByLabel('Alerter').check()
  await form.getByRole('button', { name: 'Valider' }).click()
}

/** What axe says of a page that stands for an LMS, and of the words that stay when one has quit. */
const outside = ['region', 'page-has-heading-one']

/** As a desktop and as a phone show it, to be looked at. */
async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  const frame = page.locator('iframe')
  const framed = (await frame.count()) > 0
  for (const width of [1200, 320]) {
    await page.setViewportSize({ width: framed ? 1280 : width, height: 820 })
    if (framed) await frame.evaluate((each, to) => each.setAttribute('width', to), `${width}`)
    await (framed ? frame : page).screenshot({ path: info.outputPath(`${name}-${width}.png`) })
    const { violations } = await new AxeBuilder({ page }).disableRules(outside).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const sideways = await (framed ? page.frames()[1]! : page).evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
  }
  if (framed) await frame.evaluate((each) => each.setAttribute('width', '1200'))
}

const raw = (format: string) => (format === 'scorm-12' ? 'cmi.core.score.raw' : 'cmi.score.raw')

/** One each: every mood in both standards is in `tests/packaging/bad-lms.test.ts`, where time is cheap. */
const moods = { 'scorm-12': 'refuses', 'scorm-2004-3': 'throws' } as const

for (const format of formats) {
  test.describe(`in ${format}, a learner whose LMS`, () => {
    const mood = moods[format]
    test(`${mood} is told so calmly, goes on, and is told no more once it works`, async ({
      page,
    }, info) => {
      const module = await lms.play(page, format)
      await feels(page, mood)
      await answerFirst(module)
      await expect(module.getByText(away)).toBeVisible({ timeout: 15_000 })
      await look(page, info, 'away')
      await turnTo(module, 'Agir')
      await expect(module.getByText(away)).toBeInViewport()
      await feels(page, 'well')
      // It is asked less and less often, once a minute in the end.
      await expect(module.getByText(away)).toBeHidden({ timeout: 70_000 })
      const calls = await leave(page)
      expect(lastValue(calls, raw(format))).toBe('20')
    })

    test('is gone when they quit is told where their work is, and finds it again', async ({
      page,
    }, info) => {
      const module = await lms.play(page, format)
      await feels(page, 'throws')
      await answerFirst(module)
      await module.getByRole('button', { name: 'Quitter' }).click()
      const said = module.getByText('Votre progression est gardée dans ce navigateur')
      await expect(said).toBeFocused()
      await look(page, info, 'left')
      const again = await lms.play(page, format)
      await expect(again.getByText(recovered)).toBeVisible()
      await expect(again.locator('form').first().getByText('C’est juste.')).toBeVisible()
      await look(page, info, 'recovered')
      expect(lastValue(await leave(page), raw(format))).toBe('20')
    })

    test('dies before the tab does loses nothing', async ({ page }) => {
      const module = await lms.play(page, format)
      await answerFirst(module)
      await feels(page, 'throws')
      const second = module.locator('form').nth(2)
      await second.getByLabel('Faux').check()
      await second.getByRole('button', { name: 'Valider' }).click()
      await page.goto('about:blank')
      const again = await lms.play(page, format)
      await expect(again.getByText(recovered)).toBeVisible()
      await expect(again.locator('form').nth(2).getByText('C’est juste.')).toBeVisible()
      const ids = (await leave(page)).filter(([, name]) => /interactions\.\d+\.id$/.test(name!))
      expect(ids).not.toEqual([])
    })

    test('cuts what it keeps gets it back from the browser', async ({ page }) => {
      const module = await lms.play(page, format)
      await page.evaluate(() => Object.assign(window, { cut: 62 }))
      await answerFirst(module)
      await leave(page)
      const again = await lms.play(page, format)
      await expect(again.getByText(recovered)).toBeVisible()
      await expect(again.locator('form').first().getByText('C’est juste.')).toBeVisible()
    })
  })
}

test.describe('a learner whose LMS', () => {
  test('takes its time is not asked at every step', async ({ page }) => {
    const module = await lms.play(page, 'scorm-12')
    await feels(page, 'dawdles')
    for (const name of ['Agir', 'Vérifier', 'Reconnaître un feu', 'Agir']) {
      await turnTo(module, name)
      await expect(module.getByRole('heading', { name })).toBeFocused()
      await page.waitForTimeout(1700)
    }
    await expect(module.getByText(away)).toBeHidden()
    const calls = await page.evaluate(() => (window as unknown as { calls: string[][] }).calls)
    expect(calls.filter(([name]) => name!.endsWith('Commit'))).toHaveLength(2)
  })

  test('has the module open in another window is told to go on there', async ({
    page,
    context,
  }, info) => {
    const first = await lms.play(page, 'scorm-12')
    const other = await context.newPage()
    const second = await lms.play(other, 'scorm-12')
    await expect(second.getByText('déjà ouvert dans une autre fenêtre')).toBeVisible()
    await look(other, info, 'elsewhere')
    await turnTo(second, 'Vérifier')
    await expect(second.getByText('déjà ouvert dans une autre fenêtre')).toBeInViewport()
    expect(await leave(other)).toEqual([])
    await answerFirst(first)
    expect(lastValue(await leave(page), raw('scorm-12'))).toBe('20')
    const alone = await lms.play(other, 'scorm-12')
    await expect(alone.getByText('Bon retour')).toBeVisible()
  })

  test('answers a slow machine is not told that another window has the module', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const { request } = LockManager.prototype
      LockManager.prototype.request = async function (...asked: unknown[]) {
        await new Promise((resolve) => setTimeout(resolve, 900))
        return Reflect.apply(request, this, asked)
      }
    })
    const module = await lms.play(page, 'scorm-12')
    await answerFirst(module)
    expect(lastValue(await leave(page), raw('scorm-12'))).toBe('20')
  })
})

test('a module that is opened outside an LMS asks before it plays, and then plays', async ({
  page,
}, info) => {
  await page.goto(`${lms.origin}/scorm-12/index.html`)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Votre plateforme de formation est introuvable')
  await expect(dialog.getByRole('button', { name: 'Continuer sans suivi' })).toBeFocused()
  await look(page, info, 'alone')
  await page.keyboard.press('Enter')
  await page.locator('html[data-player]').waitFor()
  await page.getByRole('button', { name: 'Suivant' }).click()
  await expect(page.getByRole('heading', { name: 'Agir' })).toBeFocused()
  await page.getByRole('button', { name: 'Quitter' }).click()
  await expect(page.getByRole('main')).toHaveText('Vous pouvez fermer cette fenêtre.')
})

test('whoever leaves before the player is there leaves no session open, and can still come back', async ({
  page,
}) => {
  await page.route('**/player/player.js', (route) => route.abort())
  await page.goto(`${lms.origin}/lms/scorm-12`)
  const told = () => page.evaluate(() => (window as unknown as { calls: string[][] }).calls)
  await expect.poll(told).toContainEqual(['LMSSetValue', 'cmi.core.exit', 'suspend', 'true'])
  const calls = await leave(page)
  expect(calls.map(([name]) => name)).toEqual([
    'LMSInitialize',
    'LMSGetValue',
    'LMSSetValue',
    'LMSFinish',
  ])
})

test.describe('the LMS is found', () => {
  test('when it is set up a second after the module', async ({ page }) => {
    await page.addInitScript(() => {
      if (window !== window.parent) return
      let api: unknown
      const from = performance.now()
      Object.defineProperty(window, 'API', {
        get: () => (performance.now() - from > 1000 ? api : undefined),
        set: (given) => {
          api = given
        },
      })
    })
    await lms.play(page, 'scorm-12')
    const calls = await leave(page)
    expect(calls[0]?.[0]).toBe('LMSInitialize')
  })

  test('above a frame of another site', async ({ page }) => {
    await openFraming(page, `${lms.origin.replace('localhost', '127.0.0.1')}/between/scorm-12`)
    const module = page.frameLocator('iframe').frameLocator('iframe')
    await module.locator('html[data-player]').waitFor()
    const calls = await leave(page)
    expect(lastValue(calls, 'cmi.core.lesson_status')).toBe('incomplete')
  })

  test('in the window that opened the one with the module', async ({ page, context }) => {
    await openFraming(page, 'about:blank')
    const opened = context.waitForEvent('page')
    await page.evaluate(() => window.open('/scorm-12/index.html'))
    const module = await opened
    await module.locator('html[data-player]').waitFor()
    await module.getByRole('button', { name: 'Quitter' }).click()
    const calls = await page.evaluate(() => (window as unknown as { calls: string[][] }).calls)
    expect(calls.at(-1)?.[0]).toBe('LMSFinish')
  })
})

/** The page of the LMS with something else in its frame than the module. */
async function openFraming(page: Page, address: string): Promise<void> {
  await page.goto(`${lms.origin}/lms/scorm-12?${encodeURIComponent(address)}`)
}
