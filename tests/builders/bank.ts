import { type Bank, openBank } from '#app/db/client.server.ts'
import {
  memberships,
  organisations,
  people,
  type Role,
  roles,
} from '#app/db/schema/bank/index.ts'
import { answerGuarantee } from '#app/services/guarantees/answer-guarantee.server.ts'
import {
  askGuarantee,
  type NewGuarantee,
} from '#app/services/guarantees/ask-guarantee.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { type DraftChange, saveDraft } from '#app/services/modules/save-draft.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { listReviews, readReview } from '#app/services/review/read-review.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import { newId } from '#content-schema/identity.ts'
import type { Aspect, ModuleFacts } from '#content-schema/module.ts'
import { paragraph, right, section, singleChoice, storedDoc, wrong } from './document.ts'

/** When everything in these banks happens, unless a test says otherwise: a Tuesday in winter. */
export const now = new Date('2026-03-10T09:00:00Z')

export type Person = { id: string; name: string; email: string }
/** An organisation with one person a role. */
export type Team = { organisationId: string; people: Record<Role, Person> }
/** A bank with a team and one module of its designer's, complete but for an expert's approval. */
export type Workplace = Team & { bank: Bank; moduleId: string }

/** A bank with its tables and nothing in them. */
export function emptyBank(file = ':memory:'): Bank {
  return openBank(file)
}

/** A bank with an organisation, five people and one module ready to be reviewed. */
export function workplace(bank = emptyBank()): Workplace {
  const team = addTeam(bank)
  return { bank, ...team, moduleId: addModule(bank, team) }
}

/** One more organisation, its five people under passwords that nothing matches. */
export function addTeam(bank: Bank, name = 'Centre du Val', passwordHash = '-'): Team {
  const organisationId = newId()
  bank.insert(organisations).values({ id: organisationId, name }).run()
  const team = roles.map((role) => {
    const id = newId()
    const person = { id, name: `${name} ${role}`, email: `${role}-${id}@exemple.fr` }
    bank
      .insert(people)
      .values({ ...person, passwordHash })
      .run()
    bank.insert(memberships).values({ personId: id, organisationId, role }).run()
    return [role, person] as const
  })
  return { organisationId, people: Object.fromEntries(team) as Record<Role, Person> }
}

/** A module of the team's designer, saved and guaranteed. */
export function addModule(bank: Bank, team: Team, code = 'gestes-et-postures'): string {
  const { organisationId, people: by } = team
  const { title, language } = facts
  const author = by.designer
  const moduleId = createModule(bank, { title, code, language, author, organisationId, now })
  const change = { facts: { ...facts, code }, document: lesson() }
  save({ bank, moduleId, ...team }, change)
  guarantee({ bank, moduleId, ...team }, 'content')
  guarantee({ bank, moduleId, ...team }, 'pedagogy')
  return moduleId
}

export function guarantee(
  { bank, moduleId, organisationId, people: by }: Workplace,
  aspect: 'content' | 'pedagogy',
  endsOn = dayAfter(now, 365),
  at = now,
): string {
  const who = { guarantorId: by.expert.id, personId: by.quality.id }
  return promise(bank, { moduleId, organisationId, aspect, endsOn, ...who, now: at })
}

/** Asked of somebody, who accepts at once. */
export function promise(bank: Bank, asked: NewGuarantee): string {
  const { organisationId, guarantorId: personId, now: at } = asked
  const guaranteeId = askGuarantee(bank, asked)
  if (personId !== asked.personId) {
    const given = { guaranteeId, organisationId, personId, reason: '', now: at }
    answerGuarantee(bank, { ...given, answer: 'accepted' })
  }
  return guaranteeId
}

/** Saves on whatever stands there, as the designer; gives the new version. */
export function save(place: Workplace, change: DraftChange, at = now): number {
  const { bank, people: by } = place
  const { version: baseVersion } = draftOf(place)
  const saved = saveDraft(bank, {
    ...keyOf(place),
    baseVersion,
    change,
    personId: by.designer.id,
    now: at,
  })
  if (!saved.saved) throw new RangeError('somebody else saved')
  return saved.version
}

/** Asks the expert, unless they have this very text already, and gives the review's id. */
export function ask(
  place: Workplace,
  at = now,
  aspects: readonly Aspect[] = ['content'],
): string {
  const { bank, people: by, moduleId, organisationId } = place
  const digest = contentDigest(place.bank, draftOf(place))
  const asked = listReviews(bank, moduleId).find(
    (each) => each.digest === digest && !each.verdict,
  )
  if (asked) return asked.id
  return requestReview(bank, {
    moduleId,
    organisationId,
    expertId: by.expert.id,
    aspects,
    personId: by.designer.id,
    message: 'Merci de vérifier les chiffres.',
    dueOn: null,
    now: at,
  })
}

/** The expert's answer on the module as it stands. */
export function answer(
  place: Workplace,
  reviewId: string,
  value: 'approved' | 'changes-asked' = 'approved',
  at = now,
): void {
  const { bank, people: by, organisationId } = place
  const digest = contentDigest(place.bank, draftOf(place))
  const personId = by.expert.id
  const { review } = readReview(bank, { reviewId, organisationId })
  const verdicts = review.aspects.map((aspect) => ({ aspect, value, note: '' }))
  giveVerdict(bank, { reviewId, organisationId, verdicts, digest, personId, now: at })
}

export function approve(place: Workplace, at = now): void {
  answer(place, ask(place, at), 'approved', at)
}

export function publish(place: Workplace, at = now) {
  const { bank, people: by } = place
  return publishModule(bank, {
    ...keyOf(place),
    expectedDigest: contentDigest(place.bank, draftOf(place)),
    note: '',
    personId: by.publisher.id,
    now: at,
  })
}

export function draftOf(place: Workplace) {
  return findDraft(place.bank, keyOf(place))
}

export function keyOf({ moduleId, organisationId }: Workplace) {
  return { moduleId, organisationId }
}

/** A short document that may be published as it is. */
export function lesson(text = 'On plie les genoux, le dos reste droit.') {
  return storedDoc(
    section(
      'Porter une charge',
      paragraph(text),
      singleChoice({}, 'Que plie-t-on ?', right('Les genoux'), wrong('Le dos')),
    ),
  )
}

/** Facts of a module that say all a publication asks for. */
export const facts: ModuleFacts = {
  title: 'Gestes et postures',
  code: 'gestes-et-postures',
  summary: 'Porter sans se blesser.',
  objective: 'Porter une charge de 10 kg sans se blesser',
  level: 'beginner',
  language: 'fr',
  minutes: 10,
  audience: 'Agents d’atelier',
  modality: 'self-paced',
  prerequisites: '',
  keywords: ['manutention'],
  licence: 'cc-by-4.0',
  authors: ['Camille Roussel'],
  masteryPercent: 70,
}
