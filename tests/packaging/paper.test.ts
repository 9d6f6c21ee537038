import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { elements } from '#content-schema/nodes/index.ts'
import { elementNames } from '#content-schema/schema.ts'
import { buildPaper, checkFile, findBrowser, Refused } from '#packaging/index.ts'
import type { PackageSource, PaperSettings, Reader } from '#packaging/package-source.ts'
import {
  callout,
  doc,
  image,
  paragraph,
  right,
  section,
  singleChoice,
  wrong,
} from '#tests/builders/document.ts'
import { asset, files, packageSource } from '#tests/builders/package-source.ts'
import { temporaryFolder } from '#tests/builders/zip.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import type { ElementSample } from '#tests/catalogue/sample.ts'

const samples: Record<string, ElementSample> = elementSamples
const note = 'Faites raconter un départ de feu.'
const browser = await findBrowser()

/** A page for each element of the catalogue, one of them with a note for the tutor. */
function catalogue(): PackageSource {
  const pages = elementNames.map((name) =>
    section(elements[name].names.fr, samples[name]!.node),
  )
  const noted = { ...callout('tip', paragraph('Un feu.')) }
  noted.attrs = { ...noted.attrs, tutorNote: note }
  return packageSource(doc(...pages, section('La dernière page', noted)))
}

async function made(
  more: Partial<PaperSettings> = {},
  source: PackageSource = catalogue(),
): Promise<string> {
  const settings = { format: 'print', reader: 'learner', language: 'fr', ...more } as const
  const out = join(await temporaryFolder(), settings.format)
  await buildPaper(source, settings, out, browser)
  return out
}

const html = async (reader: Reader, source?: PackageSource) =>
  readFile(await made({ reader }, source), 'utf8')

describe('the page to print', () => {
  it('says all that the catalogue says, and answers only to tutors', async () => {
    const [learner, tutor] = [plain(await html('learner')), plain(await html('tutor'))]
    for (const name of elementNames) {
      const { says, answers = [] } = samples[name]!
      for (const words of says) expect(learner).toContain(words)
      for (const words of [...says, ...answers]) expect(tutor).toContain(words)
    }
    // What stands among the answers to an opinion is what was asked.
    const kept = elementNames
      .filter((name) => elements[name].tracks.scorm12 !== 'likert')
      .flatMap((name) => samples[name]!.answers ?? [])
    const shown = elementNames.flatMap((name) => samples[name]!.says).join()
    for (const words of kept.filter((each) => !shown.includes(each)))
      expect(learner, words).not.toContain(words)
    expect(learner).not.toContain(note)
    expect(tutor).toContain(note)
  })

  it('is one file: it fetches nothing, runs nothing, and says so to the browser', async () => {
    const out = await made()
    const page = await readFile(out, 'utf8')
    expect(await checkFile(out)).toEqual([])
    expect(page).not.toMatch(/<script|<link| src="(?!data:)/)
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).toContain('<img src="data:image/png;base64,')
  })

  it('gives the tutor times, the support to expect, and what is left to them', async () => {
    const tutor = plain(await html('tutor'))
    expect(tutor).toContain('Durées')
    expect(tutor).toContain('L’accompagnement que l’apprenant peut attendre')
    expect(tutor).toContain('Le module se suit seul')
    expect(tutor).toMatch(/Lire et commenter : « Que direz-vous/)
    expect(tutor).toMatch(/Suivre l’évaluation « Porter une charge/)
    expect(tutor).toMatch(/Fournir à part, avec la version imprimée : « /)
  })

  it('says another support where a tutor is announced, in the language asked for', async () => {
    const source = packageSource(doc(paragraph('To read.')))
    source.facts.modality = 'tutored'
    const tutored = { reader: 'tutor', language: 'en' } as const
    const page = plain(await readFile(await made(tutored, source), 'utf8'))
    expect(page).toContain('A tutor gets in touch before the start')
    expect(page).toContain('It gives things to read and to watch; it asks no question.')
  })

  it('counts the time of films, and the questions and points of each page', async () => {
    const film = { ...files.film, duration: 300_000 }
    const source = packageSource()
    source.assets.set(film.digest, film)
    const page = await html('tutor', source)
    expect(page).toMatch(/Agir<\/th><td>5 min<\/td><td>0<\/td><td>0<\/td>/)
    expect(page).toMatch(/Vérifier<\/th><td>\d min<\/td><td>4<\/td><td>5<\/td>/)
  })

  it('lets no title of an author out of its styles', async () => {
    const source = packageSource(doc(paragraph('À lire.')))
    source.facts.title = '"}</style><script>alert(1)</script>\n*{color:red}\\'
    const page = await html('learner', source)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).not.toContain('<script')
    const [, styles = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
    expect(styles).not.toMatch(/\*\s*\{\s*color:\s*red/)
  })

  it('is refused above what a browser lays out, before anything is read', async () => {
    const huge = { ...asset('x', 'image/svg+xml', '.svg'), bytes: 90_000_000 }
    const source = packageSource(doc(image({ asset: huge.digest, alt: 'Un plan' })))
    source.assets.set(huge.digest, huge)
    const finding = {
      code: 'package.too-large-for-one-file',
      params: { bytes: 120, most: 100 },
    }
    await expect(made({}, source)).rejects.toMatchObject({ finding })
  })
})

it('a PDF without a browser is refused with what to do', async () => {
  const settings = { format: 'pdf', reader: 'learner', language: 'fr' } as const
  const out = join(await temporaryFolder(), 'x.pdf')
  const refusal = await buildPaper(packageSource(), settings, out, null).catch((error) => error)
  expect(refusal).toBeInstanceOf(Refused)
  expect(refusal.finding.code).toBe('package.no-browser')
})

it('a browser that is named comes before those of the machine', async () => {
  expect(await findBrowser(process.execPath)).toBe(process.execPath)
})

describe.skipIf(!browser)('the PDF (skipped where no Chromium is found)', () => {
  let learner: Opened
  let tutor: Opened
  beforeAll(async () => {
    learner = await open(await made({ format: 'pdf' }))
    tutor = await open(await made({ format: 'pdf', reader: 'tutor' }))
  })

  it('passes the check that stands before any download', async () => {
    expect(await checkFile(learner.path)).toEqual([])
    expect(await checkFile(tutor.path)).toEqual([])
  })

  it('is tagged, with its title, its language and its alternative texts', async () => {
    const info = (await learner.pdf.getMetadata()).info as Record<string, unknown>
    expect(info.Title).toBe(
      'Choisir & utiliser un « extincteur » – Module à lire et à compléter',
    )
    expect(info.Language).toBe('fr')
    expect(await learner.pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const roles = learner.tree.map(({ role }) => role)
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'L', 'LI', 'Figure', 'Link', 'P'])
      expect(roles).toContain(role)
    const alternatives = learner.tree.flatMap(({ alt }) => alt ?? [])
    expect(alternatives).toContain('Un extincteur à eau')
  })

  it('has a bookmark for each page, in order', async () => {
    const outline = (await learner.pdf.getOutline()) ?? []
    const titles = outline.flatMap(({ title, items }) => [
      title,
      ...items.map((each) => each.title),
    ])
    const wanted = elementNames.map((name) => elements[name].names.fr)
    expect(titles.filter((title) => wanted.includes(title))).toEqual(wanted)
  })

  it('keeps its links, numbers its sheets, and repeats its title on each', async () => {
    const count = learner.pdf.numPages
    expect(learner.links.some((url) => url.startsWith('https://learningapps.org/'))).toBe(true)
    for (const [index, text] of learner.pages.entries()) {
      expect(text).toContain(`Page ${index + 1} sur ${count}`)
      expect(text).toContain('Choisir & utiliser un « extincteur »')
    }
  })

  it('is read in the order of the module by its tags, each element under its title', () => {
    let place = learner.read.indexOf(squeezed('La dernière page'))
    for (const name of elementNames) {
      place = learner.read.indexOf(squeezed(elements[name].names.fr), place)
      expect(place, name).not.toBe(-1)
      const written = samples[name]!.says.filter((words) =>
        learner.text.includes(squeezed(words)),
      )
      for (const words of written)
        expect(learner.read.indexOf(squeezed(words), place), `${name}: ${words}`).not.toBe(-1)
    }
  })

  it('has nothing of a question painted far from it', () => {
    const [asked, after] = ['Que faire d’abord ?', 'Classement par catégories'].map(squeezed)
    const place = learner.text.indexOf(asked!)
    const question = learner.text.slice(place, learner.text.indexOf(after!, place))
    expect(question).toContain('Alerter')
    expect(question).toContain('Courir')
  })

  it('gives the answers in the tutor’s file alone', () => {
    for (const words of ['Bonne réponse', note, 'Chaque feu a sa classe.']) {
      expect(tutor.text).toContain(squeezed(words))
      expect(learner.text).not.toContain(squeezed(words))
    }
  })

  it('breaks no question over two sheets', async () => {
    const asked = Array.from({ length: 12 }, (_, index) =>
      singleChoice({}, `Début ${index} :`, right(`Milieu ${index}.`), wrong(`Fin ${index}.`)),
    )
    const { pages } = await open(await made({ format: 'pdf' }, packageSource(doc(...asked))))
    expect(pages.length).toBeGreaterThan(2)
    for (let index = 0; index < asked.length; index += 1) {
      const on = (words: string) =>
        pages.findIndex((text) => text.includes(`${words} ${index}`))
      expect([on('Milieu'), on('Fin')]).toEqual([on('Début'), on('Début')])
    }
  })

  it('is the same, byte for byte, when it is made again', async () => {
    const again = await made({ format: 'pdf' })
    expect((await readFile(again)).equals(await readFile(learner.path))).toBe(true)
  })

  it('carries the edition’s date and no name of a browser', async () => {
    const info = (await learner.pdf.getMetadata()).info as Record<string, unknown>
    expect(info.CreationDate).toBe("D:20260314103000+00'00'")
    expect(info.Creator).toBe('Grainotheque')
  })
})

type TreeNode = {
  role: string
  alt?: string
  type?: string
  id?: string
  children?: TreeNode[]
}
type Opened = {
  path: string
  pdf: PDFDocumentProxy
  pages: string[]
  /** All of it as it is painted, without spaces: a PDF places words, it does not write them. */
  text: string
  /** The same as its tags order it. */
  read: string
  tree: TreeNode[]
  links: string[]
}

async function open(path: string): Promise<Opened> {
  const data = new Uint8Array(await readFile(path))
  const pdf = await getDocument({ data, verbosity: 0, useSystemFonts: true }).promise
  const opened: Opened = { path, pdf, pages: [], text: '', read: '', tree: [], links: [] }
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const tree = flat((await page.getStructTree()) as TreeNode)
    opened.pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    opened.tree.push(...tree)
    const marked = markedTexts(items)
    opened.read += squeezed(tree.map(({ id }) => (id && marked.get(id)) ?? '').join(''))
    const links = await page.getAnnotations()
    opened.links.push(...links.flatMap(({ url }) => url ?? []))
  }
  opened.text = squeezed(opened.pages.join(''))
  return opened
}

function flat(node: TreeNode): TreeNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)]
}

/** The words between the marks of each piece of content, by its id. */
function markedTexts(items: object[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    const id = open.at(-1) ?? ''
    if ('str' in item) texts.set(id, `${texts.get(id) ?? ''}${item.str}`)
    else if ('type' in item && item.type === 'endMarkedContent') open.pop()
    // A mark without a name, as around a ligature, stands inside the one before it.
    else open.push('id' in item && item.id ? String(item.id) : id)
  }
  return texts
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '')
}

/** The text of a page, as it is read. */
function plain(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]* (?:alt|aria-label)="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
