import { beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, searchRecords } from '#app/db/schema/bank/index.ts'
import { offerAgain, withdrawModule } from '#app/services/reuse/withdraw.server.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { reindexAll } from '#app/services/search/reindex.server.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import {
  answerNetwork,
  createNetwork,
  inviteToNetwork,
  leaveNetwork,
  listNetworks,
} from '#app/services/sharing/networks.server.ts'
import {
  isPublic,
  listPublic,
  reachableEdition,
  type Share,
  setVisibility,
} from '#app/services/sharing/visibility.server.ts'
import {
  addModule,
  addTeam,
  approve,
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
import {
  image,
  right,
  section,
  singleChoice,
  storedDoc,
  wrong,
} from '#tests/builders/document.ts'
import { addFile } from '#tests/builders/rights.ts'

let place: Workplace
let neighbours: Team
let strangers: Team

beforeEach(() => {
  place = workplace()
  neighbours = addTeam(place.bank, 'Voisins')
  strangers = addTeam(place.bank, 'Inconnus')
  approve(place)
  publish(place)
})

const teamOf = ({ organisationId, people }: Workplace): Team => ({ organisationId, people })
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

function share(wanted: Partial<Share>, at = now, of = place): void {
  setVisibility(of.bank, {
    ...keyOf(of),
    ...{ visibility: 'private', networkId: null, organisationIds: [] },
    ...wanted,
    personId: of.people.publisher.id,
    now: at,
  })
}

const reach = (team: Team) =>
  reachableEdition(place.bank, { ...team, moduleId: place.moduleId })?.edition ?? null

const find = (team: Team, address = '') =>
  searchBank(place.bank, {
    ...readBankQuery(new URLSearchParams(address)),
    organisationId: team.organisationId,
  })

const withNeighbours = () =>
  share({ visibility: 'organisations', organisationIds: [neighbours.organisationId] })

describe('a module', () => {
  it('is private at first: only its own organisation reaches its edition', () => {
    expect(reach(place)).toMatchObject({ major: 1, minor: 0 })
    expect(reach(neighbours)).toBeNull()
    expect(find(neighbours).rows).toEqual([])
  })

  it('shared with named organisations is reached and found by these alone', () => {
    withNeighbours()
    expect(reach(neighbours)).toMatchObject({ major: 1 })
    expect(reach(strangers)).toBeNull()
    expect(find(neighbours, 'q=postures').rows).toMatchObject([
      { id: place.moduleId, organisation: 'Centre du Val', state: 'published', edition: '1.0' },
    ])
    expect(find(strangers).total).toBe(0)
    expect(find(place).rows).toMatchObject([{ id: place.moduleId, organisation: null }])
  })

  it('that is public is reached by all, and found once by its own organisation', () => {
    share({ visibility: 'public' })
    expect([reach(neighbours), reach(strangers)]).not.toContain(null)
    expect(find(strangers).total).toBe(1)
    expect(find(place).total).toBe(1)
    expect(isPublic(place.bank, place.moduleId)).toBe(true)
  })

  it('that is private again is found by nobody else', () => {
    share({ visibility: 'public' })
    share({ visibility: 'private' }, later(1))
    expect(reach(neighbours)).toBeNull()
    expect(find(neighbours)).toMatchObject({ total: 0, values: [] })
    expect(place.bank.select().from(searchRecords).all()).toHaveLength(1)
  })

  it('that was never published is found by nobody else, whatever its visibility', () => {
    const draft = { ...place, moduleId: addModule(place.bank, teamOf(place), 'brouillon') }
    share({ visibility: 'public' }, now, draft)
    expect(isPublic(place.bank, draft.moduleId)).toBe(false)
    expect(find(strangers).total).toBe(0)
    approve(draft, later(1))
    publish(draft, later(1))
    expect(find(strangers, 'q=brouillon').rows).toMatchObject([{ code: 'brouillon' }])
  })

  it('shows others its latest edition, never what is being written', () => {
    share({ visibility: 'public' })
    save(place, { facts: { ...facts, title: 'Nouveau titre' }, document: lesson('Girafe.') })
    const titleIn = (team: Team) =>
      find(team)
        .rows[0]!.title.map(({ text }) => text)
        .join('')
    expect(titleIn(place)).toBe('Nouveau titre')
    expect(titleIn(strangers)).toBe('Gestes et postures')
    expect(find(strangers, 'q=girafe&full=1').total).toBe(0)
    approve(place, later(2))
    publish(place, later(2))
    expect(titleIn(strangers)).toBe('Nouveau titre')
    expect(reach(strangers)).toMatchObject({ major: 1, minor: 1 })
  })

  it('of others is told apart by the facet of organisations, with its counts', () => {
    addModule(place.bank, neighbours, 'chez-nous')
    share({ visibility: 'public' })
    const organisations = find(neighbours).values.filter(
      ({ facet }) => facet === 'organisation',
    )
    expect(organisations.map(({ value, count }) => [value, count]).sort()).toEqual(
      [
        [neighbours.organisationId, 1],
        [place.organisationId, 1],
      ].sort(),
    )
    const only = find(neighbours, `organisation=${place.organisationId}`)
    expect(only.rows.map(({ id }) => id)).toEqual([place.moduleId])
  })
})

it('modules of several organisations stand in one order, page by page', () => {
  share({ visibility: 'public' })
  for (let n = 1; n <= 21; n += 1) addModule(place.bank, neighbours, `module-${n}`)
  for (const sort of ['title', 'newest', 'changed', 'published', 'duration']) {
    const pages = [1, 2].flatMap((page) => find(neighbours, `sort=${sort}&page=${page}`).rows)
    expect(new Set(pages.map(({ id }) => id)).size).toBe(22)
  }
})

it('indexing again gives what sharing wrote', () => {
  share({ visibility: 'public' })
  const before = find(strangers)
  reindexAll(place.bank, now)
  expect(find(strangers)).toEqual(before)
})

describe('sharing is refused', () => {
  it('with nobody, with oneself, or with an organisation that is not there', () => {
    for (const organisationIds of [[], [place.organisationId], ['nulle-part']]) {
      expect(() => share({ visibility: 'organisations', organisationIds })).toThrow(
        expect.objectContaining({ code: 'sharing.nobody' }),
      )
    }
    expect(reach(neighbours)).toBeNull()
  })

  it('in a network of others', () => {
    const by = { personId: neighbours.people.administrator.id, now }
    const networkId = createNetwork(place.bank, { ...neighbours, ...by, name: 'Réseau' })
    expect(() => share({ visibility: 'network', networkId })).toThrow(
      expect.objectContaining({ code: 'sharing.not-in-network', status: 404 }),
    )
  })

  it('where a file rests on an exception, also when it is published after', () => {
    withNeighbours()
    addFile(place, { basis: 'quotation', authors: ['Ada Martin'], source: 'Revue du Val' })
    const question = singleChoice({}, 'Que plie-t-on ?', right('Les genoux'), wrong('Le dos'))
    save(place, { document: storedDoc(section('Une affiche', image(), question)) })
    approve(place, later(1))
    expect(() => publish(place, later(1))).toThrow(expect.objectContaining(refused))
    expect(reach(neighbours)).toMatchObject({ major: 1, minor: 0 })
    share({ visibility: 'private' }, later(2))
    publish(place, later(2))
    expect(withNeighbours).toThrow(expect.objectContaining(refused))
    expect(reach(neighbours)).toBeNull()
  })

  const refused = { code: 'sharing.rights', params: { count: 1 } }
})

describe('a network', () => {
  const acting = (team: Team) => ({
    organisationId: team.organisationId,
    personId: team.people.administrator.id,
    now,
  })

  function network(): string {
    return createNetwork(place.bank, { ...acting(place), name: 'Réseau du Val' })
  }

  function invite(networkId: string, team: Team): void {
    const invitedId = team.organisationId
    inviteToNetwork(place.bank, { ...acting(place), networkId, invitedId })
  }

  it('is joined by whoever was invited and accepts, and not before', () => {
    const networkId = network()
    share({ visibility: 'network', networkId })
    invite(networkId, neighbours)
    expect(reach(neighbours)).toBeNull()
    expect(listNetworks(place.bank, neighbours)).toMatchObject([{ state: 'invited' }])
    answerNetwork(place.bank, { ...acting(neighbours), networkId, accepted: true })
    expect(reach(neighbours)).not.toBeNull()
    expect(find(neighbours).total).toBe(1)
    expect(find(strangers).total).toBe(0)
  })

  it('that somebody leaves shares nothing with them any longer, whoever left', () => {
    for (const leaving of [neighbours, place]) {
      const networkId = network()
      share({ visibility: 'network', networkId })
      invite(networkId, neighbours)
      answerNetwork(place.bank, { ...acting(neighbours), networkId, accepted: true })
      leaveNetwork(place.bank, { ...acting(leaving), networkId })
      expect(reach(neighbours)).toBeNull()
      expect(find(neighbours).total).toBe(0)
    }
  })

  it('cannot be joined uninvited, nor once declined, and invites nobody twice', () => {
    const networkId = network()
    const answer = (accepted: boolean) =>
      answerNetwork(place.bank, { ...acting(strangers), networkId, accepted })
    expect(() => answer(true)).toThrow(expect.objectContaining({ code: 'network.not-found' }))
    invite(networkId, strangers)
    expect(() => invite(networkId, strangers)).toThrow(
      expect.objectContaining({ code: 'network.known', status: 409 }),
    )
    answer(false)
    expect(() => answer(true)).toThrow(expect.objectContaining({ code: 'network.not-found' }))
  })

  it('that its last member leaves is gone, unless something is shared in it', () => {
    const networkId = network()
    leaveNetwork(place.bank, { ...acting(place), networkId })
    expect(listNetworks(place.bank, place)).toEqual([])
  })
})

describe('what is public', () => {
  const list = (query: Partial<Parameters<typeof listPublic>[1]> = {}) =>
    listPublic(place.bank, { limit: 10, ...query })

  it('is listed by its last change, with its edition, organisation and licence', () => {
    share({ visibility: 'public' }, later(1))
    expect(list()).toMatchObject({
      modules: [
        {
          state: 'public',
          moduleId: place.moduleId,
          organisation: 'Centre du Val',
          edition: { major: 1, minor: 0 },
          licence: { id: 'cc-by-4.0' },
          changedAt: later(1).getTime(),
        },
      ],
      next: null,
    })
  })

  it('stays in the list as gone once it is closed, and never was there when it never was public', () => {
    withNeighbours()
    expect(list().modules).toEqual([])
    share({ visibility: 'public' }, later(1))
    share({ visibility: 'private' }, later(2))
    const { organisationId, moduleId } = place
    expect(list().modules).toEqual([
      { state: 'gone', moduleId, organisationId, changedAt: later(2).getTime() },
    ])
    share({ visibility: 'private' }, later(3))
    expect(list({ changedSince: later(3).getTime() }).modules).toEqual([])
  })

  it('is gone while its module is withdrawn, and nobody else finds it', () => {
    share({ visibility: 'public' }, later(1))
    const by = { ...keyOf(place), personId: place.people.publisher.id }
    withdrawModule(place.bank, { ...by, reason: 'La norme a changé.', now: later(2) })
    expect(list().modules).toMatchObject([{ state: 'gone' }])
    expect(find(strangers).total).toBe(0)
    expect(find(place).total).toBe(1)
    offerAgain(place.bank, { ...by, now: later(3) })
    expect(list().modules).toMatchObject([{ state: 'public' }])
    expect(find(strangers).total).toBe(1)
  })

  it('is read page by page without missing what changes meanwhile', () => {
    share({ visibility: 'public' }, later(1))
    const second = { ...place, moduleId: addModule(place.bank, teamOf(place), 'deux') }
    approve(second)
    publish(second)
    share({ visibility: 'public' }, later(1), second)
    const first = list({ limit: 1 })
    const rest = list({ limit: 1, after: first.next })
    const ids = [first, rest].flatMap(({ modules }) => modules.map(({ moduleId }) => moduleId))
    expect(ids).toEqual([place.moduleId, second.moduleId].sort())
    expect(rest.next).toBeNull()
    expect(list({ changedUntil: now.getTime() }).modules).toEqual([])
  })
})

it('each change of who sees what is in the audit trail', () => {
  withNeighbours()
  const events = place.bank.select().from(auditEntries).all()
  expect(events.at(-1)).toMatchObject({
    action: 'module.visibility-set',
    object: place.moduleId,
    details: { visibility: 'organisations', whom: neighbours.organisationId },
  })
})
