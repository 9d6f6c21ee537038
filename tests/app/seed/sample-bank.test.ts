import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seedFile } from '#app/db/seed/media.ts'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { cleanSvg } from '#app/services/assets/clean-svg.server.ts'
import { identify } from '#app/services/assets/identify.server.ts'
import { readRncp } from '#app/services/competencies/rncp/read-rncp.server.ts'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests, elementsOf, questionsOf, sectionsOf } from '#content-schema/elements.ts'
import { licence } from '#content-schema/licences/catalogue.ts'

const { modules, people, frameworkFile } = sampleBank

describe.each(modules.map((module) => [module.facts.code, module] as const))(
  '%s',
  (_, module) => {
    const document = readDocument(module.document)

    it('gives nothing to correct', () => {
      expect([...accessibilityFindings(document), ...completenessFindings(document)]).toEqual(
        [],
      )
    })

    it('has 8 to 12 elements on 3 or 4 pages, the last of which asks questions', () => {
      expect(sectionsOf(document).length).toBeGreaterThanOrEqual(3)
      expect(sectionsOf(document).length).toBeLessThanOrEqual(4)
      expect(elementsOf(document).length).toBeGreaterThanOrEqual(8)
      expect(elementsOf(document).length).toBeLessThanOrEqual(12)
      expect(questionsOf(document).length).toBeGreaterThanOrEqual(3)
    })

    it('tells something to whoever gives any answer', () => {
      for (const { node } of questionsOf(document)) {
        node.descendants((each, _position, parent) => {
          const answers = parent?.type.name === 'choice' || node.childCount === 3
          if (each.type.name === 'feedback' && answers) expect(each.textContent).not.toBe('')
        })
      }
    })

    it('comes with each file it shows, and with no other', async () => {
      const { createHash } = await import('node:crypto')
      const digests = module.assets.map(({ path }) =>
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      )
      expect(digests.sort()).toEqual(assetDigests(document))
    })

    it('is under an open licence, as are its files', () => {
      const used = [module.facts.licence, ...module.assets.map(({ rights }) => rights.licence)]
      expect(used.map((id) => licence(id)?.permits.share)).not.toContain(false)
      expect(used.map((id) => licence(id)?.permits.share)).not.toContain(undefined)
    })

    it('is tied to competencies that its framework has', async () => {
      const known = new Set<string>()
      for await (const { competencyBlocks } of readRncp(createReadStream(frameworkFile))) {
        for (const { code, competencies } of competencyBlocks) {
          for (const { label } of competencies) known.add(`${code} ${label}`)
        }
      }
      const tied = module.alignments.map(
        (each) => `${each.competencyBlockCode} ${each.competencyLabel}`,
      )
      expect(tied.filter((each) => !known.has(each))).toEqual([])
      expect(module.alignments.map(({ role }) => role)).toEqual(
        expect.arrayContaining(['teaches', 'assesses']),
      )
    })
  },
)

describe('the files', () => {
  const files = readdirSync(seedFile('media')).filter((name) => name !== 'README.md')

  it.each(files.filter((name) => name.endsWith('.svg')))(
    '%s is kept as it is when drawings are cleaned, and has a title',
    (name) => {
      const drawing = readFileSync(seedFile(`media/${name}`), 'utf8')
      expect(cleanSvg(drawing)).toBe(drawing)
      expect(drawing).toMatch(/<title>.+<\/title>/)
    },
  )

  it('are of kinds that learners can be shown', async () => {
    const kinds = await Promise.all(files.map((name) => identify(seedFile(`media/${name}`))))
    expect(new Set(kinds.map(({ mediaType }) => mediaType))).toEqual(
      new Set([
        'image/svg+xml',
        'image/jpeg',
        'video/mp4',
        'audio/mpeg',
        'text/vtt',
        'application/pdf',
      ]),
    )
  })

  it('are all used, and weigh less than 6 MB together', () => {
    const used = modules.flatMap(({ assets }) => assets.map(({ path }) => path))
    expect(files.map((name) => seedFile(`media/${name}`)).sort()).toEqual(used.sort())
    const bytes = used.reduce((total, path) => total + statSync(path).size, 0)
    expect(bytes).toBeLessThan(6_000_000)
  })
})

it('the three modules use every kind of element and of question', () => {
  const kinds = new Set(
    modules.flatMap(({ document }) =>
      elementsOf(readDocument(document)).map(({ node }) => node.type.name),
    ),
  )
  expect([...kinds].sort()).toEqual(
    [
      ...['paragraph', 'heading', 'bulletList', 'orderedList', 'callout', 'table', 'accordion'],
      ...['image', 'video', 'audio', 'attachment'],
      ...['singleChoice', 'multipleChoice', 'trueFalse', 'numeric'],
    ].sort(),
  )
})

it('has one person a role', () => {
  expect(people.map(({ role }) => role)).toEqual([
    'designer',
    'expert',
    'publisher',
    'quality',
    'administrator',
  ])
  expect(people.every(({ email }) => /^[a-z.]+@exemple\.fr$/.test(email))).toBe(true)
})
