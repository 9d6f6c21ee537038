import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './fixtures.ts'

const seed = 'app/db/seed/media'
const path = '/modules/preparer-une-palette/write'

test('a film goes on by itself after the connection was lost, from what had arrived', async ({
  page,
  as,
  context,
  complaints,
}) => {
  await as('designer')
  await open(page)
  await insert(page, /Vidéo/)
  const network = await context.newCDPSession(page)
  const slow = { latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 }
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', { offline: false, ...slow })
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })
  await fileOf(page, 'video').setInputFiles(`${seed}/extincteur-quatre-gestes.mp4`)
  await expect(page.getByText(/Envoi : [1-9]\d? %/).first()).toBeVisible()
  await network.send('Network.emulateNetworkConditions', { ...slow, offline: true })
  await expect(page.getByText(/l’envoi reprendra tout seul/).first()).toBeVisible()
  const fast = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  await network.send('Network.emulateNetworkConditions', fast)
  await expect(page.locator('.me-video video')).toBeVisible()
  expect(offsets[0]).toBe(0)
  expect(offsets.at(-1)).toBeGreaterThan(0)
  await expectSaved(page)
  complaints.length = 0
})

test('captions that overlap are shown, repaired on request, timed and saved', async ({
  page,
  as,
}) => {
  await as('designer')
  await open(page)
  await page.locator('.me-video').click({ position: { x: 5, y: 5 } })
  const overlapping =
    '1\n00:00:01,000 --> 00:00:05,000\nOn regarde la pression.\n\n2\n00:00:04,000 --> 00:00:07,000\nOn ôte la goupille.\n'
  await page
    .getByLabel('Choisir un fichier (WebVTT ou SRT)')
    .setInputFiles({ name: 'film.srt', mimeType: '', buffer: Buffer.from(overlapping) })
  const dialog = page.getByRole('dialog', { name: 'Sous-titres' })
  await expect(dialog.getByText('2 sous-titres lus.')).toBeVisible()
  await expect(dialog.getByText('Il paraît avant que le précédent ait disparu.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Réparer les chevauchements' }).click()
  await expect(dialog.getByText('Rien à revoir.')).toBeVisible()

  const first = dialog.getByRole('listitem', { name: 'Sous-titre 1' })
  await expect(first.getByLabel('Fin', { exact: true })).toHaveValue('00:04.000')
  await dialog.locator('video').evaluate((film: HTMLVideoElement) => {
    film.currentTime = 10
  })
  await dialog.getByRole('button', { name: 'Ajouter à l’instant lu' }).click()
  const third = dialog.getByRole('listitem', { name: 'Sous-titre 3' })
  await expect(third.getByLabel('Début', { exact: true })).toHaveValue('00:10.000')
  await third.getByLabel('Texte').fill('On vise la base des flammes, à un mètre.')
  await dialog.locator('video').evaluate((film: HTMLVideoElement) => {
    film.currentTime = 14
  })
  await third.getByLabel('Texte').press('Alt+o')
  await expect(third.getByLabel('Fin', { exact: true })).toHaveValue('00:14.000')
  await third.getByRole('button', { name: 'Couper en deux' }).click()
  await expect(dialog.getByRole('listitem', { name: 'Sous-titre 4' })).toBeVisible()
  await dialog.getByRole('button', { name: 'En faire la transcription' }).click()
  await dialog.getByRole('button', { name: 'Enregistrer les sous-titres' }).click()
  await expect(dialog.getByText('Sous-titres enregistrés.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Fermer' }).click()
  await expect(page.getByLabel('Transcription')).toHaveValue(/On regarde la pression/)
  await expectSaved(page)

  await page.getByRole('button', { name: 'Modifier les sous-titres' }).click()
  await expect(dialog.getByRole('listitem', { name: 'Sous-titre 4' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the still picture of a film is taken from the film', async ({ page, as }) => {
  await as('designer')
  await open(page)
  await page.locator('.me-video').click({ position: { x: 5, y: 5 } })
  await page.getByText('Choisir l’image dans la vidéo').click()
  await page.getByLabel('Instant (secondes)').fill('12')
  await page.waitForTimeout(800)
  await page.getByRole('button', { name: 'Prendre cette image' }).click()
  await expect(page.locator('.me-video video[poster]')).toBeVisible()
  await expectSaved(page)
})

test('a picture is cropped with the keyboard and by hand, and learners see that part', async ({
  page,
  as,
}) => {
  await as('designer')
  await open(page)
  await insert(page, /Image Une photo/)
  await fileOf(page, 'image').setInputFiles({
    name: 'moitiés.png',
    mimeType: 'image/png',
    buffer: await halves(),
  })
  const shown = page.locator('.me-image img').last()
  await expect(shown).toBeVisible()
  await page
    .locator('.me-image')
    .last()
    .click({ position: { x: 5, y: 5 } })
  await page.getByText('Recadrer et choisir le point important').click()
  await page.getByLabel('Largeur (%)').fill('50')
  await page.getByLabel('Largeur (%)').press('Enter')
  await expect(shown).toHaveAttribute('src', /region=0(%20|\+)0(%20|\+)500(%20|\+)1000/)
  await page.getByRole('button', { name: 'Coin en bas à droite' }).focus()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByLabel('Hauteur (%)')).toHaveValue('90')
  await expect(shown).toHaveAttribute('src', /region=0(%20|\+)0(%20|\+)500(%20|\+)900/)
  const size = await shown.evaluate((img: HTMLImageElement) =>
    img.decode().then(() => [img.naturalWidth, img.naturalHeight]),
  )
  expect(size).toEqual([300, 360])
  await drag(page, 'Coin en bas à droite', 0, -60)
  await expect(page.getByLabel('Hauteur (%)')).not.toHaveValue('90')
  await expectSaved(page)
})

/** 600 × 400: red, then blue. */
function halves(): Promise<Buffer> {
  const create = { width: 600, height: 400, channels: 3, background: 'blue' } as const
  const red = { width: 300, height: 400, channels: 3, background: 'red' } as const
  const left = sharp({ create: red }).png().toBuffer()
  return left.then((input) =>
    sharp({ create })
      .composite([{ input, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  )
}

async function drag(page: Page, name: string, x: number, y: number): Promise<void> {
  const box = (await page.getByRole('button', { name }).boundingBox())!
  const [from, top] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(from, top)
  await page.mouse.down()
  await page.mouse.move(from + x, top + y, { steps: 4 })
  await page.mouse.up()
}

async function open(page: Page): Promise<void> {
  await page.goto(path)
  await expectSaved(page)
}

async function insert(page: Page, name: RegExp): Promise<void> {
  await page.locator('.ProseMirror p').first().click()
  await page.getByRole('button', { name: 'Insérer un élément' }).click()
  await page.getByRole('option', { name }).click()
}

function fileOf(page: Page, kind: string) {
  return page.locator(`.me-${kind} input[type=file]`).last()
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.waitForTimeout(1200)
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
}
