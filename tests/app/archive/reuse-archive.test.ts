import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import {
  moduleOpportunities,
  revisionUses,
  uses,
  withdrawals,
} from '#app/db/schema/bank/index.ts'
import { readHistoryElsewhere } from '#app/services/archive/read-elsewhere.server.ts'
import { findDraft, listEditions } from '#app/services/modules/find-module.server.ts'
import { forkModule } from '#app/services/reuse/fork.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { decideUpdate, listUpdates } from '#app/services/reuse/updates.server.ts'
import { withdrawModule } from '#app/services/reuse/withdraw.server.ts'
import { declineReview } from '#app/services/review/end-review.server.ts'
import { openFinding } from '#app/services/trials/findings.server.ts'
import {
  addTeam,
  approve,
  draftOf,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Team,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { pathOf, publishedModule } from '#tests/builders/path.ts'
import { askRound, asReviewer } from '#tests/builders/rounds.ts'
import { acting, decided, finishes, invited, planned } from '#tests/builders/trial.ts'
import { changed, entriesOf, exported, imported, lookedInto, resealed } from './archives.ts'

let from: Instance
let to: Instance
let place: Workplace
let first: Workplace
let path: Workplace
let team: Team
let brought: { organisationId: string; personId: string }

beforeEach(() => {
  from = openFolder()
  place = workplace(from.bank)
  first = publishedModule(place, 'un')
  const second = publishedModule(place, 'deux')
  path = pathOf(place, 'parcours', [first.moduleId, second.moduleId])
  approve(path)
  publish(path)
  to = openFolder()
  team = addTeam(to.bank, 'Ailleurs')
  brought = { organisationId: team.organisationId, personId: team.people.administrator.id }
})
afterEach(() => {
  removeFolder(from)
  removeFolder(to)
})

const archived = () => exported(from, place.organisationId)

it('a path comes back with its modules, byte for byte, and leads to them in each of its states', async () => {
  const archive = await archived()
  await imported(to, archive, brought)
  expect(await entriesOf(await exported(to, brought.organisationId))).toEqual(
    await entriesOf(archive),
  )
  const { moduleId } = path
  const draft = findDraft(to.bank, { moduleId, ...brought })
  const [edition] = listEditions(to.bank, moduleId)
  const shown = textOf(resolved(to.bank, draftOf(path)))
  expect(shown).toContain('On plie les genoux')
  for (const state of [draft, { ...draft, id: edition!.revisionId, digest: 'x' }]) {
    const whole = resolved(to.bank, state)
    expect(whole.faults).toEqual([])
    expect(textOf(whole)).toEqual(shown)
  }
  expect(to.bank.select().from(uses).all()).toHaveLength(2)
})

it('where another organisation has those modules, the path leads to the copies that came with it', async () => {
  const archive = await archived()
  await imported(to, archive, brought)
  const others = addTeam(to.bank, 'Encore ailleurs')
  const there = { organisationId: others.organisationId, personId: others.people.designer.id }
  await imported(to, archive, there)
  const draft = findDraft(to.bank, { moduleId: 'parcours', ...there })
  const whole = resolved(to.bank, draft)
  expect(whole.faults).toEqual([])
  for (const { target } of whole.uses)
    expect(target.organisation.id).toBe(others.organisationId)
  const again = await lookedInto(to, archive, there.organisationId)
  expect(again.modules.map(({ state }) => state)).toEqual(Array(4).fill('identical'))
})

it('whoever asks for a path alone has its modules with it', async () => {
  const archive = await exported(from, place.organisationId, [path.moduleId])
  const { modules } = await lookedInto(to, archive, brought.organisationId)
  expect(modules.map(({ code }) => code).sort()).toEqual(['deux', 'parcours', 'un'])
})

it('what was reused of another organisation stays away: the report counts it, the text says so', async () => {
  const away = addTeam(from.bank, 'Voisins')
  const archive = await exported(from, away.organisationId, [
    pathOf({ ...place, ...away }, 'visite', []).moduleId,
  ])
  await imported(to, archive, brought)
  const foreign = await resealed(archive, {
    'modules/visite/draft.json': changed((draft) => {
      Object.assign(draft, { document: draftOf(path).document })
    }),
  })
  const report = await lookedInto(to, foreign, brought.organisationId)
  expect(report.modules).toMatchObject([{ code: 'visite', missing: 2, state: 'different' }])
  await imported(to, foreign, { ...brought, replacing: new Set([report.modules[0]!.originId]) })
  const draft = findDraft(to.bank, { moduleId: 'visite', ...brought })
  expect(resolved(to.bank, draft).faults.map(({ code }) => code)).toEqual([
    'reuse.missing',
    'reuse.missing',
  ])
})

it('an archive cannot lead to what another organisation keeps for itself', async () => {
  const archive = await archived()
  await imported(to, archive, brought)
  const others = addTeam(to.bank, 'Curieux')
  const there = { organisationId: others.organisationId, personId: others.people.designer.id }
  const alone = await resealed(archive, {
    'manifest.json': changed((manifest) => {
      Object.assign(manifest, { modules: ['modules/parcours'] })
    }),
  })
  await imported(to, alone, there)
  const { moduleId } = findDraft(to.bank, { moduleId: 'parcours', ...there })
  const [edition] = listEditions(to.bank, moduleId)
  const led = eq(revisionUses.revisionId, edition!.revisionId)
  expect(to.bank.select().from(revisionUses).where(led).all()).toEqual([])
  const draft = findDraft(to.bank, { moduleId, ...there })
  expect(resolved(to.bank, draft).faults.map(({ code }) => code)).toEqual([
    'reuse.private',
    'reuse.private',
  ])
})

it('a revision that says it led elsewhere is refused', async () => {
  const lies = await resealed(await archived(), {
    'modules/parcours/revisions/1.json': changed((revision) => {
      const [one, two] = revision.uses as unknown as object[]
      Object.assign(revision, { uses: [one, { ...two, leadsTo: null }] })
    }),
  })
  await expect(lookedInto(to, lies, brought.organisationId)).rejects.toMatchObject({
    code: 'archive.damaged',
  })
})

it('what a module was made from, that it is withdrawn and which updates it refuses go with it', async () => {
  const { bank, people } = place
  const forked = forkModule(bank, {
    ...keyOf(first),
    ...{ title: 'Copie', author: people.designer, now },
  })
  save(first, { document: lesson('Les genoux pliés, toujours.') })
  approve(first)
  publish(first)
  const [update] = listUpdates(bank, keyOf(path))
  const by = { ...keyOf(path), personId: people.designer.id, now }
  decideUpdate(bank, { ...update!, ...by, decision: 'decline' })
  withdrawModule(bank, {
    ...keyOf(first),
    reason: 'Remplacé',
    personId: people.quality.id,
    now,
  })
  const archive = await archived()
  await imported(to, archive, brought)
  expect(await entriesOf(await exported(to, brought.organisationId))).toEqual(
    await entriesOf(archive),
  )
  const { facts } = findDraft(to.bank, { moduleId: forked, ...brought })
  expect(facts.title).toBe('Copie')
  expect(to.bank.select().from(withdrawals).all()).toMatchObject([
    { moduleId: first.moduleId, reason: 'Remplacé', withdrawnBy: brought.personId },
  ])
})

it('the need, the rounds and the sessions with learners come as history, and nothing of who took part', async () => {
  const { bank, people } = place
  bank
    .insert(moduleOpportunities)
    .values({
      ...{ moduleId: first.moduleId, need: 'Des maux de dos', decision: 'go', reason: 'Utile' },
      voices: [{ kind: 'learner', quote: 'J’ai mal', source: 'Enquête 2025' }],
      existing: { moduleIds: [path.moduleId], words: 'Trop long' },
      ...{ decidedBy: people.quality.id, decidedAt: now.getTime() },
      ...{ changedBy: people.designer.id, changedAt: now.getTime() },
    })
    .run()
  save(first, { document: lesson('Les genoux pliés, toujours.') })
  const { reviewIds } = askRound(first)
  declineReview(bank, { ...asReviewer(first, reviewIds[0]!), reason: 'Pas le temps' })
  const trialId = planned(first)
  for (const id of invited(first, trialId)) finishes(first, id)
  openFinding(bank, {
    ...{ ...acting(first, trialId), title: 'La suite se perd', nodeId: null, severity: 3 },
    ...{ observationIds: [], remarkIds: [] },
  })
  decided(first, trialId, 'fix-and-retest')

  const archive = await archived()
  const entries = await entriesOf(archive)
  await imported(to, archive, brought)
  expect(await entriesOf(await exported(to, brought.organisationId))).toEqual(entries)
  const everything = Object.values(entries).join('\n')
  for (const kept of ['Personne 1', 'p1@exemple.fr', 'lou@exemple.fr'])
    expect(everything).not.toContain(kept)
  const { moduleId } = first
  const { home, history } = readHistoryElsewhere(to.bank, { moduleId, ...brought })!
  expect(home.organisation).toBe('Centre du Val')
  expect(history.opportunities).toMatchObject([
    { need: 'Des maux de dos', existing: { titles: ['Parcours parcours'] }, decision: 'go' },
  ])
  expect(history.reviews).toContainEqual(
    expect.objectContaining({
      ...{ round: 2, verdicts: [] },
      ended: { as: 'declined', reason: 'Pas le temps', at: now.getTime() },
    }),
  )
  expect(history.trials).toMatchObject([
    {
      ...{ participants: 3, finished: 3, decision: 'fix-and-retest' },
      ...{ facilitator: people.quality.name },
      findings: [{ title: 'La suite se perd', severity: 3, decision: 'open' }],
    },
  ])
})

function textOf({ doc }: ReturnType<typeof resolved>): string {
  return doc.textContent
}
