import { beforeEach, describe, expect, it } from 'vitest'
import { trialContacts, trialObservations } from '#app/db/schema/bank/index.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { giveConsent } from '#app/services/trials/consent.server.ts'
import { addEvidence, judgeFinding, openFinding } from '#app/services/trials/findings.server.ts'
import { decideTrial, startTrial } from '#app/services/trials/move-trial.server.ts'
import { addObservations } from '#app/services/trials/observations.server.ts'
import { addParticipants, forgetContacts } from '#app/services/trials/participants.server.ts'
import {
  findProtocol,
  keepProtocol,
  listProtocols,
  removeProtocol,
} from '#app/services/trials/protocols.server.ts'
import { listTrials, readTrial } from '#app/services/trials/read-trial.server.ts'
import { summarised, susItems, susScore } from '#app/services/trials/sus.ts'
import {
  answerQuestionnaire,
  beginModule,
  finishModule,
  leaveTrialRemark,
} from '#app/services/trials/taking-part.server.ts'
import {
  addTeam,
  draftOf,
  keyOf,
  lesson,
  now,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import {
  acting,
  begins,
  decided,
  finishes,
  invited,
  letterTo,
  planned,
} from '#tests/builders/trial.ts'

let place: Workplace
let trialId: string

beforeEach(() => {
  place = workplace()
  trialId = planned(place)
})

describe('a session', () => {
  it('is about a frozen copy, with a copy of the protocol as it was that day', () => {
    const { organisationId, bank } = place
    const by = { organisationId, personId: place.people.quality.id, now }
    const protocol = { ...findProtocol(bank, { organisationId, protocolId: 'one-to-one-fr' }) }
    const protocolId = keepProtocol(bank, { ...by, protocolId: null, protocol })
    save(place, { document: lesson('Autre texte.') })
    keepProtocol(bank, { ...by, protocolId, protocol: { ...protocol, name: 'Changé' } })
    const { trial, revision } = readTrial(bank, acting(place, trialId))
    expect(trial.protocol.name).toBe('Un par un, à voix haute')
    expect(revision.number).toBe(1)
    removeProtocol(bank, { ...by, protocolId })
    expect(listTrials(bank, keyOf(place))).toMatchObject([
      { state: 'planned', participants: 0 },
    ])
  })

  it('goes from one state to the next, each move in the trail, and back only to go on', () => {
    const by = acting(place, trialId)
    const pass = { ...by, decision: 'pass', rationale: 'Vu.' } as const
    expect(() => decideTrial(place.bank, pass)).toThrow(code('trial.other-moment'))
    invited(place, trialId)
    expect(stateOf()).toBe('running')
    expect(() => startTrial(place.bank, by)).toThrow(code('trial.other-moment'))
    decided(place, trialId, 'stop')
    expect(() => decideTrial(place.bank, pass)).toThrow(code('trial.other-moment'))
    expect(verifyTrail(place.bank, null).firstBroken).toBeNull()
    expect(draftOf(place).version).toBe(2)
  })

  it('cannot be decided without a reason, nor be led by somebody of another organisation', () => {
    const rationale = ' '
    const by = acting(place, trialId)
    expect(() => decideTrial(place.bank, { ...by, decision: 'pass', rationale })).toThrow(
      code('trial.reason-missing'),
    )
    place.people.quality = addTeam(place.bank, 'Ailleurs').people.quality
    expect(() => planned(place)).toThrow(code('trial.stranger'))
  })
})

describe('participants', () => {
  it('are codes; who they are is forgotten alone, and what they did stays', () => {
    const [first] = invited(place, trialId)
    finishes(place, first!)
    observe('uuid-1', first!)
    forgetContacts(place.bank, acting(place, trialId))
    expect(place.bank.select().from(trialContacts).all()).toEqual([])
    const { participants, observations } = readTrial(place.bank, acting(place, trialId))
    expect(participants.map(({ code, name }) => `${code}${name}`)).toEqual([
      'P01',
      'P02',
      'P03',
    ])
    expect(observations).toHaveLength(1)
  })

  it('come one by one too, up to sixty, and not once it is over', () => {
    const by = acting(place, trialId)
    const one = { profile: 'avancé', name: '', email: '' }
    addParticipants(place.bank, { ...by, people: [one], letterTo })
    expect(stateOf()).toBe('recruiting')
    const many = Array.from({ length: 60 }, () => one)
    expect(() => addParticipants(place.bank, { ...by, people: many, letterTo })).toThrow(
      code('trial.too-many'),
    )
    startTrial(place.bank, by)
    decided(place, trialId, 'stop')
    expect(() => addParticipants(place.bank, { ...by, people: [one], letterTo })).toThrow(
      code('trial.other-moment'),
    )
  })

  it('agree before it begins, play only while it runs, and agree no more once it is over', () => {
    const people = [{ profile: 'débutant', name: '', email: '' }]
    const by = acting(place, trialId)
    const [{ id } = { id: '' }] = addParticipants(place.bank, { ...by, people, letterTo })
    const begin = () => beginModule(place.bank, { participantId: id, now })
    giveConsent(place.bank, { participantId: id, scopes: ['traces'], now })
    expect(begin).toThrow(code('trial.not-open'))
    startTrial(place.bank, by)
    begin()
    decided(place, trialId, 'stop')
    expect(begin).toThrow(code('trial.not-open'))
    expect(() =>
      giveConsent(place.bank, { participantId: id, scopes: ['notes'], now }),
    ).toThrow(code('trial.not-open'))
  })

  it('answer once, all ten statements or none, and leave their own questions empty if they like', () => {
    const [first] = invited(place, trialId)
    begins(place, first!)
    const give = (sus: number[]) =>
      answerQuestionnaire(place.bank, {
        ...{ participantId: first!, sus, now },
        own: { clear: '4', length: 'énorme', unknown: 'x' },
      })
    expect(() => give([1, 2])).toThrow(code('trial.answers-incomplete'))
    give([4, 2, 4, 2, 4, 2, 4, 2, 4, 2])
    give([1, 5, 1, 5, 1, 5, 1, 5, 1, 5])
    const [view] = readTrial(place.bank, acting(place, trialId)).participants
    expect(view).toMatchObject({ sus: 75, own: { clear: 4 } })
    expect(Object.keys(view!.own)).toEqual(['clear'])
  })

  it('finish once, and remark only on what is in the revision', () => {
    const [first] = invited(place, trialId)
    begins(place, first!)
    finishModule(place.bank, { participantId: first!, now })
    finishModule(place.bank, { participantId: first!, now: new Date(now.getTime() + 1000) })
    const [view] = readTrial(place.bank, acting(place, trialId)).participants
    expect(view?.finishedAt).toBe(now.getTime())
    const remark = { participantId: first!, body: 'Où est-ce ?', now }
    expect(() => leaveTrialRemark(place.bank, { ...remark, nodeId: 'nowhere000' })).toThrow(
      code('remark.no-such-node'),
    )
    leaveTrialRemark(place.bank, { ...remark, nodeId: 'paragr0001' })
    const [said] = readTrial(place.bank, acting(place, trialId)).remarks
    expect(said?.quote).toContain('On plie les genoux')
  })
})

describe('observations and findings', () => {
  it('an observation sent again counts once', () => {
    const [first] = invited(place, trialId)
    begins(place, first!)
    observe('uuid-1', first!)
    observe('uuid-1', first!)
    expect(place.bank.select().from(trialObservations).all()).toHaveLength(1)
  })

  it('a finding is seen by those whose observations and remarks it holds, and takes them from another', () => {
    const [first, second] = invited(place, trialId)
    begins(place, first!)
    begins(place, second!)
    observe('uuid-1', first!)
    observe('uuid-2', first!)
    leaveTrialRemark(place.bank, { participantId: second!, nodeId: null, body: 'Long.', now })
    const [remark] = readTrial(place.bank, acting(place, trialId)).remarks
    const by = acting(place, trialId)
    const open = (title: string, observationIds: string[]) =>
      openFinding(place.bank, {
        ...{ ...by, title, nodeId: null, severity: 2, observationIds, remarkIds: [] },
      })
    const one = open('Une', ['uuid-1', 'uuid-2', 'elsewhere'])
    const other = open('Autre', ['uuid-2'])
    addEvidence(place.bank, {
      ...{ ...by, findingId: one, observationIds: [], remarkIds: [remark!.id] },
    })
    const seen = readTrial(place.bank, by).findings.map(({ title, seenBy }) => [title, seenBy])
    expect(seen).toEqual([
      ['Une', [first, second]],
      ['Autre', [first]],
    ])
    const judged = { ...by, findingId: other, severity: 2, duplicateOf: null } as const
    expect(() =>
      judgeFinding(place.bank, { ...judged, decision: 'rejected', reason: '' }),
    ).toThrow(code('trial.reason-missing'))
    expect(() =>
      judgeFinding(place.bank, {
        ...judged,
        decision: 'duplicate',
        reason: '',
        duplicateOf: other,
      }),
    ).toThrow(code('trial.finding-not-found'))
  })
})

describe('a protocol', () => {
  it('is there in both languages before anybody wrote one', () => {
    const listed = (language: 'fr' | 'en') =>
      listProtocols(place.bank, { organisationId: place.organisationId, language })
    expect(
      listed('fr')
        .map(({ protocol }) => protocol.kind)
        .sort(),
    ).toEqual(
      listed('en')
        .map(({ protocol }) => protocol.kind)
        .sort(),
    )
    expect(listed('fr')).toHaveLength(4)
  })

  it('without a task, a profile or a consent text is none', () => {
    const { organisationId, people, bank } = place
    const protocol = findProtocol(bank, { organisationId, protocolId: 'walkthrough-fr' })
    for (const lack of [{ tasks: [] }, { wanted: [] }, { consent: ' ' }, { name: '' }]) {
      const given = { organisationId, protocolId: null, personId: people.quality.id, now }
      expect(() =>
        keepProtocol(bank, { ...given, protocol: { ...protocol, ...lack } }),
      ).toThrow(code('protocol.incomplete'))
    }
  })
})

describe('the usability scale', () => {
  it('has ten statements in each language, and goes from 0 to 100', () => {
    expect([susItems.fr.length, susItems.en.length]).toEqual([10, 10])
    expect(susScore([5, 1, 5, 1, 5, 1, 5, 1, 5, 1])).toBe(100)
    expect(susScore([1, 5, 1, 5, 1, 5, 1, 5, 1, 5])).toBe(0)
    expect(susScore([3, 3, 3, 3, 3, 3, 3, 3, 3, 3])).toBe(50)
    expect(() => susScore([6, 1, 5, 1, 5, 1, 5, 1, 5, 1])).toThrow(RangeError)
  })

  it('says median and range, and no mean under twelve people', () => {
    expect(summarised([])).toBeNull()
    expect(summarised([70, 40, 90, 80])).toMatchObject({
      median: 75,
      lowest: 40,
      highest: 90,
      mean: null,
    })
    expect(summarised([50])).toMatchObject({ median: 50, lowest: 50, highest: 50 })
    expect(summarised(Array.from({ length: 12 }, () => 60))?.mean).toBe(60)
  })
})

function code(name: string) {
  return expect.objectContaining({ code: name })
}

function stateOf() {
  return readTrial(place.bank, acting(place, trialId)).trial.state
}

function observe(id: string, participantId: string): void {
  const seen = { taskId: 'follow', nodeId: null, kind: 'error', text: '', at: 1 } as const
  const observations = [{ id, participantId, ...seen }]
  addObservations(place.bank, { ...acting(place, trialId), observations })
}
