import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { letters, personalLinks } from '#app/db/schema/bank/index.ts'
import { addParticipants, replaceLink } from '#app/services/trials/participants.server.ts'
import { type Workplace, workplace } from '#tests/builders/bank.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'
import { acting, letterTo, planned } from '#tests/builders/trial.ts'

let server: Running
let bank: Bank
let place: Workplace
let trialId: string
let invited: { id: string; token: string }[]

beforeAll(async () => {
  server = await startServer()
  bank = openBank(join(server.dataDir, 'bank.sqlite'))
  place = workplace(bank)
})

beforeEach(() => {
  trialId = planned(place)
  const people = ['un@exemple.fr', ''].map((email) => ({
    profile: 'débutant',
    name: '',
    email,
  }))
  invited = addParticipants(bank, { ...by(), people, letterTo })
})

afterAll(async () => {
  bank.$client.close()
  await discard(server)
})

describe('the link of a participant', () => {
  it('opens their page as often as it is asked, whoever fetched it before', async () => {
    const [one] = invited
    await server.browser().fetch(`/invited/${one!.token}`, { method: 'HEAD' })
    for (const _ of [1, 2]) {
      const { browser, status } = await follow(one!.token)
      expect(status).toBe(303)
      const page = await browser.fetch(`/invited/trials/${one!.id}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('P01')
    }
  })

  it('opens nobody else’s, and nothing of the organisation, when it is forwarded', async () => {
    const [one, other] = invited
    const { browser } = await follow(one!.token)
    expect((await browser.fetch(`/invited/trials/${other!.id}`)).status).toBe(404)
    const inside = await browser.fetch(`/trials/${trialId}`)
    expect(inside.headers.get('Location')).toMatch(/^\/sign-in/)
  })

  it('opens nothing once it was taken back, even for whoever had opened it; another may be given', async () => {
    const [one] = invited
    const { browser } = await follow(one!.token)
    const token = replaceLink(bank, { ...by(), participantId: one!.id, anew: true })
    expect((await browser.fetch(`/invited/trials/${one!.id}`)).status).toBe(410)
    expect((await follow(one!.token)).status).toBe(410)
    expect((await follow(token!)).status).toBe(303)
    expect(replaceLink(bank, { ...by(), participantId: one!.id, anew: false })).toBeNull()
    expect((await follow(token!)).status).toBe(410)
  })

  it('ends on its day', async () => {
    const { id, token } = invited[0]!
    const { browser } = await follow(token)
    bank.update(personalLinks).set({ endsOn: '2026-01-01' }).run()
    expect((await browser.fetch(`/invited/trials/${id}`)).status).toBe(410)
    expect((await follow(token)).status).toBe(410)
  })
})

it('whoever has an address is written, and nobody else', () => {
  const written = bank.select().from(letters).all()
  expect(new Set(written.map(({ address }) => address))).toEqual(new Set(['un@exemple.fr']))
})

/** Links end by the clock of the server: these are made today. */
function by() {
  return { ...acting(place, trialId), now: new Date() }
}

async function follow(token: string) {
  const browser = server.browser()
  const { status } = await browser.fetch(`/invited/${token}`)
  return { browser, status }
}
