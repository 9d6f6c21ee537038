import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { publicationProfiles } from '#app/db/schema/bank/index.ts'
import { ExportForm } from '#app/http/export-form.ts'
import { parse } from '#app/http/read-form.server.ts'
import {
  keepProfile,
  listProfiles,
  removeProfile,
} from '#app/services/publication-profiles/profiles.server.ts'
import { PublicationFields } from '#packaging/index.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let place: Workplace
beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})
afterEach(() => removeFolder(here))

const by = () => ({
  organisationId: place.organisationId,
  personId: place.people.publisher.id,
  now,
})

const lyceum = {
  name: 'Moodle du lycée',
  preset: 'moodle',
  format: 'scorm-12',
  traces: false,
  themed: true,
  publication: PublicationFields.parse({ completion: 'seen', seenPercent: 80 }),
} as const

describe('a profile of publication', () => {
  it('is given back as it was kept, by name', () => {
    keepProfile(here.bank, { ...by(), ...lyceum })
    keepProfile(here.bank, { ...by(), ...lyceum, name: 'Docebo', preset: null })
    const kept = listProfiles(here.bank, place.organisationId)
    expect(kept.map(({ name }) => name)).toEqual(['Docebo', 'Moodle du lycée'])
    expect(kept[1]).toEqual({ id: expect.any(String), ...lyceum })
  })

  it('of the same name replaces the one of before', () => {
    const id = keepProfile(here.bank, { ...by(), ...lyceum })
    const publication = PublicationFields.parse({ success: 'none' })
    expect(keepProfile(here.bank, { ...by(), ...lyceum, publication })).toBe(id)
    expect(listProfiles(here.bank, place.organisationId)).toMatchObject([{ publication }])
  })

  it('kept before a rule existed is read with what is proposed for it', () => {
    keepProfile(here.bank, { ...by(), ...lyceum })
    const before = { completion: 'seen', seenPercent: 80 } as typeof lyceum.publication
    here.bank.update(publicationProfiles).set({ publication: before }).run()
    const [profile] = listProfiles(here.bank, place.organisationId)
    expect(profile?.publication).toEqual(lyceum.publication)
  })

  it('that was removed is gone, and is not removed twice', () => {
    const profileId = keepProfile(here.bank, { ...by(), ...lyceum })
    removeProfile(here.bank, { ...by(), profileId })
    expect(listProfiles(here.bank, place.organisationId)).toEqual([])
    expect(() => removeProfile(here.bank, { ...by(), profileId })).toThrow('profile.not-found')
  })
})

describe('the form of exports', () => {
  const fields = {
    ...{ intent: 'prepare', format: 'scorm-12', language: 'fr', preset: '', title: '' },
    ...{ completion: 'seen', seenPercent: '80', success: 'questions', masteryPercent: '' },
    ...{ status: 'passed-incomplete', navigation: 'ordered', resume: 'ask', cover: 'yes' },
  }

  it('sends a publication: what is not ticked is not wanted, an empty threshold is the module’s', () => {
    expect(parse(ExportForm, fields)).toEqual({
      use: { reach: 'organisation', commercial: false },
      ...{ intent: 'prepare', format: 'scorm-12', language: 'fr', delivery: {} },
      ...{
        traces: false,
        themed: false,
        preset: null,
        note: '',
        recipient: '',
        profileName: '',
      },
      publication: {
        ...{ completion: 'seen', seenPercent: 80, success: 'questions', masteryPercent: null },
        ...{ status: 'passed-incomplete', sendsScore: false, interactions: false },
        ...{ objectives: false, navigation: 'ordered', resume: 'ask' },
        ...{ cover: true, exitLink: false, learnerRemarks: false, title: '' },
      },
    })
  })

  it.each([
    ['seenPercent', '0'],
    ['seenPercent', '101'],
    ['masteryPercent', 'beaucoup'],
    ['preset', 'webct'],
    ['format', 'aicc'],
    ['title', 'x'.repeat(201)],
  ])('is refused when %s is %j, and says which field', (name, value) => {
    expect(() => parse(ExportForm, { ...fields, [name]: value })).toThrow(
      expect.objectContaining({ code: 'form.field', params: { field: name } }),
    )
  })
})
