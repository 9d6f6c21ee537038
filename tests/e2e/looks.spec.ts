import { expect, type Page, test } from '@playwright/test'
import { elementNames } from '#content-schema/schema.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { catalogueSource } from './catalogue-source.ts'
import { expectFits } from './fits.ts'
import { type Lms, startLms } from './lms.ts'

let lms: Lms

/** Every element on one page, with a picture of a real size; in French, and as if in Arabic. */
test.beforeAll(async () => {
  const packages = new Map<string, Map<string, Buffer>>()
  for (const language of ['fr', 'ar']) {
    const source = catalogueSource(elementNames, language)
    packages.set(`web-${language}`, await unzip(await builtPackage('web', { source })))
  }
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

test('a module written from right to left is laid out so, wide or narrow', async ({ page }) => {
  await showAll(page, 'ar')
  await expectBothWidths(page)
  const { outline, text } = await page.evaluate(() => ({
    outline: document.getElementById('outline')!.getBoundingClientRect().left,
    text: document.getElementById('content')!.getBoundingClientRect().left,
  }))
  expect(outline).toBeGreaterThan(text)
  await expect(page.locator('pre').first()).toHaveCSS('direction', 'ltr')
})

test('with the colours of the system and less motion, everything fits and nothing moves', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await showAll(page, 'fr')
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('[data-player] body *')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration !== '0s'
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
  await page.locator('input[type=radio]:visible').first().check()
  await expectBothWidths(page)
})

async function expectBothWidths(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 })
  await expectFits(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectFits(page)
}

async function showAll(page: Page, language: string): Promise<void> {
  await page.goto(`${lms.origin}/web-${language}/index.html`)
  await page.locator('html[data-player]').waitFor()
  await page.evaluate(() => {
    for (const hidden of document.querySelectorAll<HTMLElement>('[data-section]')) {
      hidden.hidden = false
    }
  })
}
