import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, expectAccessible, test } from './fixtures.ts'

const seed = 'app/db/seed/media'
const path = '/modules/preparer-une-palette/write'

test('a sound goes on by itself after the connection was lost, from what had arrived', async ({
  page,
  as,
  context,
  complaints,
}, testInfo) => {
  await as('designer')
  await open(page)
  await insert(page, /Audio/)
  const network = await context.newCDPSession(page)
  const whole = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  const slow = { ...whole, uploadThroughput: 8_000_000 }
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', { ...slow, offline: false })
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })
  await fileOf(page, 'audio').setInputFiles(silence(40, testInfo.outputPath('silence.wav')))
  await expect.poll(() => offsets.length).toBe(2)
  await network.send('Network.emulateNetworkConditions', { ...slow, offline: true })
  await expect(page.getByText(/l’envoi reprendra tout seul/).first()).toBeVisible()
  await network.send('Network.emulateNetworkConditions', { ...whole, offline: false })
  await expect(page.locator('.me-audio audio')).toBeVisible()
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
  expect(Math.min(...offsets.slice(1))).toBeGreaterThanOrEqual(16 * 1024 ** 2)
  await expectSaved(page)
  complaints.length = 0
})

test('a text under the name of a film is refused in words, and the module stays as it was', async ({
  page,
  as,
  complaints,
}) => {
  await as('designer')
  await open(page)
  await insert(page, /^Vidéo Un film/)
  const buffer = Buffer.from('Ceci n’est pas un film.')
  await fileOf(page, 'video').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer })
  await expect(
    page.getByText('« film.mp4 » ne contient que du texte, malgré son nom').first(),
  ).toBeVisible()
  await fileOf(page, 'video').setInputFiles(`${seed}/extincteur-quatre-gestes.mp4`)
  await expect(page.locator('.me-video video')).toBeVisible()
  await expectSaved(page)
  complaints.length = 0
})

test('captions that overlap are shown, repaired on request, timed and saved', async ({
  page,
  as,
}) => {
  await as('designer')
  await open(page)
  await choose(page, /^Vidéo\s:/)
  const overlapping =
    '1\n00:00:01,000 --> 00:00:05,000\nOn regarde la pression.\n\n2\n00:00:04,000 --> 00:00:07,000\nOn ôte la goupille.\n'
  await page
    .getByLabel('Choisir un fichier (WebVTT ou SRT)')
    .setInputFiles({ name: 'film.srt', mimeType: '', buffer: Buffer.from(overlapping) })
  const dialog = page.getByRole('dialog', { name: 'Sous-titres' })
  await expect(dialog.getByText('2 sous-titres lus.')).toBeVisible()
  await expect(dialog.getByText('Il paraît avant que le précédent ait disparu.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Aller au point suivant' }).click()
  const second = dialog.getByRole('listitem', { name: 'Sous-titre 2' })
  await expect(second.getByLabel('Texte')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Continuer à modifier' })).toBeFocused()
  await expect(
    dialog.getByRole('button', { name: 'Abandonner les modifications' }),
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(second.getByLabel('Texte')).toBeFocused()
  await dialog.getByRole('button', { name: 'Réparer les chevauchements' }).click()
  await expect(dialog.getByText('Rien à revoir.')).toBeVisible()

  const first = dialog.getByRole('listitem', { name: 'Sous-titre 1' })
  await expect(first.getByLabel('Fin', { exact: true })).toHaveValue('00:04.000')
  await dialog.locator('video').evaluate((film: HTMLVideoElement) => {
    film.currentTime = 10
  })
  await dialog.getByRole('button', { name: 'Ajouter à la position de lecture' }).click()
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
  await choose(page, /^Vidéo\s:/)
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
  const shown = page.locator('.me-image img').first()
  await expect(shown).toBeVisible()
  await choose(page, /^Image : Image/)
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

test('files come into the library with their rights, the second as the first', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/media')
  await expectAccessible(page)
  await page.getByLabel('Choisir des fichiers').setInputFiles([
    { name: 'hangar.png', mimeType: 'image/png', buffer: await plain('green') },
    { name: 'quai.png', mimeType: 'image/png', buffer: await plain('gray') },
  ])
  const asked = page.getByRole('region', { name: 'Droits de « hangar.png »' })
  await expect(asked).toBeVisible()
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Préciser les droits' }).click()
  await expect(asked.getByLabel('Titre')).toBeFocused()
  await expectAccessible(page)
  await asked.getByLabel('Auteurs').fill('Nadia Ferrand')
  await asked.getByLabel('Licence').selectOption('cc-by-4.0')
  await asked.getByRole('button', { name: 'Enregistrer' }).click()
  const next = page.getByRole('region', { name: 'Droits de « quai.png »' })
  await next.getByRole('button', { name: /^Comme la dernière fois\s: Nadia Ferrand/ }).click()
  await expect(next).toBeHidden()

  await page.getByLabel('Chercher', { exact: true }).fill('ferrand quai')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await expect(page.getByText('1 fichier', { exact: true })).toBeVisible()
  await expect(page.getByText('droits connus', { exact: true }).last()).toBeVisible()
  await page.getByRole('link', { name: 'quai', exact: true }).click()
  await expect(page.getByText('Aucun brouillon ne le montre.')).toBeVisible()
  await expectAccessible(page)
})

test('a file is put in the place of another everywhere, said before it is done', async ({
  page,
  as,
}) => {
  await as('designer')
  await page.goto('/media?use=used&kind=image')
  await firstFile(page).first().click()
  await expect(page.getByRole('heading', { name: 'Où il est montré' })).toBeVisible()
  const place = page
    .locator('section', { hasText: 'Où il est montré' })
    .getByRole('link')
    .first()
  const module = (await place.textContent())!
  await page
    .getByLabel('Choisir le nouveau fichier')
    .setInputFiles({ name: 'neuf.png', mimeType: 'image/png', buffer: await plain('orange') })
  await expect(page.getByText('Ces brouillons changeront :')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: module }).last()).toBeVisible()
  await page.getByRole('button', { name: /^Remplacer dans/ }).click()
  await expect(page.getByText(/^Remplacé dans 1 module/)).toBeVisible()
  await page.getByRole('link', { name: 'Voir le nouveau fichier' }).click()
  await expect(page.getByRole('link', { name: module }).first()).toBeVisible()
})

test('a picture of the library is chosen while writing', async ({ page, as }) => {
  await as('designer')
  await open(page)
  await insert(page, /Image Une photo/)
  await page.locator('.me-image').getByRole('button', { name: 'Depuis la médiathèque' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choisir dans la médiathèque' })
  await expect(dialog.getByLabel('Chercher', { exact: true })).toBeFocused()
  await page.keyboard.type('hangar')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 fichier', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Prendre « hangar »' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.me-image img').first()).toBeVisible()
  await expectSaved(page)
})

test('an attachment is offered documents; a second file for it is sent without a complaint', async ({
  page,
  as,
}) => {
  await as('designer')
  await open(page)
  await insert(page, /Un document à télécharger/)
  const element = page.locator('.me-attachment').filter({ has: page.locator('.me-ask-file') })
  const offered = page.waitForResponse(/media\/choices/)
  await element.getByRole('button', { name: 'Depuis la médiathèque' }).click()
  expect(new URL((await offered).url()).searchParams.get('kind')).toBe('document')
  await page.keyboard.press('Escape')
  const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
  await fileOf(page, 'attachment').setInputFiles(text('un.txt'))
  await expectSaved(page)
  await page.getByLabel('Remplacer le fichier').setInputFiles(text('deux.txt'))
  await expectSaved(page)
})

function firstFile(page: Page) {
  return page.locator('main li h2 a')
}

function plain(background: string): Promise<Buffer> {
  return sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer()
}

/** So many megabytes of a sound that nobody hears. */
function silence(megabytes: number, path: string): string {
  const bytes = megabytes * 1024 ** 2
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(2, 22)
  head.writeUInt32LE(44_100, 24)
  head.writeUInt32LE(176_400, 28)
  head.writeUInt16LE(4, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  writeFileSync(path, Buffer.concat([head, Buffer.alloc(bytes)]))
  return path
}

/** Selects an element by its line of the outline. */
async function choose(page: Page, name: RegExp): Promise<void> {
  await page.locator('.me-panel-outline').getByRole('button', { name }).first().click()
}

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
  await page.getByRole('button', { name }).hover()
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
  await page.getByRole('option', { name }).first().click()
}

function fileOf(page: Page, kind: string) {
  return page.locator(`.me-${kind} input[type=file]`).last()
}

async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  await page.waitForTimeout(1200)
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
}
