import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStatements, type StatementsDb } from '#app/db/client.server.ts'
import type { ConsentScope } from '#app/db/schema/bank/index.ts'
import { createCredential, createXapiHandler, readRegistration } from '#app/lrs/index.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { withdrawConsent } from '#app/services/trials/consent.server.ts'
import { findTakingPart } from '#app/services/trials/find-trial.server.ts'
import { cancelTrial, endTrial } from '#app/services/trials/move-trial.server.ts'
import { addObservations, judgeTask } from '#app/services/trials/observations.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'
import {
  answerQuestionnaire,
  finishModule,
  leaveTrialRemark,
  readTakingPart,
  saySeen,
} from '#app/services/trials/taking-part.server.ts'
import { trialActivity, trialCategory } from '#content-schema/statements/trial.ts'
import { basic, iriBase, listen } from '#tests/app/lrs/endpoint.ts'
import { learner } from '#tests/app/lrs/learner.ts'
import { dumpRollups, recomputedRollups } from '#tests/app/lrs/rollup-dump.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { acting, begins, invited, planned } from '#tests/builders/trial.ts'

let place: Workplace
let statements: StatementsDb
let server: Server
let url: string
let trialId: string
let someone: string
/** The header that their package sends. */
let key: string

beforeEach(async () => {
  place = workplace()
  statements = openStatements(':memory:')
  const { bank } = place
  server = createServer(createXapiHandler({ bank, statements, iriBase, now: () => new Date() }))
  url = await listen(server)
  trialId = planned(place)
  someone = invited(place, trialId, 1)[0]!
  begins(place, someone)
  key = keyFor(someone)
})

afterEach(() => {
  server.close()
  statements.$client.close()
  place.bank.$client.close()
})

describe('what a participant’s package tells', () => {
  it('is kept under their code, their registration and the session, whatever the browser says', async () => {
    expect(await tell(learner({ name: 'Camille' }).starts())).toBe(200)
    const [kept] = recorded()
    expect(kept?.actor.account?.name).toBe(`${trialId}-P01`)
    expect(JSON.stringify(kept)).not.toContain('Camille')
    const { grouping, category } = kept!.context!.contextActivities!
    expect(grouping).toContainEqual({ id: trialActivity(iriBase, trialId) })
    expect(category).toContainEqual({ id: trialCategory })
  })

  it('moves no production figure, now or when all is counted again', async () => {
    const production = basic(
      createCredential(place.bank, { ...acting(place, trialId), scope: 'add' }),
    )
    const learning = learner()
    await tell(learning.starts(), production)
    await tell(learning.answers('question01', 'a', 1, 1), production)
    const before = dumpRollups(statements)
    const trying = learner()
    for (const said of [trying.starts(), trying.reads('section001', 60), trying.completes()])
      expect(await tell(said)).toBe(200)
    const part = { kind: 'element', sectionId: 'section001', id: 'element001' } as const
    expect(await tell(trying.remarks(part, 'Pas clair.'))).toBe(200)
    expect(recorded()).toHaveLength(4)
    expect(dumpRollups(statements)).toEqual(before)
    expect(recomputedRollups(statements)).toEqual(before)
  })

  it('counts once when it is sent again', async () => {
    const said = learner().starts()
    expect([await tell(said), await tell(said)]).toEqual([200, 200])
    expect(recorded()).toHaveLength(1)
  })

  it('is refused once the session is cancelled, though somebody plays, and taken a while after it ended', async () => {
    endTrial(place.bank, acting(place, trialId))
    expect(await tell(learner().starts())).toBe(200)
    cancelTrial(place.bank, { ...acting(place, trialId), reason: 'Panne de réseau.' })
    expect(await tell(learner().starts())).toBe(403)
    expect(() => finishModule(place.bank, { participantId: someone, now })).toThrow(
      expect.objectContaining({ code: 'trial.not-open' }),
    )
    expect(recorded()).toHaveLength(1)
  })
})

describe('consent that is withdrawn in the middle', () => {
  it('stops the recording at once and deletes what was recorded', async () => {
    saySeen(place.bank, {
      participantId: someone,
      sectionId: 'section001',
      nodeId: 'paragr0001',
      now,
    })
    await tell(learner().starts())
    withdraw('traces')
    expect(recorded()).toEqual([])
    expect(statements.$client.prepare('select count(*) from statements').pluck().get()).toBe(0)
    expect(statements.$client.prepare('select count(*) from mentions').pluck().get()).toBe(0)
    expect(await tell(learner().starts())).not.toBe(200)
    expect(recorded()).toEqual([])
    expect(readTrial(place.bank, acting(place, trialId)).participants[0]).toMatchObject({
      ...{ sectionId: null, withdrew: true, consents: ['notes', 'questionnaire'] },
    })
  })

  it('deletes the notes and answers of its scope, and those of no other', () => {
    const { bank } = place
    observe('uuid-1')
    judgeTask(bank, {
      ...acting(place, trialId),
      ...{ participantId: someone, taskId: 'follow', result: 'helped' },
    })
    leaveTrialRemark(bank, { participantId: someone, nodeId: null, body: 'Trop long.', now })
    answer()
    withdraw('notes')
    const { observations, remarks, participants } = readTrial(bank, acting(place, trialId))
    expect({ observations, remarks }).toEqual({ observations: [], remarks: [] })
    expect(participants[0]).toMatchObject({ results: {}, sus: 100 })
    expect(() => observe('uuid-2')).toThrow(
      expect.objectContaining({ code: 'trial.no-consent' }),
    )
    withdraw('questionnaire')
    expect(readTakingPart(bank, someone).answered).toBe(false)
    expect(verifyTrail(bank, null).firstBroken).toBeNull()
  })

  it('can be withdrawn after the session was decided or cancelled too', async () => {
    await tell(learner().starts())
    cancelTrial(place.bank, { ...acting(place, trialId), reason: 'Reportée.' })
    withdraw('traces', 'notes', 'questionnaire')
    expect(recorded()).toEqual([])
    expect(readTakingPart(place.bank, someone).consents).toEqual([])
  })
})

it('nothing is recorded of whoever did not agree to it', async () => {
  const other = invited(place, planned(place), 1)[0]!
  begins(place, other, ['questionnaire'])
  expect(await tell(learner().starts(), keyFor(other))).toBe(403)
  saySeen(place.bank, {
    participantId: other,
    sectionId: 'section001',
    nodeId: 'paragr0001',
    now,
  })
  expect(findTakingPart(place.bank, other).participant.sectionId).toBeNull()
  const refused = expect.objectContaining({ code: 'trial.no-consent' })
  const remark = { participantId: other, nodeId: null, body: 'Bien.', now }
  expect(() => leaveTrialRemark(place.bank, remark)).toThrow(refused)
})

function keyFor(participantId: string): string {
  const { organisationId } = place
  const given = { organisationId, scope: 'add', participantId, now } as const
  return basic(createCredential(place.bank, given))
}

async function tell(statement: object, as = key): Promise<number> {
  const headers = {
    ...{ Authorization: as, 'Content-Type': 'application/json' },
    'X-Experience-API-Version': '1.0.3',
  }
  const body = JSON.stringify([statement])
  const { status } = await fetch(`${url}/statements`, { method: 'POST', headers, body })
  return status
}

function recorded() {
  const { participant, trial } = findTakingPart(place.bank, someone)
  return readRegistration(statements, { ...trial, ...participant })
}

function withdraw(...scopes: ConsentScope[]): void {
  withdrawConsent({ bank: place.bank, statements }, { participantId: someone, scopes, now })
}

function observe(id: string): void {
  const seen = { taskId: null, nodeId: null, kind: 'hesitation', text: '', at: 1 } as const
  const observations = [{ id, participantId: someone, ...seen }]
  addObservations(place.bank, { ...acting(place, trialId), observations })
}

function answer(): void {
  const sus = [5, 1, 5, 1, 5, 1, 5, 1, 5, 1]
  answerQuestionnaire(place.bank, { participantId: someone, sus, own: {}, now })
}
