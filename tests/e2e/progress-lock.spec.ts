import { expect, test } from '@playwright/test'
import {
  doc,
  paragraph,
  right,
  section,
  singleChoice,
  withId,
  wrong,
} from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { type Lms, startLms } from './lms.ts'

const lock = (id: string, rule: string) => withId(id, { type: 'progressLock', attrs: { rule } })
const columns = {
  type: 'columns',
  content: ['À gauche', 'À droite'].map((text) => ({
    type: 'column',
    content: [paragraph(text)],
  })),
}

let lms: Lms

test.beforeAll(async () => {
  const source = packageSource(
    doc(
      section(
        'Avancer',
        paragraph('D’abord ceci.'),
        singleChoice(
          {},
          'Que faire d’abord ?',
          withId('choicea001', right('Alerter')),
          withId('choicea002', wrong('Courir')),
        ),
        lock('lockanswer', 'answered'),
        columns,
        lock('lockatwill', 'none'),
        paragraph('La fin.'),
      ),
    ),
  )
  const files = await unzip(await builtPackage('scorm-2004-4', { source }))
  lms = await startLms(new Map([['scorm-2004-4', files]]))
})

test.afterAll(() => lms.close())

test('a lock opens once what is above is answered, moves the focus on, and stays open', async ({
  page,
}) => {
  const module = await lms.play(page, 'scorm-2004-4')
  const go = module.getByRole('button', { name: 'Continuer' })
  await expect(module.getByText('À gauche')).toBeHidden()
  await expect(module.getByText('La fin.')).toBeHidden()
  await expect(go).toHaveCount(1)

  await go.press('Enter')
  await expect(module.getByText('Avant de continuer, terminez')).toBeVisible()
  await expect(module.getByText('À gauche')).toBeHidden()

  await module.getByLabel('Alerter').check()
  await module.getByRole('button', { name: 'Valider' }).click()
  await go.press('Enter')
  await expect(module.getByText('À gauche')).toBeVisible()
  await expect(module.locator('.columns')).toBeFocused()
  await expect(module.getByText('La fin.')).toBeHidden()
  await page.waitForTimeout(2000)

  const again = await lms.play(page, 'scorm-2004-4')
  await expect(again.getByText('À gauche')).toBeVisible()
  await expect(again.getByText('La fin.')).toBeHidden()
  await again.getByRole('button', { name: 'Continuer' }).press('Enter')
  await expect(again.getByText('La fin.')).toBeFocused()
})

test('paper and browsers without a script show all that a lock would hide', async ({
  page,
  browser,
}) => {
  const module = await lms.play(page, 'scorm-2004-4')
  await page.emulateMedia({ media: 'print' })
  await expect(module.getByText('La fin.')).toBeVisible()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(`${lms.origin}/scorm-2004-4/index.html`)
  await expect(plain.getByText('La fin.')).toBeVisible()
  await context.close()
})
