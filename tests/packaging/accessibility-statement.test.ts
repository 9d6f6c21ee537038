import { expect, it } from 'vitest'
import {
  formats,
  isThin,
  type PackageSettings,
  type PackageSource,
} from '#packaging/package-source.ts'
import { doc, image, paragraph, video } from '#tests/builders/document.ts'
import { files, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'

async function statement(
  source: PackageSource = packageSource(),
  more: Partial<PackageSettings> = {},
  format: (typeof formats)[number] = 'web',
): Promise<string> {
  const zip = await unzip(await builtPackage(format, { source, more }))
  return String(zip.get('accessibility.html'))
}

it.each(formats)(
  'every package in %s has a statement, and its page leads to it',
  async (format) => {
    const zip = await unzip(await builtPackage(format))
    const folder = isThin(format) ? 'fallback/' : ''
    expect(String(zip.get(`${folder}accessibility.html`))).toContain('<html lang="fr">')
    expect(String(zip.get(`${folder}index.html`))).toContain('href="accessibility.html"')
  },
)

it('says what the module holds', async () => {
  const said = await statement()
  expect(said).toContain('une image décrite par un texte')
  expect(said).toContain('une image de décoration')
  expect(said).toContain('une vidéo sous-titrée')
  expect(said).toContain('un document à télécharger, qui n’a pas été vérifié ici')
})

it('says what the checks found, once for each kind, with its number', async () => {
  const bare = image({ asset: files.picture.digest, alt: '' })
  const film = video({ asset: files.film.digest, captions: null, transcript: '' })
  const said = await statement(packageSource(doc(bare, bare, film)))
  expect(said).toContain('2 images sans texte de remplacement')
  expect(said).not.toContain('Aucun défaut')
  expect(said).toMatch(/sans sous-titres/)
})

it('says that nothing was found where nothing was, and which edition was looked at', async () => {
  const said = await statement(packageSource(doc(paragraph('À lire.'))))
  expect(said).toContain('Aucun défaut n’a été trouvé.')
  expect(said).toContain('édition 1.2, du 14 mars 2026')
  expect(said).toContain('Du texte et des questions, sans image')
})

it('speaks the language of the player', async () => {
  const said = await statement(packageSource(), { language: 'en' })
  expect(said).toContain('<html lang="en">')
  expect(said).toContain('one picture described in words')
})

it('names who can be told, and lets an address be written to', async () => {
  const source = { ...packageSource(), organisation: 'Centre « Les Ajoncs »' }
  expect(await statement()).toContain('la personne qui vous forme')
  expect(await statement(source)).toContain('Dites-le à Centre « Les Ajoncs »')
  const contact = 'acces@ajoncs.example'
  expect(await statement(source, { contact })).toContain('href="mailto:acces@ajoncs.example"')
  const hostile = await statement(source, { contact: 'a@b.c" onclick="x' })
  expect(hostile).not.toContain('mailto:')
  expect(hostile).not.toContain('" onclick')
})
