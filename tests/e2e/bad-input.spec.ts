import type { Page } from '@playwright/test'
import { paragraph, section, withId } from '#tests/builders/document.ts'
import { hugePng } from '#tests/builders/huge-png.ts'
import { idsIn } from '#tests/builders/identity.ts'
import { wordFile, wordParagraph } from '#tests/builders/imports.ts'
import { expect, test } from './fixtures.ts'
import { expectSaved, writers } from './writers.ts'

const { writer, put } = writers()
const fin = withId('finfinfin0', paragraph('Fin'))

test('a module of a later version of the tool is said to be one on every page, and stays as it was', async ({
  browser,
}) => {
  const { page, code, read } = await writer(browser, section('Un', fin))
  const later = { format: 99, doc: { type: 'doc', content: [{ type: 'hologram' }] } }
  put(code, later)
  for (const place of ['', '/write', '/print', '/publish']) {
    await page.goto(`/modules/${code}${place}`)
    await expect(page.getByText('version plus récente de l’outil (format 99)')).toBeVisible()
  }
  expect(await read()).toEqual(later.doc)
})

test('elements of ours that come back wrong are repaired: unknown kinds, values that cannot be, one id twice', async ({
  browser,
}) => {
  const { page, read } = await writer(browser, section('Un', fin))
  const choice = (id: string) =>
    `<div data-node="choice" data-id="${id}" data-correct="peut-être"><div data-node="choice-text">a</div><div data-node="feedback"></div></div>`
  const question = `<section data-node="single-choice" data-id="jumeau0001" data-points="9999" data-hologram="1" data-tries="-3"><div data-node="prompt">Laquelle ?</div>${choice('jumeau0001')}${choice('pas un id !')}<div data-node="feedback"></div></section>`
  await copy(page, `<div data-pm-slice="0 0 []">${question}${question}</div>`)
  await caretAtEnd(page)
  await page.keyboard.press('Control+v')
  await expect(page.locator('.me-question')).toHaveCount(2)
  await expectSaved(page)
  const doc = await read()
  const ids = idsIn(doc)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[0-9a-z]{10}$/.test(id))).toBe(true)
  const pasted = doc.content![0]!.content!.at(-1)!
  expect(pasted.attrs).toMatchObject({ points: 1, tries: 2 })
  expect(pasted.attrs).not.toHaveProperty('hologram')

  await copy(
    page,
    '<div data-pm-slice="0 0 []"><div data-node="hologram" data-id="hologram01">Du texte</div></div>',
  )
  await page.locator('.ProseMirror h2').first().click()
  await caretAtEnd(page)
  await page.keyboard.press('Control+v')
  await expect(page.getByText('1 élément d’une sorte inconnue')).toBeVisible()
  await expect(page.locator('.ProseMirror')).toContainText('Du texte')
  await expectSaved(page)
})

test('links that run code are refused in the form and dropped from a paste, their words kept', async ({
  browser,
}) => {
  const { page, read } = await writer(browser, section('Un', fin))
  const before = await read()
  await caretAtEnd(page)
  await page.keyboard.press('Shift+Home')
  await page.getByRole('button', { name: 'Lien', exact: true }).click()
  for (const address of ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>']) {
    await page.getByLabel('Adresse', { exact: true }).fill(address)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Cette adresse n’est pas un lien')).toBeVisible()
    await expect(page.locator('.ProseMirror a')).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expectSaved(page)
  expect(await read()).toEqual(before)

  await caretAtEnd(page)
  await copy(
    page,
    '<p>a <a href="javascript:alert(1)">b</a> <a href="data:text/html,x">c</a></p>',
  )
  await page.keyboard.press('Control+v')
  await expect(page.getByText('2 liens ne mènent pas à une adresse sûre')).toBeVisible()
  await expect(page.locator('.ProseMirror a')).toHaveCount(0)
  await expectSaved(page)
})

test('a picture of 200 million pixels and a drawing that runs: one is refused, the other cleaned', async ({
  browser,
}) => {
  const { page, read } = await writer(browser, section('Un', fin))
  await insertImage(page)
  await expectSaved(page)
  const before = await read()
  const field = page.locator('.me-image input[type=file]').last()
  const png = { name: 'ciel.png', mimeType: 'image/png', buffer: hugePng(20_000, 10_000) }
  await field.setInputFiles(png)
  await expect(page.getByText('Cette image a 200 millions de pixels').first()).toBeVisible()
  await expectSaved(page)
  expect(await read()).toEqual(before)

  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)"><circle cx="4" cy="4" r="3"/></a></svg>`
  await field.setInputFiles({
    name: 'rond.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(svg),
  })
  const shown = page.locator('.me-image img').first()
  await expect(shown).toBeVisible()
  const address = await shown.getAttribute('src')
  const kept = await page.evaluate(async (url) => (await fetch(url)).text(), address!)
  expect(kept).toContain('<circle')
  expect(kept).not.toMatch(/alert|script/)
})

test('one file sent from two tabs at the same time is there once, and both show it', async ({
  browser,
}) => {
  const one = await writer(browser, section('Un', fin))
  const two = await one.another(section('Deux', fin))
  const pages = [one.page, two.page]
  for (const page of pages) {
    await page.bringToFront()
    await insertImage(page)
  }
  const drawing = 'app/db/seed/media/classes-de-feu.svg'
  await Promise.all(
    pages.map((page) =>
      page.locator('.me-image input[type=file]').last().setInputFiles(drawing),
    ),
  )
  const sources = []
  for (const page of pages) {
    await page.bringToFront()
    await expect(page.locator('.me-image img')).toBeVisible()
    await expectSaved(page)
    sources.push(await page.locator('.me-image img').getAttribute('src'))
  }
  expect(sources[0]).toBe(sources[1])
})

test('a module of 2,000 elements is opened, written at both ends, saved and previewed', async ({
  browser,
}) => {
  const sections = Array.from({ length: 40 }, (_, page) =>
    section(
      `Page ${page + 1}`,
      ...Array.from({ length: 50 }, (_, line) =>
        paragraph(`Ligne ${page * 50 + line + 1} : le cariste vérifie la charge.`),
      ),
    ),
  )
  const { page, read } = await writer(browser, ...sections)
  await expect(page.locator('.ProseMirror > section > p')).toHaveCount(2000)
  await page.locator('.ProseMirror p').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type('Au début. ')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' À la fin.')
  await expectSaved(page)
  const saved = JSON.stringify(await read())
  expect(saved).toContain('Au début. Ligne 1 :')
  expect(saved).toContain('la charge. À la fin.')
  await page.getByRole('button', { name: 'Aperçu' }).click()
  const player = page.frameLocator('iframe[title^="Le module"]')
  await expect(player.getByText('Page 40 sur 40')).toBeVisible()
  await expect(player.getByText('la charge. À la fin.')).toBeVisible()
})

test('a Word file of 300 pages is read while its progress is said; a longer one than a module can hold is refused', async ({
  browser,
}) => {
  const { page, code, read } = await writer(browser, section('Un', fin))
  const before = await read()
  await page.goto(`/modules/${code}/import`)
  await choose(page, pages(300, 12))
  await expect(page.getByText('plus de 2 000 éléments')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ajouter au module' })).toHaveCount(0)
  expect(await read()).toEqual(before)

  await choose(page, pages(300, 6))
  await expect(page.getByRole('button', { name: 'Lecture du fichier…' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ce qui serait ajouté' })).toBeVisible()
  await expect(page.getByText('30 sections')).toBeVisible()
  await page.getByRole('button', { name: 'Ajouter au module' }).click()
  await expect(page.locator('.ProseMirror > section')).toHaveCount(31)
  expect((await read()).content).toHaveLength(31)
})

/** A Word file: a title every ten pages, so many lines on each. */
function pages(count: number, lines: number) {
  const text =
    'Le cariste vérifie la charge, son poids et son équilibre avant de la lever. '.repeat(6)
  const body = Array.from({ length: count }, (_, page) => [
    ...(page % 10 === 0 ? [wordParagraph(`Partie ${page / 10 + 1}`, 'Heading1')] : []),
    ...Array.from({ length: lines - 1 }, () => wordParagraph(text)),
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
  ])
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name: 'manuel.docx', mimeType, buffer: wordFile(body.flat().join('')) }
}

type Files = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]

async function choose(page: Page, file: Files): Promise<void> {
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Voir ce qu’il en sera' }).click()
}

async function caretAtEnd(page: Page): Promise<void> {
  await page.locator('.ProseMirror [data-id=finfinfin0]').click()
  await page.keyboard.press('End')
}

async function insertImage(page: Page): Promise<void> {
  await caretAtEnd(page)
  await page.getByRole('button', { name: 'Insérer un élément' }).click()
  await page
    .getByRole('option', { name: /Image Une photo/ })
    .first()
    .click()
}

/** Puts HTML on the real clipboard, as another program would, from another tab. */
async function copy(page: Page, html: string): Promise<void> {
  const other = await page.context().newPage()
  await other.goto('/health')
  await other.evaluate((given) => {
    document.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/html', given)
      event.preventDefault()
    })
  }, html)
  await other.keyboard.press('Control+c')
  await other.close()
  await page.bringToFront()
}
