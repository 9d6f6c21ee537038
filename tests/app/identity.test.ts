import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { auditEntries, packages } from '#app/db/schema/bank/index.ts'
import { IdentityForm } from '#app/http/identity-form.ts'
import { parse } from '#app/http/read-form.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { buildExport, packagePath } from '#app/services/exports/build-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { keepIdentity, readIdentity } from '#app/services/identity/identity.server.ts'
import { type Identity, plainIdentity, plainTheme } from '#packaging/identity/identity.ts'
import { approve, now, publish, type Workplace, workplace } from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { unzip } from '#tests/builders/zip.ts'

let here: Instance
let place: Workplace
beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})
afterEach(() => removeFolder(here))

const by = () => ({
  organisationId: place.organisationId,
  personId: place.people.administrator.id,
  now,
})
const keep = (theme: Partial<Identity['theme']>, labels = plainIdentity.labels) =>
  keepIdentity(here.bank, { ...by(), identity: { theme: { ...plainTheme, ...theme }, labels } })

it('an identity is given back as it was kept, the last one alone, and written in the trail', () => {
  expect(readIdentity(here.bank, place.organisationId)).toBeNull()
  keep({ accent: '#8a2457' })
  keep({ accent: '#123456', corners: 'soft' }, { fr: { next: 'Continuer' }, en: {} })
  expect(readIdentity(here.bank, place.organisationId)).toMatchObject({
    theme: { accent: '#123456', corners: 'soft' },
    labels: { fr: { next: 'Continuer' } },
  })
  const kept = here.bank.select().from(auditEntries).all()
  expect(kept.filter(({ action }) => action === 'identity.kept')).toHaveLength(2)
  expect(verifyTrail(here.bank, null).firstBroken).toBeNull()
})

it('a colour that cannot be read is refused with one that can, which is then kept', () => {
  const refused = (): unknown => {
    try {
      return keep({ accent: '#ff8800' })
    } catch (error) {
      return error
    }
  }
  const error = refused() as { code: string; params: { proposal: string } }
  expect(error).toMatchObject({ code: 'identity.accent', params: { colour: '#ff8800' } })
  keep({ accent: error.params.proposal })
  expect(readIdentity(here.bank, place.organisationId)?.theme.accent).toBe(
    error.params.proposal,
  )
})

it('a file that is no picture is no logo', async () => {
  const digest = await store('%PDF-1.4 '.padEnd(400, 'x'), 'fiche.pdf')
  expect(() => keep({ logo: { digest, alt: 'Fiche' } })).toThrow('identity.logo-type')
})

it('a package has the identity of when it was asked for, or none', async () => {
  const digest = await store(drawing, 'logo.svg')
  keep({ accent: '#8a2457', logo: { digest, alt: 'CFA' } })
  approve(place)
  publish(place)
  const asked = { ...by(), moduleId: place.moduleId, format: 'web', language: 'fr' } as const
  const own = requestExport(here.bank, { ...asked, traces: false })
  const plain = requestExport(here.bank, { ...asked, traces: false, themed: false })
  keep({ accent: '#123456' })
  const zip = await filesOf(own)
  expect(String(zip.get('player/player.css'))).toContain('--accent:#8a2457')
  expect(String(zip.get('index.html'))).toContain('class="logo"')
  expect([...zip.values()].map(String).join('')).not.toContain('onload')
  expect(String((await filesOf(plain)).get('player/player.css'))).not.toContain('#8a2457')
  const rows = here.bank.select().from(packages).all()
  expect(rows.map(({ identity }) => identity?.theme.accent ?? null)).toEqual(['#8a2457', null])
})

it('a form without a field is ours in that field; one with a style sheet is refused', () => {
  const form = { accent: '#AABBCC', 'fr.next': 'Continuer', logo: '' }
  expect(parse(IdentityForm, form)).toMatchObject({
    theme: { ...plainTheme, accent: '#aabbcc' },
    labels: { fr: { next: 'Continuer' }, en: {} },
  })
  expect(() => parse(IdentityForm, { accent: 'red}' })).toThrow('form.field')
})

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><rect width="9" height="9"/></svg>'

async function filesOf(packageId: string) {
  const { state, sha256, fileName } = await buildExport(here, packageId)
  expect(state).toBe('ready')
  return unzip(packagePath(here.settings.dataDir, sha256!, fileName))
}

async function store(content: string, fileName: string): Promise<string> {
  const upload = { stream: Readable.from([Buffer.from(content)]), fileName, ...by() }
  const { digest } = await storeAsset(
    { bank: here.bank, dataDir: here.settings.dataDir },
    upload,
  )
  return digest
}
