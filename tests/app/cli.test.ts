import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBank } from '#app/db/client.server.ts'
import { lrsCredentials, modules } from '#app/db/schema/bank/index.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { exportFormats } from '#packaging/package-source.ts'
import { grain, grainWithFewFiles, type Said } from '#tests/builders/command-line.ts'
import { saved, unzip } from '#tests/builders/zip.ts'
import { brokenZips } from '#tests/corpus/broken/index.ts'

const published = 'choisir-un-extincteur'
const verbs = readdirSync('app/cli/verbs').map((name) => name.replace('.ts', ''))
let scratch: string
let folder: string

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'grain-cli-'))
  folder = join(scratch, 'bank')
  expect(await grain(folder, 'seed')).toMatchObject({ code: 0, err: '' })
})
afterAll(() => rmSync(scratch, { recursive: true }))

describe('help', () => {
  it('names every verb, and is what is said when nothing is asked', async () => {
    const [asked, silent] = await Promise.all([grain(folder, '--help'), grain(folder)])
    expect(asked.code).toBe(0)
    for (const verb of verbs) expect(asked.out).toContain(`\n  ${verb} `)
    expect(silent).toEqual({ ...asked, code: 2 })
  })

  it('is there on each verb', async () => {
    const said = await Promise.all(verbs.map((verb) => grain(folder, verb, '--help')))
    for (const [at, { code, out, err }] of said.entries()) {
      expect(out).toContain(`usage: npm run -s grain -- ${verbs[at]} `)
      expect([code, err]).toEqual([0, ''])
    }
  })
})

it.concurrent.each([
  ['an unknown verb', ['sow']],
  ['an unknown option', ['list', '--yaml']],
  ['a word too many', ['list', 'all']],
  ['a word too few', ['check']],
  ['an unknown format', ['export', published, '--format', 'aicc', '--out', 'x.zip']],
  ['an unknown platform', ['export', published, '--preset', 'webct', '--out', 'x.zip']],
  ['an unknown profile', ['export', published, '--profile', 'Nul', '--out', 'x.zip']],
  [
    'settings that cannot be read',
    ['export', published, '--settings', '/none.json', '--format', 'web', '--out', 'x.zip'],
  ],
  ['a missing file name', ['export', published, '--format', 'web']],
  ['a module named in two ways', ['export', published, '--query', 'x', '--out', 'x']],
  ['no module at all', ['export', '--format', 'web', '--out', 'x']],
  [
    'an unknown state',
    ['export', '--query', '', '--state', 'old', '--format', 'web', '--out', 'x'],
  ],
  ['an unknown scope', ['lrs-credential', '--scope', 'everything']],
])('%s is wrong usage: code 2, and how to use it', async (_, words) => {
  const { code, out, err } = await grain(folder, ...words)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('usage: npm run -s grain -- ')
})

describe('seed and list', () => {
  it('a bank that holds something is not seeded twice', async () => {
    refused(await grain(folder, 'seed'), 'The bank is not empty: nothing was added.')
  })

  it('list gives code, title, state and edition; with --json, JSON and nothing else', async () => {
    const { code, out, err } = await grain(folder, 'list', '--json')
    expect([code, err]).toEqual([0, ''])
    const listed = JSON.parse(out) as Record<string, unknown>[]
    expect(listed).toHaveLength(3)
    expect(listed).toContainEqual({
      code: published,
      title: expect.any(String),
      state: 'published',
      edition: '1.0',
    })
  })

  it('the list of a folder without a bank is empty', async () => {
    const { out } = await grain(join(scratch, 'nothing'), 'list', '--json')
    expect(JSON.parse(out)).toEqual([])
  })
})

describe('audit', () => {
  it('says that the trail is whole, and writes it', async () => {
    const said = await grain(folder, 'audit', 'verify')
    expect(said).toMatchObject({ code: 0, err: '' })
    const [, entries, seal = ''] = /^(\d+) entries, intact\. Last seal: (\w{64})/.exec(
      said.out,
    )!
    expect(await grain(folder, 'audit', 'verify', '--after', seal)).toMatchObject({ code: 0 })
    refused(await grain(folder, 'audit', 'verify', '--after', 'x'), 'the trail was cut')
    const written = await grain(folder, 'audit', 'export')
    const lines = written.out.trim().split('\n')
    expect(lines.length).toBeLessThanOrEqual(Number(entries))
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ seal: expect.any(String) })
  })

  it('ends with 1 and names the entry that somebody changed by hand', async () => {
    const copy = join(scratch, 'tampered')
    cpSync(folder, copy, { recursive: true })
    const bank = openBank(join(copy, 'bank.sqlite'))
    bank.$client.exec(`update audit_entries set personId = 'someone' where sequence = 7`)
    bank.$client.close()
    refused(await grain(copy, 'audit', 'verify'), 'Entry 7 was changed')
  })
})

describe('framework and coverage', () => {
  const file = 'app/db/seed/rncp99001.xml'

  it('import names the entries it has read, and takes only the one asked for', async () => {
    const all = await grain(folder, 'framework', 'import', file)
    expect(all).toEqual({ code: 0, out: '1 imported: RNCP99001\n', err: '' })
    const one = await grain(folder, 'framework', 'import', file, '--entry', 'RNCP1')
    refused(one, 'Entry RNCP1 is not in this file')
  })

  it('import refuses a file that is cut, not there, or for a bank where nobody is', async () => {
    const cut = join(scratch, 'cut.xml')
    writeFileSync(cut, readFileSync(file).subarray(0, 9000))
    refused(await grain(folder, 'framework', 'import', cut), 'this file is incomplete')
    refused(await grain(folder, 'framework', 'import', '/no/file.xml'), 'no such file')
    refused(await grain(join(scratch, 'nothing'), 'framework', 'import', file), 'seed')
  })

  it('list and export give JSON that programs can read', async () => {
    const listed = JSON.parse((await grain(folder, 'framework', 'list', '--json')).out)
    expect(listed).toMatchObject([{ code: 'RNCP99001', kind: 'RNCP', active: true }])
    const { out } = await grain(folder, 'framework', 'export', 'RNCP99001', '--case')
    expect(JSON.parse(out).CFDocument).toMatchObject({ caseVersion: '1.1' })
  })

  it('coverage says what each competency lacks, as lines, JSON or a sheet', async () => {
    const said = await grain(folder, 'coverage', 'RNCP99001', '--published', '--json')
    expect(JSON.parse(said.out).counts).toMatchObject({ hole: 5, 'taught-not-assessed': 4 })
    const sheet = await grain(folder, 'coverage', 'RNCP99001', '--csv')
    expect(sheet.out).toContain('Block,Code,Competency,Criterion,')
    refused(await grain(folder, 'coverage', 'RNCP1'), 'This framework does not exist')
  })
})

describe('export and check', () => {
  beforeAll(() => begin('commence'))

  it('a module that is not published is refused, with the reason', async () => {
    const out = join(scratch, 'unpublished.zip')
    const words = ['export', 'commence', '--format', 'web', '--out', out]
    refused(await grain(folder, ...words), 'has not been published')
    expect(existsSync(out)).toBe(false)
  })

  it('a package is made for a platform, by the settings of a file', async () => {
    const [out, settings] = [join(scratch, 'moodle.zip'), join(scratch, 'settings.json')]
    writeFileSync(settings, JSON.stringify({ title: 'Pour Moodle', status: 'passed-failed' }))
    const wanted = ['--preset', 'moodle', '--settings', settings, '--out', out]
    const made = await grain(folder, 'export', published, ...wanted)
    expect(made).toMatchObject({ code: 0 })
    const zip = await unzip(out)
    expect(String(zip.get('imsmanifest.xml'))).toContain('<title>Pour Moodle</title>')
    expect(String(zip.get('index.html'))).toContain('"status":"passed-failed"')
  })

  it('the same edition exported twice is the same file, byte for byte', async () => {
    const [one, two] = ['one', 'two'].map((name) => join(scratch, `${name}.zip`))
    for (const out of [one!, two!]) {
      await grain(
        folder,
        'export',
        'preparer-une-palette',
        '--format',
        'scorm-12',
        '--out',
        out,
      )
    }
    expect(readFileSync(one!).equals(readFileSync(two!))).toBe(true)
  })

  it('a module that is not there is refused', async () => {
    const words = ['export', 'nothing', '--format', 'web', '--out', join(scratch, 'no.zip')]
    refused(await grain(folder, ...words), 'This module does not exist')
  })

  it('a place where nothing can be written is named, without a stack', async () => {
    const out = join(scratch, 'no', 'folder', 'x.zip')
    const said = await grain(folder, 'export', published, '--format', 'web', '--out', out)
    refused(said, 'no such file or directory')
    expect(said.err).not.toContain(' at ')
  })

  it.concurrent.each(exportFormats)(
    'a published module leaves as %s, and check finds no error',
    async (format) => {
      const out = join(scratch, `${format}.zip`)
      const made = await grain(folder, 'export', published, '--format', format, '--out', out)
      expect([made.code, made.err]).toEqual([0, ''])
      expect(made.out).toContain(`${statSync(out).size} bytes`)
      const checked = await grain(folder, 'check', out, '--json')
      expect([checked.code, checked.err]).toEqual([0, ''])
      const findings = JSON.parse(checked.out) as { severity: string }[]
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )

  it('the tutor’s guide leaves when it is asked for; a reader that is unknown is not understood', async () => {
    const out = join(scratch, 'guide.html')
    const words = ['export', published, '--format', 'print', '--out', out]
    expect((await grain(folder, ...words, '--reader', 'tutor')).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('Guide du formateur')
    expect((await grain(folder, ...words, '--reader', 'nobody')).code).toBe(2)
  })

  it('check refuses what is no package, and still gives JSON', async () => {
    const { code, out, err } = await grain(folder, 'check', 'package.json', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ severity: 'error' }])
    expect(err).toContain('1 error(s)')
    refused(await grain(folder, 'check', '/no/file.zip'), 'no such file')
    refused(await grain(folder, 'check', scratch), 'no such file')
  })

  it('check says what is wrong, where, by which rule and what to do, for one platform too', async () => {
    const path = await saved(await brokenZips['cmi5.missing-file']!())
    const words = ['check', path, '--language', 'fr', '--preset', 'docebo']
    const { code, out } = await grain(folder, ...words)
    expect(code).toBe(1)
    expect(out).toContain(
      'error\tle fichier à lancer start.html, annoncé par cmi5.xml, manque.',
    )
    expect(out).toMatch(/\tcmi5\.xml:\d+ · cmi5 14\.1\.0\.0-3 · cmi5\.missing-file/)
    expect(out).toContain('\t→ Ajoutez le fichier à l’archive')
    expect(out).toContain('Docebo n’est pas connu pour prendre ce format')
    expect((await grain(folder, 'check', path, '--preset', 'webct')).code).toBe(2)
  })
})

it('add-person gives an account once, with a password of its own', async () => {
  const words = ['add-person', 'Nadia@exemple.fr', '--name', 'Nadia', '--organisation', 'Ici']
  const asked = [...words, '--roles', 'designer,expert']
  const said = await grain(join(scratch, 'people'), ...asked)
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toMatch(/^Nadia@exemple\.fr\t\S{16}\n$/)
  refused(await grain(join(scratch, 'people'), ...asked), 'nadia@exemple.fr')
})

it('lrs-credential gives a key and a secret, of which the bank keeps a digest', async () => {
  const { code, out, err } = await grain(folder, 'lrs-credential', '--scope', 'read', '--json')
  expect([code, err]).toEqual([0, ''])
  const { key, secret } = JSON.parse(out)
  const bank = openBank(join(folder, 'bank.sqlite'))
  const row = bank
    .select()
    .from(lrsCredentials)
    .all()
    .find((each) => each.key === key)
  bank.$client.close()
  expect(row).toMatchObject({ scope: 'read', revokedAt: null })
  expect(row?.secretDigest).not.toContain(secret)
})

describe('backup and restore', () => {
  let zip: string

  it('a backup made while something writes is whole, and restores what it holds', async () => {
    const script = fileURLToPath(new URL('./write-modules.ts', import.meta.url))
    const writer = spawn(
      process.execPath,
      ['--import', 'tsx', script, folder, 'meanwhile', '100000'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(writer.stdout, 'data')
    zip = join(scratch, 'backup.zip')
    const said = await grain(folder, 'backup', zip)
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect([said.code, said.err]).toEqual([0, ''])

    const restored = join(scratch, 'restored')
    expect(await grain(restored, 'restore', zip)).toMatchObject({ code: 0, err: '' })
    expect(readdirSync(restored).sort()).toEqual(
      ['assets', 'bank.sqlite', 'packages', 'statements.sqlite'].sort(),
    )
    expect(filesBelow(join(restored, 'assets'))).toEqual(filesBelow(join(folder, 'assets')))
    const bank = openBank(join(restored, 'bank.sqlite'))
    const codes = bank
      .select()
      .from(modules)
      .all()
      .map(({ code }) => code)
    expect(codes).toContain('meanwhile-1')
    expect(verifyTrail(bank, null).firstBroken).toBeNull()
    bank.$client.close()
  })

  it('a folder that is not empty is refused and left as it is', async () => {
    const target = join(scratch, 'not-empty')
    mkdirSync(target)
    writeFileSync(join(target, 'notes.txt'), 'mine')
    refused(await grain(target, 'restore', zip), 'is not empty')
    expect(readdirSync(target)).toEqual(['notes.txt'])
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut in the middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['that is no zip', () => Buffer.from('bonjour')],
    ['with one byte changed in a file', changed],
  ])('a backup %s is refused, and leaves no trace', async (_, damage) => {
    const broken = join(scratch, 'broken.zip')
    writeFileSync(broken, damage(readFileSync(zip)))
    const [absent, empty] = [join(scratch, 'absent'), join(scratch, 'empty')]
    mkdirSync(empty, { recursive: true })
    refused(await grain(absent, 'restore', broken), 'nothing was changed')
    refused(await grain(empty, 'restore', broken), 'nothing was changed')
    expect(existsSync(absent)).toBe(false)
    expect(readdirSync(empty)).toEqual([])
  })

  it('a bank of more files than a process may open is backed up all the same', async () => {
    const many = join(scratch, 'many')
    await grain(many, 'list')
    mkdirSync(join(many, 'assets', 'ab'), { recursive: true })
    for (let n = 0; n < 1000; n += 1) writeFileSync(join(many, 'assets', 'ab', `${n}`), 'x')
    // Node itself opens more than a hundred at once to load its modules.
    const said = await grainWithFewFiles(512, many, 'backup', join(scratch, 'many.zip'))
    expect([said.code, said.err]).toEqual([0, ''])
    expect(said.out).toContain('1002 files')
  })

  /** One byte of the sample film, which stands in the zip as it is. */
  function changed(bytes: Buffer): Buffer {
    const film = readFileSync('app/db/seed/media/extincteur-quatre-gestes.mp4')
    const at = bytes.indexOf(film.subarray(5000, 5200))
    expect(at).toBeGreaterThan(0)
    bytes[at] = bytes[at]! ^ 1
    return bytes
  }
})

function refused({ code, out, err }: Said, reason: string): void {
  expect(err).toContain(reason)
  expect([code, out]).toEqual([1, ''])
}

/** Opens a draft beside the published samples. */
function begin(code: string): void {
  const bank = openBank(join(folder, 'bank.sqlite'))
  const organisationId = findOrganisations(bank)[0]!.id
  const author = listMembers(bank, { organisationId, role: 'designer' })[0]!
  const now = new Date()
  createModule(bank, { title: 'Commencé', code, language: 'fr', author, organisationId, now })
  bank.$client.close()
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
}
