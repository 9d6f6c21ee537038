import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { activityEndpoints } from '#app/http/activity-endpoints.server.ts'
import { describeActivity } from '#app/services/activities/describe-activity.server.ts'
import { makeToken } from '#app/services/api-tokens/tokens.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { questionsOf, sectionsOf } from '#content-schema/elements.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { activities } from '#content-schema/statements/activities.ts'
import { keyDigest } from '#content-schema/statements/key-digest.ts'
import { trialActivity } from '#content-schema/statements/trial.ts'
import {
  addTeam,
  approve,
  draftOf,
  facts,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { planned } from '#tests/builders/trial.ts'

let here: Instance
let place: Workplace
let iris: Record<'line' | 'edition' | 'course' | 'objective' | 'section' | 'question', string>

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
  approve(place)
  publish(place)
  const doc = readDocument(draftOf(place).document)
  const question = questionsOf(doc)[0]!.node
  const { iriBase: base } = here
  const { moduleId: id } = place
  const digest = keyDigest(readQuestion(question)!)
  iris = {
    line: activities.line(base, id, 1),
    edition: activities.edition(base, id, { major: 1, minor: 0 }),
    course: activities.course(base, id, 1),
    objective: activities.objective(base, id, 'objective'),
    section: activities.section(base, id, sectionsOf(doc)[0]!.attrs.id),
    question: activities.question(base, id, question.attrs.id, digest),
  }
})
afterEach(() => removeFolder(here))

const told = (iri: string, organisationId: string | null = place.organisationId) =>
  describeActivity(here, { iri, organisationId })

function show(visibility: 'public' | 'private'): void {
  const personId = place.people.publisher.id
  const nobody = { networkId: null, organisationIds: [] }
  setVisibility(here.bank, { ...keyOf(place), ...nobody, visibility, personId, now })
}

describe('an id of ours', () => {
  it('says what it stands for to those who wrote it', () => {
    for (const [kind, iri] of Object.entries(iris)) {
      const found = told(iri)
      expect(found, kind).toMatchObject({
        ...{ kind, moduleTitle: facts.title, edition: '1.0', isCurrent: true },
        to: `/modules/${place.moduleId}/quality`,
      })
      expect(found!.title).not.toBe('')
      expect(Object.values(found!.definition.name)).toEqual([found!.title])
    }
    expect(told(iris.question)!.definition).toMatchObject({
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      correctResponsesPattern: [expect.any(String)],
    })
  })

  it('is nothing to anybody else, unless the module is public: then without what is right', () => {
    const elsewhere = addTeam(here.bank, 'Ailleurs').organisationId
    for (const who of [elsewhere, null])
      for (const iri of Object.values(iris)) expect(told(iri, who)).toBeNull()
    show('public')
    for (const iri of Object.values(iris)) {
      expect(told(iri, null)).toMatchObject({
        to: `/catalogue/${place.organisationId}/${facts.code}`,
      })
      expect(told(iri, elsewhere)).toMatchObject({ to: `/shared/${place.moduleId}` })
    }
    const { definition } = told(iris.question, null)!
    expect(definition).toHaveProperty('choices')
    expect(definition).not.toHaveProperty('correctResponsesPattern')
    save(place, { facts: { ...facts, title: 'En chantier' } })
    expect(told(iris.section, null)?.moduleTitle).toBe(facts.title)
    show('private')
    expect(told(iris.edition, null)).toBeNull()
  })

  it('names nothing that is not there, and is nobody else’s', () => {
    const { iriBase } = here
    const { moduleId } = place
    for (const iri of [
      activities.edition(iriBase, moduleId, { major: 7, minor: 0 }),
      activities.line(iriBase, moduleId, 7),
      activities.section(iriBase, moduleId, 'nowhere'),
      iris.question.replace(/\.\w+$/, '.00000000'),
      activities.objective(iriBase, moduleId, 'x'),
      activities.line(iriBase, 'x', 1),
      iris.line.replace(iriBase, 'https://ailleurs.example/id'),
      `${iriBase}/t/x`,
      `${iriBase}/`,
    ])
      expect(told(iri), iri).toBeNull()
  })

  it('of a session is for those who hold it', () => {
    const trialId = planned(place)
    const iri = trialActivity(here.iriBase, trialId)
    expect(told(iri)).toMatchObject({ kind: 'trial', to: `/trials/${trialId}` })
    show('public')
    expect(told(iri, null)).toBeNull()
    expect(told(iri, addTeam(here.bank, 'Ailleurs').organisationId)).toBeNull()
  })
})

describe('a program', () => {
  let server: Server
  beforeEach(async () => {
    const app = express().use(activityEndpoints(here))
    app.use((_request, response) => void response.type('html').send('a page'))
    server = createServer(app).listen(0)
    await once(server, 'listening')
  })
  afterEach(() => void server.close())

  const ask = (iri: string, headers: Record<string, string>) => {
    const { port } = server.address() as AddressInfo
    return fetch(iri.replace(here.iriBase, `http://localhost:${port}/id`), { headers })
  }

  it('gets our profile as linked data, at the address that it names', async () => {
    const iri = `${here.iriBase}/profile`
    const answer = await ask(iri, { Accept: 'application/ld+json' })
    expect(answer.headers.get('Content-Type')).toContain('application/ld+json')
    expect(answer.headers.get('Vary')).toContain('Accept')
    expect(await answer.json()).toMatchObject({ type: 'Profile', seeAlso: iri })
    for (const Accept of ['text/html', '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8'])
      expect(await (await ask(iri, { Accept })).text()).toBe('a page')
  })

  it('gets the definition of an activity that it may see, and nothing of another', async () => {
    const json = { Accept: 'application/json' }
    const refused = await ask(iris.question, json)
    expect(refused.status).toBe(404)
    expect(await refused.text()).not.toContain(facts.title)
    const { organisationId, people } = place
    const made = makeToken(here.bank, {
      ...{ name: 'LRS', scopes: ['read'], days: 9, now: new Date() },
      ...{ organisationId, personId: people.administrator.id },
    })
    const answer = await ask(iris.question, { ...json, Authorization: `Bearer ${made.secret}` })
    expect(await answer.json()).toMatchObject({
      ...{ objectType: 'Activity', id: iris.question },
      definition: { interactionType: 'choice', correctResponsesPattern: [expect.any(String)] },
    })
    expect(await (await ask(iris.question, { Accept: 'text/html' })).text()).toBe('a page')
    show('public')
    expect((await ask(iris.section, json)).status).toBe(200)
  })
})
