import { beforeEach, describe, expect, it } from 'vitest'
import {
  type GateProfile,
  keepGateProfile,
  listGateProfiles,
} from '#app/services/publication/gate-profiles.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { askWaiver, decideWaiver } from '#app/services/publication/waivers.server.ts'
import {
  correctFinding,
  judgeFinding,
  openFinding,
} from '#app/services/trials/findings.server.ts'
import { endTrial } from '#app/services/trials/move-trial.server.ts'
import {
  approve,
  draftOf,
  facts,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { acting, decided, finishes, held, invited, planned } from '#tests/builders/trial.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
  wants(3)
})

describe('the gate of sessions', () => {
  it('says exactly what is missing, step by step, and opens once enough people went to the end', () => {
    expect(missing()).toEqual(['trial.missing'])
    const trialId = planned(place)
    expect(missing()).toEqual(['trial.under-way'])
    const [first, second, third] = invited(place, trialId)
    finishes(place, first!)
    finishes(place, second!)
    decided(place, trialId, 'pass')
    expect(missing()).toEqual(['trial.too-few'])
    expect(gate()?.findings[0]?.params).toEqual({ wanted: 3, finished: 2 })
    expect(third).toBeDefined()
    held(place)
    expect(missing()).toEqual([])
    approve(place)
    expect(publish(place)).toEqual({ major: 1, minor: 0 })
  })

  it('closes again when content or pedagogy change, and not for anything else', () => {
    held(place)
    save(place, { facts: { ...facts, licence: 'cc-by-sa-4.0' } })
    expect(missing()).toEqual([])
    save(place, { document: lesson('On plie bien les genoux.') })
    expect(missing()).toEqual(['trial.outdated'])
  })

  it('is closed by a session that says stop, or that wants another look', () => {
    held(place, { decision: 'stop' })
    expect(missing()).toEqual(['trial.missing'])
    held(place, { decision: 'fix-and-retest' })
    expect(missing()).toEqual(['trial.missing'])
  })

  it('waits for each grave finding: a decision, a correction, another look', () => {
    const trialId = planned(place)
    for (const id of invited(place, trialId)) finishes(place, id)
    const by = acting(place, trialId)
    const grave = { title: 'La consigne se perd', nodeId: null, severity: 3 } as const
    const none = { observationIds: [], remarkIds: [] }
    const findingId = openFinding(place.bank, { ...by, ...none, ...grave })
    openFinding(place.bank, { ...by, ...none, ...grave, title: 'Une virgule', severity: 1 })
    decided(place, trialId, 'fix-and-retest')
    expect(missing()).toEqual(['trial.missing', 'trial.to-decide'])
    const accepted = { decision: 'accepted', reason: '', duplicateOf: null } as const
    judgeFinding(place.bank, { ...by, findingId, severity: 3, ...accepted })
    expect(missing()).toEqual(['trial.missing', 'trial.to-correct'])
    save(place, { document: lesson('Pliez les genoux, gardez le dos droit.') })
    const fix = {
      ...by,
      findingId,
      fixedIn: 'draft',
      retested: null,
      retestTrialId: null,
    } as const
    correctFinding(place.bank, { ...fix, retestParticipants: 0 })
    expect(missing()).toEqual(['trial.missing', 'trial.to-retest'])
    const again = held(place, { many: 1, retestOf: trialId })
    expect(missing()).toEqual(['trial.to-retest'])
    correctFinding(place.bank, { ...fix, retested: 'ok', retestParticipants: 1 })
    expect(missing()).toEqual(['trial.to-retest'])
    correctFinding(place.bank, {
      ...{ ...fix, retested: 'ok', retestTrialId: again, retestParticipants: 0 },
    })
    expect(missing()).toEqual([])
  })

  it('lets pass for a reason, by somebody else', () => {
    approve(place)
    const request = { ...keyOf(place), gate: 'trial', now, personId: place.people.designer.id }
    const asked = {
      ...request,
      gate: 'trial',
      reason: 'Session lundi',
      endsOn: '2026-03-31',
    } as const
    const waiverId = askWaiver(place.bank, asked)
    decideWaiver(place.bank, {
      ...{ ...keyOf(place), waiverId, decision: 'granted', answer: '', now },
      personId: place.people.quality.id,
    })
    expect(publish(place)).toEqual({ major: 1, minor: 0 })
  })
})

it('only what is meant to certify asks for a session as it ships', () => {
  wants(null)
  const asked = listGateProfiles(place.bank, place.organisationId).map(({ trial }) => trial)
  expect(asked).toEqual([null, null, { participants: 3 }])
  expect(gate()).toBeUndefined()
})

it('a grave finding is said even where no session is asked for, and keeps nothing back', () => {
  wants(null)
  const trialId = planned(place)
  invited(place, trialId, 1)
  endTrial(place.bank, acting(place, trialId))
  const finding = { title: 'Consigne', nodeId: null, severity: 4 } as const
  openFinding(place.bank, {
    ...{ ...acting(place, trialId), ...finding, observationIds: [], remarkIds: [] },
  })
  expect(gate()).toMatchObject({ passed: true, findings: [{ code: 'trial.to-decide' }] })
})

function gate() {
  return readGates(place.bank, { draft: draftOf(place), now }).find(
    ({ name }) => name === 'trial',
  )
}

function missing(): string[] {
  return gate()?.findings.map(({ code }) => code) ?? []
}

const signed: Omit<GateProfile, 'trial'> = {
  signOffs: ['content'],
  guarantees: ['content'],
  exportAtEnd: 'warned',
}

function wants(participants: number | null): void {
  const { organisationId, people, bank } = place
  keepGateProfile(bank, {
    ...{ organisationId, personId: people.administrator.id, now, intendedUse: 'internal' },
    profile: participants ? { ...signed, trial: { participants } } : null,
  })
}
