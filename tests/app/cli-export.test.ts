import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBank } from '#app/db/client.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { grain } from '#tests/builders/command-line.ts'

const published = 'choisir-un-extincteur'
let scratch: string
let folder: string

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'grain-export-'))
  folder = join(scratch, 'bank')
  expect(await grain(folder, 'seed')).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(scratch, { recursive: true }))

describe('several modules', () => {
  it('leave into a folder, one line each, told of one after another', async () => {
    const out = join(scratch, 'several')
    const codes = [published, 'preparer-une-palette', published]
    const said = await grain(folder, 'export', ...codes, '--format', 'web', '--out', out)
    expect(said.code).toBe(0)
    const files = readdirSync(out).sort()
    expect(files).toEqual(['choisir-un-extincteur-1.0-web.zip', expect.stringContaining('pal')])
    const lines = said.out.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`${statSync(join(out, files[0]!)).size} bytes, SHA-256 `)
    expect(said.err).toBe(
      `[1/2] ${published}\n[2/2] preparer-une-palette\n2 of 2 packages made.\n`,
    )
  })

  it('that a query finds leave, all of them published; with --json nothing else is said', async () => {
    begin('extincteur-bis')
    const out = join(scratch, 'found')
    const words = ['export', '--query', 'EXTINCTEUR choisir', '--format', 'web', '--out', out]
    const said = await grain(folder, ...words, '--json')
    expect(said.code).toBe(0)
    expect(JSON.parse(said.out)).toEqual([
      {
        ...{ code: published, state: 'ready', findings: [], reason: null },
        file: join(out, 'choisir-un-extincteur-1.0-web.zip'),
        bytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ])
  })

  it('by a competency of theirs are found too', async () => {
    const out = join(scratch, 'competency')
    const words = ['export', '--query', 'rncp99001', '--state', 'published']
    const said = await grain(folder, ...words, '--format', 'web', '--out', out)
    expect(said.code).toBe(0)
    expect(readdirSync(out).length).toBeGreaterThan(0)
  })

  it('of which one is refused make the rest, and end with code 1 and why', async () => {
    begin('commence')
    const out = join(scratch, 'partly')
    const words = ['export', 'commence', 'nothing', published, '--format', 'web', '--out', out]
    const said = await grain(folder, ...words)
    expect(said.code).toBe(1)
    expect(readdirSync(out)).toEqual(['choisir-un-extincteur-1.0-web.zip'])
    expect(said.err).toContain('commence: “Commencé” has not been published')
    expect(said.err).toContain('nothing: This module does not exist')
    expect(said.err).toContain('1 of 3 packages made.')
  })

  it('that no word finds are said to be none', async () => {
    const words = ['export', '--query', 'girafe', '--format', 'web', '--out', scratch]
    const said = await grain(folder, ...words)
    expect(said).toEqual({
      code: 1,
      out: '',
      err: 'No published module answers to "girafe".\n',
    })
  })
})

/** Opens a draft beside the published samples. */
function begin(code: string): void {
  const bank = openBank(join(folder, 'bank.sqlite'))
  const organisationId = findOrganisations(bank)[0]!.id
  const author = listMembers(bank, { organisationId, role: 'designer' })[0]!
  const now = new Date()
  createModule(bank, { title: 'Commencé', code, language: 'fr', author, organisationId, now })
  bank.$client.close()
}
