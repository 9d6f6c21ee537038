import { beforeEach, describe, expect, it } from 'vitest'
import { assetRights, auditEntries, editions } from '#app/db/schema/bank/index.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { decideCommercialUse } from '#app/services/delivery-rights/decide-commercial-use.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { forkModule } from '#app/services/reuse/fork.server.ts'
import { listUpdates } from '#app/services/reuse/updates.server.ts'
import { usesOf, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { withdrawModule } from '#app/services/reuse/withdraw.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import {
  answerCoAuthoring,
  inviteCoAuthor,
  leaveCoAuthoring,
  letPublish,
  listCoAuthors,
  removeCoAuthor,
} from '#app/services/sharing/co-authors.server.ts'
import { listCoWritten, listInvitations } from '#app/services/sharing/co-written.server.ts'
import { describeEdition } from '#app/services/sharing/describe-edition.server.ts'
import { publicEdition, setVisibility } from '#app/services/sharing/visibility.server.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import {
  addModule,
  addTeam,
  approve,
  draftOf,
  facts,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Team,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { anyDigest, image, section, storedDoc } from '#tests/builders/document.ts'
import { pathOf, publishedModule } from '#tests/builders/path.ts'
import { addFile } from '#tests/builders/rights.ts'

let place: Workplace
let guests: Team
let strangers: Team

beforeEach(() => {
  place = workplace()
  guests = addTeam(place.bank, 'Voisins')
  strangers = addTeam(place.bank, 'Inconnus')
})

const owners = () => ({ ...keyOf(place), personId: place.people.designer.id, now })
const as = (team: Team) => ({
  ...{ moduleId: place.moduleId, organisationId: team.organisationId },
  ...{ personId: team.people.designer.id, now },
})
const invite = (team = guests, mayPublish = false) =>
  inviteCoAuthor(place.bank, { ...owners(), invitedId: team.organisationId, mayPublish })
const answer = (accepted = true, team = guests) =>
  answerCoAuthoring(place.bank, { ...as(team), accepted })
function join(mayPublish = false): void {
  invite(guests, mayPublish)
  answer()
}
const write = (text: string, team = guests) =>
  saveDraft(place.bank, { ...as(team), baseVersion: null, change: { document: lesson(text) } })
const publishAs = (team: Team) =>
  publishModule(place.bank, {
    ...as(team),
    expectedDigest: contentDigest(place.bank, draftOf(place)),
    note: '',
  })
const refused = (status: number, code?: string) =>
  expect.objectContaining(code ? { status, code } : { status })

describe('an invitation', () => {
  it('is seen by the organisation that is invited, and by no other', () => {
    invite()
    expect(listInvitations(place.bank, guests)).toMatchObject([
      { title: facts.title, owner: 'Centre du Val', mayPublish: false },
    ])
    expect(listInvitations(place.bank, strangers)).toEqual([])
  })

  it('gives nothing before it is accepted', () => {
    invite()
    expect(() => findHeld(place.bank, as(guests))).toThrow(refused(404))
    expect(() => write('x')).toThrow(refused(404))
  })

  it('may be declined, and leaves no trace then', () => {
    invite()
    answer(false)
    expect(listCoAuthors(place.bank, place.moduleId)).toEqual([])
    expect(() => answer()).toThrow(refused(404, 'co-author.not-invited'))
  })

  it('is not made twice, nor for a path, nor to oneself', () => {
    invite()
    expect(() => invite()).toThrow(refused(409, 'co-author.known'))
    expect(() => invite(place)).toThrow(refused(404, 'organisation.not-found'))
    const path = pathOf(place, 'parcours', [publishedModule(place, 'un').moduleId])
    const asked = { ...owners(), ...keyOf(path), invitedId: guests.organisationId }
    expect(() => inviteCoAuthor(place.bank, { ...asked, mayPublish: false })).toThrow(
      refused(409, 'co-author.path'),
    )
  })

  it('is its owner’s to make', () => {
    join()
    const asked = { ...as(guests), invitedId: strangers.organisationId, mayPublish: true }
    expect(() => inviteCoAuthor(place.bank, asked)).toThrow(refused(404))
  })
})

describe('a co-author', () => {
  it('finds the module, whose it is and who writes it', () => {
    join()
    expect(listCoWritten(place.bank, guests)).toMatchObject([
      { moduleId: place.moduleId, owner: 'Centre du Val', others: [], state: 'drafting' },
    ])
    expect(listCoWritten(place.bank, strangers)).toEqual([])
  })

  it('writes, and finds a module of their own under the same code', () => {
    join()
    const own = addModule(place.bank, guests)
    expect(write('Écrit à deux.')).toMatchObject({ saved: true })
    expect(JSON.stringify(draftOf(place).document)).toContain('Écrit à deux.')
    const named = { ...as(guests), moduleId: facts.code }
    expect(findHeld(place.bank, named).moduleId).toBe(own)
  })

  it('says what the module is, but neither its code, its licence nor its ties', () => {
    join()
    const change = (wanted: object) => () =>
      saveDraft(place.bank, { ...as(guests), baseVersion: null, change: wanted })
    change({ facts: { ...facts, title: 'Autre titre' } })()
    expect(draftOf(place).facts.title).toBe('Autre titre')
    const only = refused(403, 'co-author.owner-only')
    expect(change({ facts: { ...facts, code: 'autre' } })).toThrow(only)
    expect(change({ facts: { ...facts, licence: 'cc0-1.0' } })).toThrow(only)
    expect(change({ alignments: [] })).toThrow(only)
  })

  it('asks their own experts, who find it among what awaits them and approve it', () => {
    join()
    const expertId = guests.people.expert.id
    const reviewId = requestReview(place.bank, {
      ...as(guests),
      ...{ expertId, aspects: ['content'], message: '', dueOn: null },
    })
    const member = { ...guests, personId: expertId, name: '', organisationName: '' }
    const { reviewsToGive } = readWhatAwaits(place.bank, {
      member: { ...member, roles: ['expert'] },
      now,
    })
    expect(reviewsToGive).toMatchObject([{ reviewId }])
    const digest = contentDigest(place.bank, draftOf(place))
    giveVerdict(place.bank, {
      ...{ reviewId, organisationId: guests.organisationId, personId: expertId },
      ...{ verdicts: [{ aspect: 'content', value: 'approved', note: '' }], digest, now },
    })
    expect(readReview(place.bank, { reviewId, ...keyOf(place) }).review.verdict).toMatchObject({
      value: 'approved',
    })
    expect(() => readReview(place.bank, { reviewId, ...strangers })).toThrow(refused(404))
  })

  it('publishes only where the owner lets them', () => {
    join()
    approve(place)
    expect(() => publishAs(guests)).toThrow(refused(403, 'co-author.may-not-publish'))
    expect(() => publishAs(strangers)).toThrow(refused(404))
    const coAuthorId = guests.organisationId
    letPublish(place.bank, { ...owners(), coAuthorId, mayPublish: true })
    expect(publishAs(guests)).toEqual({ major: 1, minor: 0 })
    letPublish(place.bank, { ...owners(), coAuthorId, mayPublish: false })
    expect(() => publishAs(guests)).toThrow(refused(403))
  })

  it('does nothing that is its owner’s to do', () => {
    join(true)
    approve(place)
    publish(place)
    const { bank } = place
    const key = as(guests)
    const theirs: (() => unknown)[] = [
      () =>
        setVisibility(bank, {
          ...key,
          ...{ visibility: 'public', networkId: null, organisationIds: [] },
        }),
      () => withdrawModule(bank, { ...key, reason: 'x' }),
      () => whereUsed(bank, key),
      () => usesOf(bank, key),
      () => listUpdates(bank, key),
      () => forkModule(bank, { ...key, title: 'x', author: guests.people.designer }),
      () => requestExport(bank, { ...key, format: 'web', language: 'fr', traces: false }),
      () => decideCommercialUse(bank, { ...key, reason: 'x' }),
      () =>
        askGuarantee(bank, {
          ...key,
          ...{ aspect: 'law', guarantorId: guests.people.expert.id, endsOn: '2026-12-31' },
        }),
      () => letPublish(bank, { ...key, coAuthorId: guests.organisationId, mayPublish: true }),
      () => removeCoAuthor(bank, { ...key, coAuthorId: guests.organisationId }),
    ]
    for (const act of theirs) expect(act).toThrow(refused(404))
  })

  it('reuses nothing of the owner’s that was not shown to them', () => {
    join()
    const closed = publishedModule(place, 'ferme')
    const attrs = { id: 'reusedpart', moduleId: closed.moduleId, follows: true }
    const doc = { type: 'doc', content: [{ type: 'reuse', attrs }] }
    const document = { ...draftOf(place).document, doc }
    expect(() =>
      saveDraft(place.bank, { ...as(guests), baseVersion: null, change: { document } }),
    ).toThrow(refused(404, 'reuse.unreachable'))
  })
})

describe('a file that a co-author brings', () => {
  const shown = () => ({ document: storedDoc(section('Image', image({ asset: anyDigest }))) })
  const showIt = () =>
    saveDraft(place.bank, { ...as(guests), baseVersion: null, change: shown() })
  const ownersRights = () => findAsset(place.bank, { digest: anyDigest, ...place })?.rights
  const record = (licence: string, team: Team) =>
    recordRights(place.bank, {
      ...as(team),
      digest: anyDigest,
      record: completeRights({ title: 'Affiche', licence }),
    })

  beforeEach(() => {
    join()
    addFile(
      { ...place, ...guests },
      { licence: 'unknown', guarantorId: guests.people.expert.id },
    )
  })

  it('comes into the owner’s library with what shows it, without who answers for it', () => {
    expect(ownersRights()).toBeUndefined()
    showIt()
    expect(ownersRights()).toMatchObject({ title: 'Affiche', guarantorId: null })
  })

  it('brings along what they say of it later, until the owner says something themselves', () => {
    showIt()
    record('cc-by-4.0', guests)
    expect(ownersRights()?.licence).toBe('cc-by-4.0')
    record('cc-by-sa-4.0', place)
    record('cc0-1.0', guests)
    expect(ownersRights()?.licence).toBe('cc-by-sa-4.0')
  })

  it('is not taken from those who do not write the module', () => {
    place.bank.delete(assetRights).run()
    addFile({ ...place, ...strangers })
    expect(showIt).toThrow(expect.objectContaining({ code: 'document.unknown-asset' }))
  })
})

describe('the end of it', () => {
  const coAuthorId = () => guests.organisationId

  it('leaves what was written, and says so to whoever was writing', () => {
    join()
    write('Ce qui reste.')
    removeCoAuthor(place.bank, { ...owners(), coAuthorId: coAuthorId() })
    expect(() => write('Trop tard.')).toThrow(refused(404, 'co-author.ended'))
    expect(JSON.stringify(draftOf(place).document)).toContain('Ce qui reste.')
    expect(listCoWritten(place.bank, guests)).toEqual([])
  })

  it('may come from the co-author, who can be invited again', () => {
    join()
    leaveCoAuthoring(place.bank, as(guests))
    expect(() => leaveCoAuthoring(place.bank, as(guests))).toThrow(refused(404))
    invite()
    answer()
    expect(write('De retour.')).toMatchObject({ saved: true })
  })

  it('of an invitation leaves no trace', () => {
    invite()
    removeCoAuthor(place.bank, { ...owners(), coAuthorId: coAuthorId() })
    expect(listCoAuthors(place.bank, place.moduleId)).toEqual([])
    expect(() => answer()).toThrow(refused(404))
  })

  it('and the beginning stand in the audit trail', () => {
    join()
    leaveCoAuthoring(place.bank, as(guests))
    const about = place.bank.select().from(auditEntries).all()
    const actions = about.map(({ action }) => action).filter((each) => /^co-author/.test(each))
    expect(actions).toEqual(['co-author.invited', 'co-author.joined', 'co-author.left'])
  })
})

describe('credits', () => {
  it('name all organisations that had written an edition by its day, also one that left', () => {
    join()
    leaveCoAuthoring(place.bank, as(guests))
    approve(place)
    publish(place)
    const open = { visibility: 'public', networkId: null, organisationIds: [] } as const
    setVisibility(place.bank, { ...owners(), ...open, organisationIds: [] })
    const found = publicEdition(place.bank, place.moduleId)!
    const edition = describeEdition(place.bank, found, { language: 'fr', now })
    expect(edition.facts.authors).toEqual(['Camille Roussel', 'Centre du Val', 'Voisins'])
    expect(JSON.stringify(edition.credits)).toContain('Voisins')
  })

  it('do not change for editions of before', () => {
    approve(place)
    publish(place)
    join()
    save(place, { document: lesson('Autre texte.') })
    approve(place)
    publish(place)
    const named = place.bank.select().from(editions).orderBy(editions.minor).all()
    expect(named.map(({ coAuthors }) => coAuthors)).toEqual([[], ['Voisins']])
  })
})
