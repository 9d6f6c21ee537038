import type { Instance } from '#app/db/instance.server.ts'
import { answerGuarantee } from '#app/services/guarantees/answer-guarantee.server.ts'
import { findGuarantee } from '#app/services/guarantees/guarantee-rows.server.ts'
import { readGuarantee } from '#app/services/guarantees/read-guarantee.server.ts'
import {
  listGuarantees,
  listGuaranteesOf,
  modulesGuardedBy,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { renewGuarantee } from '#app/services/guarantees/renew-guarantee.server.ts'
import { nothingUntil, whatNeeds } from '#app/services/home/needs.server.ts'
import { draftsOf, readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import type { Member } from '#app/services/rights.ts'
import { recordWatchEvent } from '#app/services/watch/record-watch-event.server.ts'
import { closeCheck, openChecks } from '#app/services/watch/to-check.server.ts'
import {
  endWatchSource,
  findWatchSource,
  listWatchSources,
} from '#app/services/watch/watch-sources.server.ts'

const seen = {
  day: '2026-03-09',
  summary: 'x',
  effect: 'none',
  evidence: '',
  about: {},
  keeps: true,
} as const

type Key = {
  moduleId: string
  sourceId: string
  organisationId: string
  personId: string
  guaranteeId: string
  digest: string
  endsOn: string
  note: string
  now: Date
}

/** What a member of another organisation is refused of a guarantee. */
export function refusingGuarantees(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  const said = { answer: 'accepted', reason: '' } as const
  return {
    findGuarantee: () => findGuarantee(bank(), key()),
    readGuarantee: () => readGuarantee(here(), key()),
    answerGuarantee: () => answerGuarantee(bank(), { ...key(), ...said }),
    renewGuarantee: () => renewGuarantee(bank(), key()),
    findWatchSource: () => findWatchSource(bank(), key()),
    endWatchSource: () => endWatchSource(bank(), key()),
    recordWatchEvent: () => recordWatchEvent(bank(), { ...key(), ...seen }),
    closeCheck: () => closeCheck(bank(), { ...key(), checkId: 'x', words: 'x', decides: true }),
  }
}

/** What they do not find. */
export function findingGuarantees(here: () => Instance, key: () => Key) {
  const names = { name: '', organisationName: '' }
  const roles: Member['roles'] = ['designer', 'expert', 'publisher']
  const asked = () => ({ member: { ...key(), ...names, roles }, now: key().now })
  return {
    readWhatAwaits: () => Object.values(readWhatAwaits(here().bank, asked())).flat(),
    draftsOf: () => draftsOf(here().bank, asked().member),
    whatNeeds: () => whatNeeds(here().bank, asked()),
    nothingUntil: () => nothingUntil(here().bank, asked()),
    listWatchSources: () => listWatchSources(here().bank, key()),
    openChecks: () => openChecks(here().bank, key()),
    modulesGuardedBy: () => [...modulesGuardedBy(here().bank, key())],
    listGuarantees: () => Object.values(listGuarantees(here().bank, key())).flat(),
    listGuaranteesOf: () => Object.values(listGuaranteesOf(here().bank, key())).flat(),
  }
}
