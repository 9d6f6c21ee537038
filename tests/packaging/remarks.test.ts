import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { checkStatement } from '#app/lrs/validation/statement.ts'
import { readDocument } from '#content-schema/document.ts'
import { parseActivity } from '#content-schema/statements/activities.ts'
import type { Attempt } from '#content-schema/statements/build-statement.ts'
import { onPart, type Part, soundRemark } from '#content-schema/statements/opinion.ts'
import { plainIdentity } from '#packaging/identity/identity.ts'
import { buildPaper } from '#packaging/index.ts'
import type { Format, PackageSettings } from '#packaging/package-source.ts'
import { playerData } from '#packaging/pipeline/player-data.ts'
import type { XapiLaunch } from '#packaging/player/reporters/reporter.ts'
import { newState } from '#packaging/player/state.ts'
import { openTraces } from '#packaging/player/traces/open-traces.ts'
import { packageSettings, packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, temporaryFolder, unzip } from '#tests/builders/zip.ts'

const traces = { endpoint: 'https://banque.example/xapi/', key: 'k', secret: 's' }
const publication = (learnerRemarks: boolean) => ({
  ...packageSettings('web').publication,
  learnerRemarks,
})

/** Whatever of it a package could carry: markup, style, script, words, setting. */
const anyOfIt = /opinion|Donner mon avis|verb\/rated|learnerRemarks/

async function textsOf(format: Format, more: Partial<PackageSettings>): Promise<string> {
  const files = [...(await unzip(await builtPackage(format, { more })))]
  return files
    .filter(([name]) => /^(fallback\/)?(index\.html|player\/)/.test(name))
    .map(([, content]) => content.toString())
    .join('\n')
}

describe('a package where learners may say what they think', () => {
  it('has the button, the dialog, its words and its style', async () => {
    const all = await textsOf('scorm-12', { traces })
    expect(all).toContain('>Donner mon avis</button>')
    expect(all).toContain('<dialog id="opinion-dialog"')
    expect(all).toContain('#opinion-dialog{')
    expect(all).toContain('http://id.tincanapi.com/verb/rated')
    expect(all).toMatch(/<textarea[^>]* maxlength="1000"/)
  })

  it('says it as its organisation does, in the language of the package', async () => {
    const labels = { fr: { giveOpinion: 'Un mot pour l’équipe' }, en: {} }
    const identity = { ...plainIdentity, labels }
    expect(await textsOf('web', { traces, identity })).toContain('>Un mot pour l’équipe<')
    expect(await textsOf('web', { traces, identity, language: 'en' })).toContain(
      '>Give feedback<',
    )
  })

  it('names each part by what it is and how it begins, and leaves out what says nothing', () => {
    const source = packageSource()
    const doc = readDocument(source.document)
    const settings = packageSettings('web', { traces })
    const parts = playerData({ source, settings, doc }).parts!
    expect(parts).toHaveLength(doc.childCount)
    const names = parts.flat().map(({ name }) => name)
    expect(names).toContain('Paragraphe : Un feu a besoin de trois choses, H2O.')
    expect(names.some((name) => name.startsWith('Choix unique : Que faire d’abord ?'))).toBe(
      true,
    )
    const ids = parts.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('nothing of it is in a package', () => {
  it.each<[string, Format, Partial<PackageSettings>]>([
    ['without traces', 'scorm-12', {}],
    ['of a standard that tells the LMS alone', 'cmi5', {}],
    ['whose author wants none', 'web', { traces, publication: publication(false) }],
    [
      'for a kiosk',
      'web',
      { traces, web: { variant: 'kiosk', minutes: 3 }, publication: publication(true) },
    ],
  ])('%s', async (_, format, more) => {
    expect(await textsOf(format, more)).not.toMatch(anyOfIt)
  })

  it('that is read on paper', async () => {
    const out = `${await temporaryFolder()}/page.html`
    const paper = { format: 'print', reader: 'learner', language: 'fr' } as const
    await buildPaper(packageSource(), paper, out, null)
    expect(await readFile(out, 'utf8')).not.toMatch(anyOfIt)
  })
})

const attempt: Attempt = {
  iriBase: 'https://banque.example/xapi',
  moduleId: 'module0001',
  edition: { major: 1, minor: 2 },
  digest: 'd'.repeat(64),
  packageId: 'p7k2m4x9qa',
  registration: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c11',
  sessionId: '8a1c0a0e-0f63-4d3a-9d55-7a2f6f6f0c12',
  actor: { account: { homePage: 'urn:x-grainotheque:learner', name: 'a'.repeat(32) } },
  language: 'fr',
  platform: 'web',
  title: 'Choisir un extincteur',
}
const moment = {
  id: '0193f2c0-7a11-7c3e-9a52-6f1b7f0c2a01',
  timestamp: '2026-03-14T10:30:00.000Z',
}

describe('the statement of an opinion', () => {
  it.each<[Part, object]>([
    [
      { kind: 'section', sectionId: 's1' },
      { kind: 'section', sectionId: 's1' },
    ],
    [
      { kind: 'question', sectionId: 's1', id: 'q1', keyDigest: '0badcafe' },
      { kind: 'question', questionId: 'q1', keyDigest: '0badcafe' },
    ],
    [
      { kind: 'assessment', sectionId: 's1', id: 'a1' },
      { kind: 'assessment', assessmentId: 'a1' },
    ],
    [
      { kind: 'element', sectionId: 's1', id: 'e1' },
      { kind: 'element', elementId: 'e1' },
    ],
  ])('is about $kind by its own activity, and one that an LRS takes', (part, activity) => {
    for (const opinion of [{ rating: 2 }, { text: 'La consigne n’est pas claire.' }]) {
      const told = onPart(attempt, part, moment, opinion)
      expect(() => checkStatement(told, '1.0.3')).not.toThrow()
      expect(parseActivity(attempt.iriBase, told.object.id)).toEqual({
        moduleId: 'module0001',
        ...activity,
      })
    }
  })

  it('is rated from 1 to 5, or commented in words', () => {
    const part: Part = { kind: 'section', sectionId: 's1' }
    expect(onPart(attempt, part, moment, { rating: 2 })).toMatchObject({
      verb: { id: 'http://id.tincanapi.com/verb/rated' },
      result: { score: { raw: 2, min: 1, max: 5 } },
    })
    expect(onPart(attempt, part, moment, { text: ' Pas clair. ' })).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/commented' },
      result: { response: 'Pas clair.' },
    })
  })

  it.each([
    ['Écrivez-moi : zoe.martin+x@exemple.fr, merci', 'Écrivez-moi : […] merci'],
    ['Mon numéro : 06 12 34 56 78.', 'Mon numéro : […].'],
    ['ou +33 (0)6.12.34.56.78 le soir', 'ou […] le soir'],
    ['0612345678', '[…]'],
    [
      'La page 06 dit 2 000 000 €, la norme 0 123.',
      'La page 06 dit 2 000 000 €, la norme 0 123.',
    ],
  ])('hides how to find who wrote it: %s', (said, told) => {
    expect(soundRemark(said)).toBe(told)
  })

  it('has a thousand characters at most, and hostile text takes no time', () => {
    expect(soundRemark('x'.repeat(5000))).toHaveLength(1000)
    // An expression that goes back over such a text would not end before the test does.
    for (const piece of ['a@', '0 ', '+1-', '@.'])
      expect(soundRemark(piece.repeat(100_000)).length).toBeLessThanOrEqual(1000)
  })
})

describe('an opinion', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.close()
    server?.closeAllConnections()
  })

  it('goes to the authors under a pseudonym; the LMS that knows the learner hears nothing', async () => {
    type Sent = { id: string; verb: { id: string }; actor: object }
    const heard = new Map<string, Sent[]>()
    server = createServer(async (request, response) => {
      const batch: Sent[] = JSON.parse(await text(request))
      heard.set(request.url!, [...(heard.get(request.url!) ?? []), ...batch])
      response.end('[]')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server!.once('listening', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

    const source = packageSource()
    const settings = packageSettings('xapi', {
      traces: { ...traces, endpoint: `${origin}/ours/` },
    })
    const data = playerData({ source, settings, doc: readDocument(source.document) })
    const launch: XapiLaunch = {
      ...{ endpoint: `${origin}/lms/`, auth: 'Basic x' },
      ...{ actor: { mbox: 'mailto:zoe@example.org' }, registration: null, activityId: null },
    } as unknown as XapiLaunch
    const opened = openTraces({
      ...{ data, launch, platform: 'xapi', resumed: false },
      ...{ state: newState(data), now: () => Date.UTC(2026, 2, 14) },
    })!
    opened.tellAuthors((attempt, moment) =>
      onPart(attempt, { kind: 'section', sectionId: data.sections[0]!.id }, moment, {
        rating: 4,
      }),
    )
    opened.left(true, 0)
    opened.flush()
    for (
      let wait = 0;
      wait < 200 &&
      !(heard.get('/lms/statements') && heard.get('/ours/statements')?.some(isRating));
      wait += 1
    )
      await new Promise((resolve) => setTimeout(resolve, 10))
    const rated = heard.get('/ours/statements')!.filter(isRating)
    // What is on its way at leaving is sent once more, under the same id.
    expect(new Set(rated.map(({ id }) => id)).size).toBe(1)
    expect(JSON.stringify(rated)).not.toContain('zoe')
    expect(heard.get('/lms/statements')!.some(isRating)).toBe(false)

    function isRating({ verb }: Sent): boolean {
      return verb.id.endsWith('/rated')
    }
  })
})
