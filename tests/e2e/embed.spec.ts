import { expect, type Page, test } from '@playwright/test'
import { doc, section } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import { type Lms, startLms } from './lms.ts'

let lms: Lms

test.beforeAll(async () => {
  const { videoLink } = elementSamples
  const source = packageSource(doc(section('Regarder', videoLink.node)))
  const files = await unzip(await builtPackage('scorm-2004-4', { source }))
  lms = await startLms(new Map([['scorm-2004-4', files]]))
})

test.afterAll(() => lms.close())

/** Stands for the site of the video, and writes down what it was asked for. */
async function elsewhere(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>La vidéo</h1>' })
  })
  return asked
}

test('another site is asked for nothing before its reader presses the button', async ({
  page,
}) => {
  const asked = await elsewhere(page)
  await page.route('**/scorm-2004-4/index.html', async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  const module = await lms.play(page, 'scorm-2004-4')
  const ask = module.getByRole('button', { name: 'Afficher le contenu de youtube.com' })
  await expect(ask).toBeVisible()
  expect(asked).toEqual([])

  await ask.press('Enter')
  const video = module.frameLocator('iframe[title="Le massage cardiaque en deux minutes"]')
  await expect(video.getByText('La vidéo')).toBeVisible()
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?start=12'])

  const again = await lms.play(page, 'scorm-2004-4')
  await expect(again.locator('iframe')).toBeVisible()
})

test('where the platform allows no other site, that is said and the link stays', async ({
  page,
}) => {
  const asked = await elsewhere(page)
  const module = await lms.play(page, 'scorm-2004-4')
  await module.getByRole('button', { name: 'Afficher le contenu' }).press('Enter')
  await expect(module.getByText('ne permet pas d’afficher un autre site ici')).toBeVisible()
  await expect(module.getByRole('link', { name: 'sur youtube.com' })).toBeVisible()
  expect(asked).toEqual([])
})
