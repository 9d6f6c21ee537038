import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checkColours, paleShare } from '#packaging/identity/check-colours.ts'
import { contrast, nearestPassing, paled, readableOn } from '#packaging/identity/contrast.ts'
import { type Identity, plainIdentity, plainTheme } from '#packaging/identity/identity.ts'
import { IdentityFields } from '#packaging/identity/read-identity.ts'
import { stylesOf } from '#packaging/identity/styles-of.ts'
import { asset, files, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, bytesOf, unzip } from '#tests/builders/zip.ts'

const logo = asset('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', '.svg')

const identity: Identity = {
  theme: {
    ...plainTheme,
    brand: '#7a1f5c',
    accent: '#8a2457',
    headings: 'georgia',
    corners: 'square',
    logo: { digest: logo.digest, alt: 'CFA « des » Monts <b>' },
  },
  labels: { fr: { next: 'Continuer', right: 'Bravo !' }, en: { next: 'Go on' } },
}

function withLogo() {
  const source = packageSource()
  return { ...source, assets: new Map([...source.assets, [logo.digest, logo]]) }
}

test('contrast is that of WCAG, which gives 4.54:1 for #767676 on white', () => {
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
})

test('on any colour, black or white can be read', () => {
  for (let step = 0; step < 4096; step += 1) {
    const ground = `#${[...step.toString(16).padStart(3, '0')].map((c) => c + c).join('')}`
    expect(contrast(readableOn(ground), ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test('our own colours pass, and a theme that leaves them passes', () => {
  expect(checkColours({ paper: null, accent: null })).toEqual([])
  expect(checkColours({ paper: '#fbfaf6', accent: '#17595f' })).toEqual([])
})

test('a colour that cannot be read is refused with the nearest of its hue that can', () => {
  const refused = ['#ff8800', '#33bbee', '#ffee00', '#909090', '#ffffff', '#00ff00', '#e6f0ef']
  for (const accent of refused) {
    const [problem] = checkColours({ paper: null, accent })
    expect(problem).toMatchObject({ token: 'accent', colour: accent, least: 4.5 })
    expect(checkColours({ paper: null, accent: problem!.proposal })).toEqual([])
  }
})

test('a ground too dark for the texts on it is refused, with a lighter one', () => {
  const [problem] = checkColours({ paper: '#336699', accent: '#17595f' })
  expect(problem).toMatchObject({ token: 'paper', colour: '#336699' })
  expect(contrast(problem!.proposal!, '#ffffff')).toBeLessThan(1.5)
  expect(checkColours({ paper: problem!.proposal, accent: '#12474c' })).toEqual([])
})

test('the nearest colour keeps the hue, and is the colour itself where that passes', () => {
  expect(nearestPassing('#8a2457', () => true)).toBe('#8a2457')
  const orange = nearestPassing('#ff8800', (each) => contrast(each, '#ffffff') >= 4.5)!
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(orange.slice(at, at + 2), 16),
  )
  expect(red).toBeGreaterThan(green)
  expect(green).toBeGreaterThan(blue)
  expect(nearestPassing('#ff8800', () => false)).toBeNull()
})

test('texts can be read on what is chosen, whatever the accent', () => {
  for (const accent of ['#000000', '#17595f', '#a1271f', '#0000ff']) {
    for (const text of ['#22262d', '#565f6b', accent]) {
      expect(contrast(text, paled(accent, paleShare))).toBeGreaterThanOrEqual(4.5)
    }
  }
})

const hostile: [string, unknown][] = [
  ['CSS instead of a colour', { accent: 'red;}body{display:none' }],
  ['a colour that closes its rule', { accent: '#123456}' }],
  ['an address', { paper: 'url(https://x.example)' }],
  ['a short colour', { brand: '#abc' }],
  ['a font of its own', { text: 'Comic Sans", url(x)' }],
  ['corners of its own', { corners: '1px;x:y' }],
  ['a logo that leads out', { logo: { digest: '../../etc/passwd', alt: 'x' } }],
  ['a logo without words', { logo: { digest: logo.digest, alt: ' ' } }],
  ['a token that nobody knows', { css: 'body{}' }],
]
test.each(hostile)('%s is no theme', (_, theme) => {
  const given = { ...plainIdentity, theme: { ...plainTheme, ...(theme as object) } }
  expect(IdentityFields.safeParse(given).success).toBe(false)
})

test('words are one line of bounded length, of a closed list; an empty one leaves ours', () => {
  const labels = (fr: object) =>
    IdentityFields.safeParse({ ...plainIdentity, labels: { fr, en: {} } })
  expect(labels({ next: 'x'.repeat(41) }).success).toBe(false)
  expect(labels({ right: 'x'.repeat(161) }).success).toBe(false)
  expect(labels({ next: 'a\nb' }).success).toBe(false)
  expect(labels({ next: 'a\u202eb' }).success).toBe(false)
  expect(labels({ score: '{score}' }).success).toBe(false)
  expect(labels({ next: '  ', quit: ' Sortir ' }).data?.labels.fr).toEqual({ quit: 'Sortir' })
})

test('a hostile identity never reaches a package', async () => {
  const accent = 'red;}body{display:none'
  const more = { identity: { ...identity, theme: { ...identity.theme, accent } } }
  await expect(builtPackage('web', { source: withLogo(), more })).rejects.toThrow()
})

test('a package has the colours, the corners, the logo and the words of its organisation', async () => {
  const path = await builtPackage('scorm-12', { source: withLogo(), more: { identity } })
  const zip = await unzip(path)
  const css = String(zip.get('player/player.css'))
  expect(css).toContain('--accent:#8a2457')
  expect(css).toContain('--brand:#7a1f5c')
  expect(css).toContain('button{border-radius:0px}')
  const page = String(zip.get('index.html'))
  expect(page).toContain('alt="CFA « des » Monts &lt;b&gt;"')
  expect(page).toContain('>Continuer</button>')
  expect(page).not.toContain('>Suivant</button>')
  expect(page).toContain('"right":"Bravo !"')
  const [, src = ''] = /class="logo" src="([^"]+)"/.exec(page) ?? []
  expect(zip.get(src)?.toString()).toContain('<svg')
  expect(String(zip.get('imsmanifest.xml'))).toContain(src)
})

test('in English its English words, and ours where it has none', async () => {
  const more = { identity, language: 'en' as const }
  const zip = await unzip(await builtPackage('web', { source: withLogo(), more }))
  const page = String(zip.get('index.html'))
  expect(page).toContain('>Go on</button>')
  expect(page).toContain('>Previous</button>')
})

test('the single page holds its theme and its logo', async () => {
  const web = { variant: 'single-file', minutes: 3 } as const
  const path = await builtPackage('web', { source: withLogo(), more: { identity, web } })
  const page = await readFile(path, 'utf8')
  expect(page).toContain('--accent:#8a2457')
  expect(page).toContain('src="data:image/svg+xml;base64,')
  const styles = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(page).toContain(createHash('sha256').update(styles).digest('base64'))
})

test('the same identity gives the same bytes, and a plain one those of none', async () => {
  const build = (more: object) =>
    builtPackage('web', { source: withLogo(), more }).then(bytesOf)
  expect((await build({ identity })).equals(await build({ identity }))).toBe(true)
  expect((await build({ identity: plainIdentity })).equals(await build({}))).toBe(true)
  expect(stylesOf(plainTheme)).toBe('')
})

test('a logo that the module shows too is there once', async () => {
  const { digest } = files.picture
  const more = {
    identity: { ...identity, theme: { ...identity.theme, logo: { digest, alt: 'Logo' } } },
  }
  const zip = await unzip(await builtPackage('web', { more }))
  expect([...zip.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1)
})
