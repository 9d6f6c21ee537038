import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const path = '/modules/preparer-une-palette/write'
const sample = (name: string) => readFileSync(`tests/corpus/paste/${name}`, 'utf8')

/** A red square of 2 × 2 pixels. */
const png =
  '89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a73000000104944415478da6338' +
  '212707440c100a001f2604114a8e8d200000000049454e44ae426082'

test('text of Word is pasted as our elements, what was lost is said, and it is saved', async ({
  page,
  as,
}) => {
  await as('designer')
  await openEmptyParagraph(page)
  await copy(page, { 'text/html': sample('word-desktop.html') })
  await page.keyboard.press('Control+v')

  const text = page.locator('.ProseMirror')
  await expect(text.getByRole('heading', { name: 'Le déchargement' })).toBeVisible()
  await expect(text.locator('ul > li ul > li', { hasText: 'gilet' })).toBeVisible()
  await expect(text.locator('ol > li ol > li', { hasText: 'la droite' })).toBeVisible()
  await expect(text.locator('th[colspan="2"]', { hasText: 'Masse' })).toBeVisible()
  await expect(text.getByText('Figure 1 – Une palette prête à partir')).toBeVisible()
  const report = page.getByRole('region', { name: 'Texte collé, 6 points à savoir' })
  await expect(report).toContainText('1 image n’est pas venue avec le texte')
  await expect(report).toContainText('1 commentaire est laissé de côté.')
  await expect(
    page.getByRole('status').filter({ hasText: 'Texte collé, 6 points à savoir' }),
  ).toHaveCount(1)
  await expectAccessible(page)
  await report.getByRole('button', { name: 'Fermer' }).click()
  await expect(report).toHaveCount(0)

  await expectSaved(page)
  await page.reload()
  await expect(text.getByRole('heading', { name: 'Le déchargement' })).toBeVisible()
  await expect(text.locator('ul > li ul > li', { hasText: 'gilet' })).toBeVisible()
})

test('a picture that Word only names comes from its other format, is stored and saved', async ({
  page,
  as,
}) => {
  await as('designer')
  await openEmptyParagraph(page)
  const rtf = `{\\rtf1 Texte {\\*\\shppict{\\pict\\picw2\\pich2\\pngblip\n${png}}}}`
  // No page may put RTF on the clipboard: this paste is made of the event alone.
  await page.evaluate(
    (given) => {
      const clipboardData = new DataTransfer()
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text)
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        cancelable: true,
      })
      document.querySelector('.ProseMirror')?.dispatchEvent(event)
    },
    { 'text/html': sample('word-desktop.html'), 'text/rtf': rtf },
  )
  const picture = page.locator('.ProseMirror').getByRole('img', { name: 'Une palette filmée' })
  await expect(picture).toBeVisible()
  await expect(page.getByText('1 image n’est pas venue')).toHaveCount(0)
  await expectSaved(page)
  await page.reload()
  await expect(picture).toBeVisible()
})

test('a whole paste is undone at once, its pictures included', async ({ page, as }) => {
  await as('designer')
  await openEmptyParagraph(page)
  const before = await page.locator('.ProseMirror :is(p, h2, h3, h4)').allTextContents()
  await copy(page, { 'text/html': sample('libreoffice-writer.html') })
  await page.keyboard.press('Control+v')
  const picture = page.locator('.ProseMirror').getByRole('img', { name: 'Une palette filmée' })
  await expect(picture).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('gilet de haute visibilité')).toHaveCount(0)
  expect(await page.locator('.ProseMirror :is(p, h2, h3, h4)').allTextContents()).toEqual(
    before,
  )
})

test('what a paste lost folds to one line as soon as one writes on', async ({ page, as }) => {
  await as('designer')
  await openEmptyParagraph(page)
  await copy(page, {
    'text/html': '<p>Un outil <script>alert(1)</script><img src="https://a.example/b.png"></p>',
  })
  await page.keyboard.press('Control+v')
  const notice = page.locator('.me-losses')
  await expect(notice.getByRole('listitem').first()).toBeVisible()
  await page.waitForTimeout(700)
  await page.keyboard.type('La suite')
  await expect(notice.getByRole('heading')).toBeVisible()
  await expect(notice.getByRole('listitem').first()).toBeHidden()
})

test('without formatting, the lines stay lines', async ({ page, as }) => {
  await as('designer')
  await openEmptyParagraph(page)
  await copy(page, {
    'text/html': '<h2>Un</h2><p><b>Deux</b></p>',
    'text/plain': 'Un\n\nDeux\n',
  })
  await page.keyboard.press('Control+Shift+v')
  const text = page.locator('.ProseMirror')
  await expect(text.locator('p', { hasText: /^Un$/ })).toBeVisible()
  await expect(text.locator('p', { hasText: /^Deux$/ })).toBeVisible()
  await expect(text.locator('p strong', { hasText: 'Deux' })).toHaveCount(0)
})

test('a file of 300 pages is refused with a sentence, at once, and the text stays as it was', async ({
  page,
  as,
}) => {
  await as('designer')
  await openEmptyParagraph(page)
  const before = await page.locator('.ProseMirror').textContent()
  const style = "class=MsoNormal style='mso-margin-top-alt:auto;line-height:115%'"
  const line = `<p ${style}><span lang=FR>${'Le cariste vérifie la charge. '.repeat(12)}<o:p></o:p></span></p>`
  await copy(page, { 'text/html': `<html><body>${line.repeat(300 * 12)}</body></html>` })
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('region', { name: 'Rien n’a été collé' })).toContainText('2 000')
  expect(await page.locator('.ProseMirror').textContent()).toBe(before)
})

test('a text dragged from a page is dropped as our elements', async ({ page, as }) => {
  await as('designer')
  await openEmptyParagraph(page)
  const target = await page.locator('.ProseMirror p.is-empty').boundingBox()
  await page.evaluate(
    ({ html, x, y }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/html', html)
      const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, dataTransfer }
      document.querySelector('.ProseMirror')?.dispatchEvent(new DragEvent('drop', at))
    },
    { html: sample('web-page.html'), x: target!.x + 5, y: target!.y + 5 },
  )
  const text = page.locator('.ProseMirror')
  await expect(text.getByRole('heading', { name: 'Fiche sécurité' })).toBeVisible()
  await expect(text.locator('a', { hasText: 'Cliquez' })).toHaveCount(0)
  await expect(page.getByText('2 liens ne mènent pas à une adresse sûre')).toBeVisible()
  await expect(page.getByText('1 image est restée sur son site')).toBeVisible()
})

async function openEmptyParagraph(page: Page): Promise<void> {
  await page.goto(path)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Insérer un élément' }).click()
  await page.getByRole('option', { name: /Paragraphe Du texte/ }).click()
  await expect(page.locator('.ProseMirror p.is-empty.is-current')).toBeVisible()
}

/** Puts this on the real clipboard, as another program would, from another tab. */
async function copy(page: Page, formats: Record<string, string>): Promise<void> {
  const other = await page.context().newPage()
  await other.goto('/health')
  await other.evaluate((given) => {
    document.addEventListener('copy', (event) => {
      for (const [type, text] of Object.entries(given)) event.clipboardData?.setData(type, text)
      event.preventDefault()
    })
  }, formats)
  await other.keyboard.press('Control+c')
  await other.close()
  await page.bringToFront()
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.waitForTimeout(1200)
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
}
