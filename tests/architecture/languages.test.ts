import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { remarkKinds, roles, verdictValues } from '#app/db/schema/bank/index.ts'
import { moduleStates } from '#app/services/modules/list-modules.server.ts'
import { gateNames } from '#app/services/publication/gates.server.ts'
import { lossCodes } from '#content-schema/foreign-html/losses.ts'
import {
  alignmentRoles,
  aspects,
  intendedUses,
  levels,
  modalities,
} from '#content-schema/module.ts'
import { solutionCodes } from '#content-schema/rights/reason.ts'
import { en as editorEn } from '#editor/words/en.ts'
import { fr as editorFr } from '#editor/words/fr.ts'
import { packageFindingParams } from '#packaging/checks/finding.ts'
import { importCodes } from '#packaging/import/imported.ts'
import { exportFormats, readers, webVariants } from '#packaging/package-source.ts'
import { en as playerEn } from '#packaging/player/i18n/en.ts'
import { fr as playerFr } from '#packaging/player/i18n/fr.ts'
import { accessibilityWords } from '#packaging/render/accessibility/words.ts'
import { filesBelow } from './sources.ts'

type Words = { [name: string]: unknown }

const files = readdirSync('app/i18n/fr').filter((name) => name.endsWith('.json'))
const sources = textOf(['app', 'content-schema', 'editor', 'packaging'])

it('both languages have the same files', () => {
  expect(readdirSync('app/i18n/en').sort()).toEqual(readdirSync('app/i18n/fr').sort())
})

describe.each(files)('%s', (file) => {
  const fr = flat(read('fr', file))
  const en = flat(read('en', file))

  it('has the same sentences in both languages', () => {
    // French has a plural of its own for millions, which English does not have.
    const shared = [...fr.keys()].filter((key) => !key.endsWith('_many'))
    expect(shared.sort()).toEqual([...en.keys()].sort())
  })

  it('asks for the same names in each sentence', () => {
    for (const [key, sentence] of en)
      expect({ key, names: namesIn(fr.get(key)) }).toEqual({ key, names: namesIn(sentence) })
  })

  it('leaves no sentence empty', () => {
    const empty = [...fr, ...en].filter(([, sentence]) => sentence.trim() === '')
    expect(empty).toEqual([])
  })
})

it.each([
  ['the editor', editorFr, editorEn],
  ['the player', playerFr, playerEn],
  ['the accessibility statement', accessibilityWords.fr, accessibilityWords.en],
])('%s has the same words in both languages, with the same names in them', (_, fr, en) => {
  const [french, english] = [flat(fr as Words), flat(en as Words)]
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, sentence] of english)
    expect({ key, names: namesIn(french.get(key)) }).toEqual({ key, names: namesIn(sentence) })
})

describe('everything that the code can say has its sentence', () => {
  const errors = Object.assign(
    {},
    ...['errors.json', 'api-errors.json', 'browser-errors.json'].map((file) =>
      read('fr', file),
    ),
  ) as Words
  const { codes } = read('fr', 'findings.json') as { codes: Words }
  const ofRights = read('fr', 'rights-findings.json') as { codes: Words }
  const { packages } = read('fr', 'package-findings.json') as { packages: Words }
  const ofReuse = read('fr', 'reuse-findings.json') as { codes: Words }
  const ofTrials = read('fr', 'gates.json') as { codes: Words }
  const findings = {
    codes: { ...codes, ...ofRights.codes, ...ofReuse.codes, ...ofTrials.codes },
    packages,
  }

  it('refusals, and no sentence is left over', () => {
    const thrown = matches(/'((?:[a-z-]+)\.[a-z-]+)'/g).filter((code) => code in errors)
    const made = matches(/new (?:UserError|DocumentError|FrameworkFileError)\(\s*'([a-z.-]+)'/g)
    expect(made.filter((code) => !(code in errors))).toEqual([])
    expect(Object.keys(errors).filter((code) => !thrown.includes(code))).toEqual([])
  })

  it('findings on a module, and no sentence is left over', () => {
    const found = /['`]((?:facts|guarantee|approval|trial)\.[a-z${}-]+)['`]/g
    const ofGates = matches(found, textOf(['app/services/publication']))
    const ofDocuments = matches(
      /'((?:accessibility|alignment|completeness|length|reuse|rights|state|weight)\.(?!html')[a-z-]+)'/g,
      textOf(['content-schema', 'packaging']),
    )
    const parts: Record<string, string[]> = {
      '${fact}': ['summary', 'objective', 'audience'],
      '${state}': ['missing', 'waiting', 'changes-asked', 'outdated'],
    }
    const written = [...ofGates, ...ofDocuments].flatMap((code) => {
      const part = Object.keys(parts).find((each) => code.includes(each))
      return part ? parts[part]!.map((word) => code.replace(part, word)) : [code]
    })
    expect(written.filter((code) => !(code in findings.codes))).toEqual([])
    expect(Object.keys(findings.codes).filter((code) => !written.includes(code))).toEqual([])
  })

  it('what would settle a matter of rights', () => {
    expect(Object.keys(read('fr', 'solutions.json')).sort()).toEqual(
      ['lead', ...solutionCodes].sort(),
    )
  })

  it('findings on a package, with the names that stand in each', () => {
    for (const [code, names] of Object.entries(packageFindingParams)) {
      expect(findings.packages, code).toHaveProperty([code])
      const unknown = namesIn(String(findings.packages[code])).filter(
        (name) => !(names as readonly string[]).includes(name),
      )
      expect({ code, unknown }).toEqual({ code, unknown: [] })
    }
  })

  it.each<[string, readonly string[], string, string]>([
    ['the gates of publication', gateNames, 'gates.json', 'gate'],
    ['the states of a module', moduleStates, 'modules.json', 'states'],
    ['the aspects that are guaranteed', aspects, 'modules.json', 'aspects'],
    ['what to look at in each', aspects, 'review.json', 'watch'],
    ['what a module is meant for', intendedUses, 'modules.json', 'uses'],
    ['the kinds of remarks', remarkKinds, 'review.json', 'kinds'],
    ['what a verdict says', verdictValues, 'review.json', 'verdicts'],
    ['the ties to a competency', alignmentRoles, 'modules.json', 'alignment.roles'],
    ['the levels', levels, 'modules.json', 'levels'],
    ['the modalities', modalities, 'modules.json', 'modalities'],
    ['the formats of a package', exportFormats, 'exports.json', 'formats'],
    ['those it is printed for', readers, 'delivery.json', 'readers'],
    ['how it opens by itself', webVariants, 'delivery.json', 'variants'],
    ['what each of them is for', webVariants, 'delivery.json', 'variantHints'],
    ['the roles', roles, 'common.json', 'roles'],
    ['what a file loses', counted([...lossCodes, ...importCodes]), 'import-losses.json', ''],
  ])('%s', (_, names, file, place) => {
    for (const language of ['fr', 'en']) {
      const known = [...flat(read(language, file)).keys()]
      expect(known, language).toEqual(
        expect.arrayContaining(names.map((name) => (place ? `${place}.${name}` : name))),
      )
    }
  })
})

/** A sentence with a count is written for one and for several. */
function counted(codes: readonly string[]): string[] {
  return codes.flatMap((code) => [`${code}_one`, `${code}_other`])
}

function read(language: string, file: string): Words {
  return JSON.parse(readFileSync(`app/i18n/${language}/${file}`, 'utf8'))
}

/** The first group of every match, once each. */
function matches(pattern: RegExp, text = sources): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))]
}

function textOf(folders: string[]): string {
  return filesBelow(/\.tsx?$/, folders)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}

/** Every sentence under its whole name. */
function flat(words: Words, prefix = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? [...flat(value as Words, `${prefix}${name}.`)]
      : [[`${prefix}${name}`, String(value)] as const],
  )
  return new Map(entries)
}

function namesIn(sentence = ''): string[] {
  return matches(/\{\{?(\w+)\}?\}/g, sentence).sort()
}
