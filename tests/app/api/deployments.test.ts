import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { deployments, packages } from '#app/db/schema/bank/index.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { type ServedApi, serveApi, tokenOf } from '#tests/builders/api.ts'
import { keyOf, now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { grain } from '#tests/builders/command-line.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { publishText } from '#tests/builders/published-text.ts'

let here: Instance
let place: Workplace
let api: ServedApi

beforeEach(async () => {
  here = openFolder()
  place = workplace(here.bank)
  api = await serveApi(here)
  publishText(place, 'Un premier texte.')
  const personId = place.people.publisher.id
  const asked = { format: 'scorm-12', language: 'fr', traces: false } as const
  const said = { recipient: 'CFA des Monts', preset: 'moodle' }
  requestExport(here.bank, { ...keyOf(place), ...asked, ...said, personId, now })
  here.bank.update(packages).set({ state: 'ready' }).run()
  here.bank.update(deployments).set({ downloads: null }).run()
})
afterEach(async () => {
  await api.stop()
  removeFolder(here)
})

it('programs read what went out, why it needs somebody, and what to do', async () => {
  expect((await read('show=attention')).body).toMatchObject({ total: 0, deployments: [] })
  publishText(place, 'Un texte corrigé.')
  const { body } = await read('show=attention')
  expect(body.deployments).toMatchObject([
    {
      ...{ module: 'gestes-et-postures', edition: '1.0', recipient: 'CFA des Monts' },
      ...{ lms: 'Moodle', downloads: null, retiredAt: null, exportedAt: now.toISOString() },
      life: { state: 'unknown', lastOn: null, in30Days: null, learners: null },
      ...{ state: 'attention', todo: 'renew' },
      reasons: [
        {
          ...{ code: 'outdated', what: '1.1', day: '2026-03-10' },
          message: 'Outdated since 10 March 2026: edition 1.1 is published.',
        },
      ],
    },
  ])
  expect((await read('query=monts')).body.total).toBe(1)
  expect((await read('show=toutes')).status).toBe(422)
  expect((await read('', tokenOf(here, place, ['export']))).status).toBe(403)
  const strangers = workplace(here.bank)
  expect((await read('show=all', tokenOf(here, strangers))).body.total).toBe(0)
})

it('the command line says it in a line each', async () => {
  const folder = here.settings.dataDir
  expect(await grain(folder, 'deployments', '--attention')).toMatchObject({ code: 0, out: '' })
  publishText(place, 'Un texte corrigé.')
  const line = ['gestes-et-postures', '1.0', 'scorm-12', 'CFA des Monts', 'Moodle', 'unknown']
  const why = ['attention', 'outdated (1.1, 2026-03-10)']
  const said = await grain(folder, 'deployments', '--attention')
  expect(said).toMatchObject({ code: 0, out: `${[...line, ...why].join('\t')}\n`, err: '' })
  const { out } = await grain(folder, 'deployments', '--json')
  expect(JSON.parse(out)).toMatchObject([{ recipient: 'CFA des Monts', todo: 'renew' }])
})

async function read(query: string, token = tokenOf(here, place)) {
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': 'en' }
  const response = await fetch(`${api.url}/api/v1/deployments?${query}`, { headers })
  return { status: response.status, body: await response.json() }
}
