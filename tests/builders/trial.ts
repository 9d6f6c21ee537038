import type { ConsentScope } from '#app/db/schema/bank/index.ts'
import { consentScopes } from '#app/db/schema/bank/index.ts'
import { giveConsent } from '#app/services/trials/consent.server.ts'
import { decideTrial, endTrial, startTrial } from '#app/services/trials/move-trial.server.ts'
import { addParticipants, type LetterTo } from '#app/services/trials/participants.server.ts'
import { planTrial } from '#app/services/trials/plan-trial.server.ts'
import { beginModule, finishModule } from '#app/services/trials/taking-part.server.ts'
import { keyOf, now, type Workplace } from './bank.ts'

/** A session of the quality team's, in French, one to one. */
export function planned(place: Workplace, retestOf: string | null = null, at = now): string {
  const { bank, people } = place
  return planTrial(bank, {
    ...keyOf(place),
    ...{ protocolId: 'one-to-one-fr', facilitatorId: people.quality.id, place: 'Salle 2' },
    ...{ day: '2026-03-12', retestOf, personId: people.quality.id, now: at },
  })
}

/** What somebody invited is written in tests. */
export const letterTo: LetterTo = ({ token, name, email }) => ({
  to: { address: email, name, language: 'fr' },
  letter: { subject: 'Session test', lines: [], action: { label: 'Ouvrir', url: token } },
})

/** Who acts in a session: the quality team, unless said otherwise. */
export function acting(place: Workplace, trialId: string, personId = place.people.quality.id) {
  return { trialId, organisationId: place.organisationId, personId, now }
}

/** So many people who could begin now. */
export function invited(place: Workplace, trialId: string, many = 3): string[] {
  const people = Array.from({ length: many }, (_, index) => ({
    ...{ profile: 'débutant', name: `Personne ${index + 1}`, email: `p${index}@exemple.fr` },
  }))
  const by = acting(place, trialId)
  const added = addParticipants(place.bank, { ...by, people, letterTo })
  startTrial(place.bank, by)
  return added.map(({ id }) => id)
}

/** They agree, and open the module. */
export function begins(
  { bank }: Workplace,
  participantId: string,
  scopes: readonly ConsentScope[] = consentScopes,
): void {
  giveConsent(bank, { participantId, scopes, now })
  beginModule(bank, { participantId, now })
}

/** They do all that is asked of them but the questionnaire. */
export function finishes(place: Workplace, participantId: string): void {
  begins(place, participantId)
  finishModule(place.bank, { participantId, now })
}

/** A whole session: so many people go to the end, then somebody decides. */
export function held(
  place: Workplace,
  { many = 3, decision = 'pass', retestOf = null }: Held = {},
): string {
  const trialId = planned(place, retestOf)
  for (const id of invited(place, trialId, many)) finishes(place, id)
  decided(place, trialId, decision)
  return trialId
}

type Held = {
  many?: number
  decision?: 'pass' | 'fix-and-retest' | 'stop'
  retestOf?: string | null
}

/** Ends a session and decides. */
export function decided(
  place: Workplace,
  trialId: string,
  decision: NonNullable<Held['decision']>,
): void {
  const by = acting(place, trialId)
  endTrial(place.bank, by)
  decideTrial(place.bank, { ...by, decision, rationale: 'Ce qui a été vu le montre.' })
}
