import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const widths = { desktop: 1280, phone: 360 }

/** The pages of a module and around it, with who looks at them. */
const pages = [
  ['designer', '/'],
  ['designer', '/modules'],
  ['designer', 'module'],
  ['designer', 'module/write'],
  ['designer', 'module/review'],
  ['designer', 'module/publish'],
  ['designer', 'module/history'],
  ['designer', 'module/evidence/1.0'],
  ['publisher', 'module/export'],
  ['quality', 'module/quality'],
  ['designer', '/media'],
  ['designer', '/frameworks'],
  ['designer', 'framework'],
  ['expert', '/account'],
  ['administrator', '/organisation/lrs-keys'],
  ['expert', '/nowhere'],
] as const

for (const [name, width] of Object.entries(widths)) {
  test.describe(`at ${name} width`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('the sign-in page has no axe violation and does not scroll sideways', async ({
      page,
    }) => {
      await page.goto('/sign-in')
      await expectAccessible(page)
    })

    for (const [role, path] of pages) {
      test(`${path} has no axe violation and does not scroll sideways`, async ({
        page,
        as,
        complaints,
      }) => {
        await as(role)
        await visit(page, path)
        await expectAccessible(page)
        if (path === '/nowhere') complaints.length = 0
      })
    }
  })
}

test('the same page in English has no axe violation, and says so in its language', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
})

test('the keyboard alone signs in, skips to the content and opens a module', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').focus()
  await page.keyboard.type('camille.roussel@exemple.fr')
  await page.keyboard.press('Tab')
  await page.keyboard.type('grain-de-demonstration')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
  await page.goto('/modules')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Nouveau module' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Chercher un module')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages du module' })).toBeVisible()
})

test('with colours of the reader’s own, what is current and what is chosen still stand out', async ({
  page,
  as,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await as('designer')
  await visit(page, 'module/write')
  await page.locator('.me-document > section > :not(h2)').first().click()
  const plain = page.locator('.me-outline-link:not([aria-current])').last()
  await expectSeenApart(page.locator('.me-outline-link[aria-current]'), plain)
  const [current, other] = ['.is-current', ':not(.is-current, h2)']
  const element = (kind: string) => page.locator(`.me-document > section > ${kind}`).first()
  await expectSeenApart(element(current), element(other))
  const tabs = page.getByRole('navigation', { name: 'Pages du module' }).getByRole('link')
  await expectSeenApart(tabs.and(page.locator('[aria-current]')), tabs.last())
  await page.getByRole('button', { name: 'Insérer un élément', exact: true }).click()
  const options = page.getByRole('option')
  await expectSeenApart(options.nth(0), options.nth(1))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Aperçu' }).click()
  await expectSeenApart(
    page.getByRole('button', { name: 'Ordinateur' }),
    page.getByRole('button', { name: 'Tablette' }),
  )
  const player = page.frameLocator('iframe[title^="Le module"]')
  await player.getByRole('button', { name: 'Suivant' }).click()
  await player.getByRole('button', { name: 'Suivant' }).click()
  const outline = player.locator('.outline a')
  await expectSeenApart(outline.first(), outline.last(), '::before')
})

/** Lines and backgrounds, as they are painted: shadows and tints are not, in forced colours. */
async function expectSeenApart(one: Locator, other: Locator, part?: string): Promise<void> {
  const painted = (element: Element, pseudo: string | undefined) => {
    const style = getComputedStyle(element, pseudo)
    const { backgroundColor, borderBottomColor, outlineStyle } = style
    return [backgroundColor, borderBottomColor, outlineStyle].join()
  }
  await one.waitFor()
  expect(await one.evaluate(painted, part)).not.toBe(await other.evaluate(painted, part))
}

async function visit(page: Page, path: string): Promise<void> {
  if (path.startsWith('/')) {
    await page.goto(path)
  } else if (path === 'framework') {
    await page.goto('/frameworks')
    await page.getByRole('link', { name: /fictive/ }).click()
  } else {
    await page.goto(`/modules/lire-une-etiquette${path.slice('module'.length)}`)
  }
  if (path.endsWith('write')) await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await expect(page.locator('h1').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
}
