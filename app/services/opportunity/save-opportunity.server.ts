import type { Bank } from '#app/db/client.server.ts'
import { moduleOpportunities } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { hashOf } from '#app/services/modules/digest.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { findExisting } from './existing-modules.server.ts'
import {
  digestOfBrief,
  findOpportunity,
  type Opportunity,
  type OpportunityText,
  textOf,
} from './read-opportunity.server.ts'

export const mostVoices = 40
export const mostExisting = 30

type Acting = ModuleKey & { personId: string; now: Date }
type Tx = Parameters<Parameters<Bank['transaction']>[0]>[0]
type Written = Pick<Opportunity, 'need' | 'voices' | 'existing'>

/**
 * Replaces what is written; rows of voices that say nothing are left out.
 *
 * @param given `base` is the digest of the text that it was made from
 * @throws UserError `module.not-found` (404), `opportunity.saved-elsewhere` (409),
 *   `opportunity.quote-missing`, `opportunity.too-many-voices`
 */
export function saveOpportunity(
  bank: Bank,
  given: Acting & OpportunityText & { base: string },
): void {
  const { need, words, base } = given
  const voices = given.voices.filter(({ quote, source }) => quote !== '' || source !== '')
  if (voices.some(({ quote }) => quote === '')) throw new UserError('opportunity.quote-missing')
  if (voices.length > mostVoices)
    throw new UserError('opportunity.too-many-voices', { most: mostVoices })
  change(bank, given, (brief) => {
    const text = { need, voices, words }
    const stands = { need: brief.need, voices: brief.voices, words: brief.existing.words }
    // Sent twice, or the same by two people: there is nothing to lose.
    if (hashOf(text) === hashOf(stands)) return brief
    if (hashOf(stands) !== base) throw new UserError('opportunity.saved-elsewhere', {}, 409)
    return { need, voices, existing: { ...brief.existing, words } }
  })
}

/**
 * Keeps a module of the bank as one that may answer the need already.
 *
 * @param given `existingId` is the id of a module within reach, another than the one it is about
 * @throws UserError `module.not-found` (404) for either, `opportunity.itself`,
 *   `opportunity.too-many-existing`
 */
export function pickExisting(bank: Bank, given: Acting & { existingId: string }): void {
  const { existingId, organisationId } = given
  change(bank, given, ({ existing, ...brief }, tx, moduleId) => {
    if (existingId === moduleId) throw new UserError('opportunity.itself')
    if (!findExisting(tx, { moduleId: existingId, organisationId }))
      throw new UserError('module.not-found', { id: existingId }, 404)
    const others = existing.moduleIds.filter((each) => each !== existingId)
    if (others.length >= mostExisting)
      throw new UserError('opportunity.too-many-existing', { most: mostExisting })
    const isThere = others.length < existing.moduleIds.length
    const moduleIds = isThere ? existing.moduleIds : [...others, existingId]
    return { ...brief, existing: { ...existing, moduleIds } }
  })
}

/** Takes such a module away again; one that is not there is no error. Throws `module.not-found` (404). */
export function removeExisting(bank: Bank, given: Acting & { existingId: string }): void {
  change(bank, given, ({ existing, ...brief }) => {
    const moduleIds = existing.moduleIds.filter((each) => each !== given.existingId)
    return { ...brief, existing: { ...existing, moduleIds } }
  })
}

/** One change of the brief with its entry in the trail; nothing is recorded where nothing changed. */
function change(
  bank: Bank,
  { personId, organisationId, now, ...key }: Acting,
  changed: (brief: Written, tx: Tx, moduleId: string) => Written,
): void {
  bank.transaction(
    (tx) => {
      const { moduleId } = findDraft(tx, { ...key, organisationId })
      const row = findOpportunity(tx, moduleId)
      const { words, ...text } = textOf(row)
      const before = { ...text, existing: row?.existing ?? { moduleIds: [], words } }
      const { need, voices, existing } = changed(before, tx, moduleId)
      if (hashOf({ need, voices, existing }) === hashOf(before)) return
      const at = now.getTime()
      const written = { need, voices, existing, changedBy: personId, changedAt: at }
      tx.insert(moduleOpportunities)
        .values({ moduleId, ...written })
        .onConflictDoUpdate({ target: moduleOpportunities.moduleId, set: written })
        .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId, action: 'opportunity.saved' },
        details: {
          digest: digestOfBrief(findOpportunity(tx, moduleId)),
          voices: voices.length,
          existing: existing.moduleIds.length,
        },
      })
    },
    { behavior: 'immediate' },
  )
}
