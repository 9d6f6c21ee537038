import { beforeEach, describe, expect, it } from 'vitest'
import { readGates } from '#app/services/publication/gates.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { forkModule } from '#app/services/reuse/fork.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import {
  decideUpdate,
  listUpdates,
  type UpdateDecision,
} from '#app/services/reuse/updates.server.ts'
import { usedWorks } from '#app/services/reuse/used-parts.server.ts'
import { usesOf, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { offerAgain, withdrawModule } from '#app/services/reuse/withdraw.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import { plainText } from '#content-schema/plain-text.ts'
import {
  addTeam,
  approve,
  draftOf,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { pathOf, publishedModule, rowsOf, step } from '#tests/builders/path.ts'

let place: Workplace
let one: Workplace
let path: Workplace

beforeEach(() => {
  place = workplace()
  one = publishedModule(place, 'un')
  path = pathOf(place, 'parcours', [one.moduleId])
})

function publishAgain(module: Workplace, text: string): void {
  save(module, { document: lesson(text) })
  approve(module)
  publish(module)
}

const updatesOf = (module: Workplace) => listUpdates(module.bank, keyOf(module))

function decide(module: Workplace, decision: UpdateDecision): void {
  const [update] = updatesOf(module)
  const { referenceId, digest } = update!
  const by = { ...keyOf(module), personId: module.people.designer.id, now }
  decideUpdate(module.bank, { ...by, referenceId, digest, decision })
}

const textOf = (module: Workplace) => plainText(resolved(module.bank, draftOf(module)).doc)
const codesOf = (module: Workplace) =>
  readGates(module.bank, { draft: draftOf(module), now })
    .flatMap(({ findings }) => findings)
    .map(({ code }) => code)

describe('a later edition', () => {
  beforeEach(() => publishAgain(one, 'On plie les genoux, le dos reste bien droit.'))

  it('is offered with what changed, word by word', () => {
    const [update] = updatesOf(path)
    expect(update).toMatchObject({ seen: '1.0', latest: '1.1', state: 'open', facts: [] })
    const [difference] = update!.differences
    expect(difference).toMatchObject({ is: 'changed', element: 'paragraph' })
    expect(difference!.words).toContainEqual({ text: 'bien ', is: 'added' })
    expect(textOf(path)).not.toContain('bien droit')
  })

  it('is shown once it is accepted, and asks for an approval of its own', () => {
    const before = contentDigest(path.bank, draftOf(path))
    decide(path, 'accept')
    expect(textOf(path)).toContain('bien droit')
    expect(updatesOf(path)).toEqual([])
    expect(contentDigest(path.bank, draftOf(path))).not.toBe(before)
  })

  it('is ignored, and the next one is offered again', () => {
    decide(path, 'ignore')
    expect(updatesOf(path)[0]).toMatchObject({ state: 'ignored', latest: '1.1' })
    publishAgain(one, 'Tout autre chose.')
    expect(updatesOf(path)[0]).toMatchObject({ state: 'open', latest: '1.2' })
  })

  it('is declined for good, until somebody reconsiders', () => {
    decide(path, 'decline')
    publishAgain(one, 'Tout autre chose.')
    expect(updatesOf(path)[0]).toMatchObject({ state: 'declined', latest: '1.2' })
    decide(path, 'reconsider')
    expect(updatesOf(path)[0]).toMatchObject({ state: 'open' })
  })

  it('is only accepted as it was compared', () => {
    const { referenceId, digest } = updatesOf(path)[0]!
    publishAgain(one, 'Tout autre chose.')
    const by = { ...keyOf(path), personId: path.people.designer.id, now }
    expect(() =>
      decideUpdate(path.bank, { ...by, referenceId, digest, decision: 'accept' }),
    ).toThrow(expect.objectContaining({ code: 'reuse.no-update' }))
    expect(textOf(path)).not.toContain('Tout autre chose')
  })
})

describe('where a module is used', () => {
  it('is told in both directions, through what reuses it, with the editions', () => {
    approve(path)
    publish(path)
    const around = pathOf(place, 'autour', [path.moduleId])
    const { users } = whereUsed(one.bank, { ...keyOf(one), now })
    expect(users.map(({ title, through, published }) => [title, through, published])).toEqual([
      ['Parcours parcours', null, { edition: '1.0', shows: '1.0' }],
      ['Parcours autour', 'Parcours parcours', null],
    ])
    expect(usesOf(around.bank, keyOf(around)).map(({ title }) => title)).toEqual([
      'Parcours parcours',
    ])
  })

  it('is forgotten when the row is taken away', () => {
    const rowId = String(rowsOf(path)[0]!.rows[0]!.attrs.id)
    step(path, { do: 'remove', rowId })
    expect(whereUsed(one.bank, { ...keyOf(one), now }).users).toEqual([])
  })
})

describe('a module made from another', () => {
  let fork: Workplace

  beforeEach(() => {
    const author = place.people.designer
    const moduleId = forkModule(one.bank, { ...keyOf(one), title: 'À ma façon', author, now })
    fork = { ...place, moduleId }
  })

  it('says so, and credits its origin', () => {
    const draft = draftOf(fork)
    expect(draft.facts).toMatchObject({ title: 'À ma façon', code: 'a-ma-facon' })
    expect(usedWorks(fork.bank, resolved(fork.bank, draft), draft)).toEqual([
      expect.objectContaining({ title: 'Module un', edition: '1.0', role: 'origin' }),
    ])
  })

  it('is offered what becomes of its origin, to redo or to take whole', () => {
    publishAgain(one, 'On souffle en levant.')
    expect(updatesOf(fork)).toMatchObject([{ referenceId: 'origin', state: 'open' }])
    decide(fork, 'replace')
    expect(textOf(fork)).toContain('On souffle')
    expect(draftOf(fork).facts.title).toBe('À ma façon')
    expect(updatesOf(fork)).toEqual([])
    publishAgain(one, 'On regarde où l’on va.')
    decide(fork, 'accept')
    expect(textOf(fork)).not.toContain('où l’on va')
    expect(updatesOf(fork)).toEqual([])
  })

  it('goes out under the licence of its origin, or one that allows it', () => {
    const alike = publishedModule(place, 'partage', { licence: 'cc-by-sa-4.0' })
    const author = place.people.designer
    const moduleId = forkModule(one.bank, { ...keyOf(alike), title: 'Autrement', author, now })
    const other = { ...place, moduleId }
    expect(codesOf(other)).not.toContain('rights.share-alike')
    save(other, { facts: { ...draftOf(other).facts, licence: 'cc-by-4.0' } })
    expect(codesOf(other)).toContain('rights.share-alike')
  })
})

describe('a module that is withdrawn', () => {
  const by = () => ({ ...keyOf(one), personId: one.people.publisher.id, now })
  beforeEach(() => withdrawModule(one.bank, { ...by(), reason: 'La norme a changé.' }))

  it('is told to those who reuse it: a pinned row may stay, a following one may not', () => {
    const draft = () => readGates(path.bank, { draft: draftOf(path), now })
    const found = () =>
      draft()
        .flatMap(({ findings }) => findings)
        .find(({ code }) => code === 'reuse.withdrawn')
    expect(found()).toMatchObject({
      severity: 'warns',
      params: { reason: 'La norme a changé.' },
    })
    offerAgain(one.bank, by())
    step(path, {
      do: 'follow',
      rowId: String(rowsOf(path)[0]!.rows[0]!.attrs.id),
      follows: true,
    })
    withdrawModule(one.bank, { ...by(), reason: 'La norme a changé.' })
    expect(found()).toMatchObject({ severity: 'blocks' })
  })

  it('is not offered for new use', () => {
    const stageId = rowsOf(path)[0]!.id
    expect(() => step(path, { do: 'add', stageId, moduleId: one.moduleId })).toThrow(
      expect.objectContaining({ code: 'reuse.unreachable' }),
    )
  })
})

describe('a module of another organisation', () => {
  let theirs: Workplace

  beforeEach(() => {
    const team = addTeam(place.bank, 'Centre d’Ailleurs')
    theirs = publishedModule({ ...place, ...team }, 'leur', { licence: 'cc-by-nc-4.0' })
  })

  const share = (visibility: 'public' | 'private') =>
    setVisibility(theirs.bank, {
      ...keyOf(theirs),
      ...{ visibility, networkId: null, organisationIds: [] },
      ...{ personId: theirs.people.publisher.id, now },
    })
  const add = () =>
    step(path, { do: 'add', stageId: rowsOf(path)[0]!.id, moduleId: theirs.moduleId })

  it('is out of reach until it is shared, then credited under its licence', () => {
    expect(add).toThrow(expect.objectContaining({ code: 'reuse.unreachable' }))
    share('public')
    add()
    expect(codesOf(path)).toContain('rights.not-commercial')
    const draft = draftOf(path)
    expect(usedWorks(path.bank, resolved(path.bank, draft), draft)).toContainEqual(
      expect.objectContaining({ organisation: 'Centre d’Ailleurs', licence: 'cc-by-nc-4.0' }),
    )
    expect(whereUsed(theirs.bank, { ...keyOf(theirs), now })).toMatchObject({
      users: [],
      elsewhere: [{ organisation: 'Centre du Val', count: 1 }],
    })
  })

  it('that is closed again leaves what was published, and a finding in what was not', () => {
    share('public')
    add()
    share('private')
    expect(codesOf(path)).toContain('reuse.private')
    expect(textOf(path)).not.toContain('Module leur')
    share('public')
    save(path, { facts: { ...draftOf(path).facts, licence: 'cc-by-nc-4.0' } })
    approve(path)
    publish(path)
    share('private')
    expect(codesOf(path)).not.toContain('reuse.private')
    expect(textOf(path)).toContain('Module leur')
  })
})
