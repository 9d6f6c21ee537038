import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildPackage, checkFile } from '#packaging/index.ts'
import type { PackageSettings, PackageSource } from '#packaging/package-source.ts'
import { doc, paragraph } from '#tests/builders/document.ts'
import { asset, files, packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, temporaryFolder, unzip } from '#tests/builders/zip.ts'

const traces = { endpoint: 'https://banque.example/xapi', key: 'k', secret: 's' }

async function singleFile(
  more: Partial<PackageSettings> = {},
  source: PackageSource = packageSource(),
): Promise<string> {
  const out = join(await temporaryFolder(), 'module.html')
  const web = { variant: 'single-file', minutes: 3 } as const
  await buildPackage(source, packageSettings('web', { web, ...more }), out)
  return out
}

describe('a module in one file', () => {
  it('holds all it shows: nothing is fetched, nothing stands beside it', async () => {
    const out = await singleFile()
    const page = await readFile(out, 'utf8')
    expect(await checkFile(out)).toEqual([])
    expect(page).not.toMatch(/ (?:src|href|poster)="(?!data:|#|https:\/\/)/)
    for (const type of ['image/png', 'video/mp4', 'audio/mpeg', 'text/vtt', 'application/pdf'])
      expect(page).toContain(`"data:${type};base64,`)
    expect(page).toContain('download="Fiche-')
    expect(page).toContain('Crédits et licence</summary>')
    expect(page).toContain('Accessibilité</summary>')
  })

  it('runs nothing but its player, and speaks to nobody but the bank it was made by', async () => {
    const quiet = await readFile(await singleFile(), 'utf8')
    expect(quiet).toMatch(/script-src &#39;sha256-/)
    expect(quiet).not.toContain('connect-src')
    expect(quiet.match(/<script/g)).toHaveLength(2)
    const telling = await readFile(await singleFile({ traces }), 'utf8')
    expect(telling).toContain('connect-src https://banque.example&quot;'.replace('&quot;', '"'))
  })

  it('is the same, byte for byte, when it is made again', async () => {
    const [one, two] = await Promise.all([singleFile(), singleFile()])
    expect((await readFile(one)).equals(await readFile(two))).toBe(true)
  })

  it('is refused above 20 MB with what it would weigh, before anything is read', async () => {
    const source = packageSource()
    const unread = () => {
      throw new Error('it was read')
    }
    const film = { ...asset('x', 'video/mp4', '.mp4'), digest: files.film.digest }
    source.assets.set(film.digest, { ...film, bytes: 30_000_000, open: unread })
    const finding = { code: 'package.too-large-for-one-file', params: { bytes: 41, most: 20 } }
    await expect(singleFile({}, source)).rejects.toMatchObject({ finding })
  })
})

describe('a kiosk', () => {
  const web = { variant: 'kiosk', minutes: 7 } as const
  const kiosk = async (source = packageSource()) =>
    unzip(await builtPackage('web', { source, more: { web, traces } }))

  it('has nothing that an LMS would refuse, and knows when it begins again', async () => {
    const path = await builtPackage('web', { more: { web } })
    expect(await checkFile(path)).toEqual([])
    expect(String((await unzip(path)).get('index.html'))).toContain('"kiosk":{"minutes":7')
  })

  it('has no link that leads out of it, and still says where links led', async () => {
    const page = String((await kiosk()).get('index.html'))
    const links = [...page.matchAll(/<a\b[^>]*>/g)].map(([tag]) => tag)
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(link).toContain(' href="#')
    expect(page).toContain('Le site (https://example.org/)')
    expect(page).toContain('Crédits et licence</summary>')
    expect(page).not.toContain('nouvelle fenêtre')
  })

  it('tells nobody of anyone', async () => {
    const page = String((await kiosk()).get('index.html'))
    expect(page).toContain('"traces":null')
  })

  it('costs nothing to those who need none', async () => {
    const folder = await unzip(await builtPackage('web'))
    expect(String(folder.get('player/player.js'))).not.toContain('alertdialog')
    expect(String(folder.get('player/player.css'))).not.toContain('kiosk')
    expect(String((await kiosk()).get('player/player.js'))).toContain('alertdialog')
  })

  it('of a text alone can be made too', async () => {
    const files = await kiosk(packageSource(doc(paragraph('À lire.'))))
    expect([...files.keys()]).toEqual([
      'index.html',
      'player/player.css',
      'player/player.js',
      'scolomfr.xml',
    ])
  })
})
