import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { queueLetter } from '#app/services/letters/queue-letter.server.ts'
import { processings } from '#app/services/processing-register/processing.ts'
import { readProcessingRegister } from '#app/services/processing-register/read-register.server.ts'
import { addTeam, now } from '#tests/builders/bank.ts'
import { addForwarding } from '#tests/builders/forwarding.ts'
import { begins, invited, planned } from '#tests/builders/trial.ts'
import { openTwoLrs, type TwoLrs } from './forwarding/two-lrs.ts'

let two: TwoLrs
let here: Instance
beforeEach(async () => {
  two = await openTwoLrs()
  here = two.here
})
afterEach(() => two.discard())

const countsOf = async (organisationId: string) => {
  const { processings: lines } = await readProcessingRegister(here, organisationId)
  return Object.assign({}, ...lines.map(({ counts }) => counts)) as Record<string, number>
}

it('counts what is really kept of people, of this organisation alone', async () => {
  const { place } = two
  const { organisationId } = place
  const elsewhere = addTeam(here.bank, 'Ailleurs')
  const who = two.someone()
  await two.tell([who.starts(), who.remarks({ kind: 'section', sectionId: 's1' }, 'Pas clair')])
  const [participant] = invited(place, planned(place), 2)
  begins(place, participant!)
  const to = { address: 'zoe@exemple.fr', name: 'Zoé', language: 'fr' } as const
  queueLetter(here.bank, { organisationId, to, letter: { subject: 'x', lines: [] }, now })
  const found = await countsOf(organisationId)
  expect(found).toMatchObject({
    ...{ members: 5, statements: 2, learners: 1, remarks: 1, documents: 0, files: 0 },
    ...{ participants: 2, identities: 2, messages: 0, guests: 0 },
  })
  expect(found.letters).toBeGreaterThan(0)
  expect(found.events).toBeGreaterThan(0)
  const { members, ...nothing } = await countsOf(elsewhere.organisationId)
  expect(members).toBe(5)
  expect(Object.values(nothing).filter(Boolean)).toEqual([])
})

it('has a line for each processing, and names who receives statements', async () => {
  const { organisationId } = two.place
  addForwarding(two.place, 'LRS du groupe')
  const register = await readProcessingRegister(here, organisationId)
  expect(register.processings.map(({ code }) => code)).toEqual([...processings])
  expect(register.recipients).toEqual([
    { name: 'LRS du groupe', host: 'lrs.exemple.fr', trials: false },
  ])
  const learning = register.processings.find(({ code }) => code === 'learning')
  expect(learning?.oldestAt).toBeNull()
})
