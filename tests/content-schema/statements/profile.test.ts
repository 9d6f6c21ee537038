import { expect, it } from 'vitest'
import { borrowed } from '#content-schema/statements/profile/borrowed.ts'
import { profileDocument } from '#content-schema/statements/profile/profile.ts'
import type { Pattern } from '#content-schema/statements/profile/shapes.ts'
import * as vocabulary from '#content-schema/statements/vocabulary.ts'
import { at } from '#tests/builders/profile-matcher.ts'

const profile = profileDocument('https://grain.example/id/profile')
const parts = [...profile.concepts, ...profile.templates, ...profile.patterns]
const [version] = profile.versions

it('has what a profile must have, and nothing empty', () => {
  expect(profile).toMatchObject({
    '@context': 'https://w3id.org/xapi/profiles/context',
    type: 'Profile',
    conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    author: { type: 'Organization', name: expect.any(String) },
  })
  const empty = (value: unknown): boolean =>
    value === '' ||
    value === null ||
    (typeof value === 'object' &&
      (Object.keys(value).length === 0 || Object.values(value).some(empty)))
  expect(empty(profile)).toBe(false)
  expect(JSON.parse(JSON.stringify(profile))).toEqual(profile)
})

it('the version is what packages name as their category, and was a revision of none', () => {
  expect(profile.versions).toHaveLength(1)
  expect(version).toMatchObject({ id: vocabulary.profileId })
  expect(version!.id).not.toBe(profile.id)
  expect(version).not.toHaveProperty('wasRevisionOf')
  expect(Number.isNaN(Date.parse(version!.generatedAtTime))).toBe(false)
})

it('every id is there once, and every part is of the version', () => {
  const ids = [profile.id, version!.id, ...parts.map(({ id }) => id)]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !URL.canParse(id))).toEqual([])
  expect(parts.filter(({ inScheme }) => inScheme !== version!.id)).toEqual([])
})

it('speaks of everything in French and in English', () => {
  for (const concept of profile.concepts) {
    const words =
      concept.type === 'Activity'
        ? [concept.activityDefinition.name, concept.activityDefinition.description]
        : [concept.prefLabel, concept.definition]
    for (const said of words) expect(Object.keys(said)).toEqual(['fr', 'en'])
  }
  const named = profile.patterns.filter(({ primary }) => primary)
  for (const { prefLabel, definition } of [...profile.templates, ...named])
    for (const said of [prefLabel, definition]) expect(Object.keys(said!)).toEqual(['fr', 'en'])
})

it('each extension has a schema that is legal JSON, and is for verbs that are known', () => {
  const known = borrowed.map(({ id }) => id)
  for (const concept of profile.concepts) {
    if (concept.type === 'Activity') continue
    expect(JSON.parse(concept.inlineSchema)).toHaveProperty('$schema')
    for (const verb of concept.recommendedVerbs ?? []) expect(known).toContain(verb)
  }
})

it('every word of the vocabulary is one of ours or one of a public profile', () => {
  const words = Object.values(vocabulary)
    .filter((value): value is typeof vocabulary.verbs => typeof value === 'object')
    .flatMap((value) => Object.values<string>(value))
  const known = [...borrowed.map(({ id }) => id), ...profile.concepts.map(({ id }) => id)]
  expect(words.filter((word) => !known.includes(word))).toEqual([])
  expect(borrowed.filter(({ id }) => id.startsWith('urn:'))).toEqual([])
})

it('every word that a template names is known, and every place can be read', () => {
  const known = new Set([...borrowed, ...profile.concepts].map(({ id }) => id))
  for (const {
    verb,
    objectActivityType,
    objectStatementRefTemplate,
    rules,
  } of profile.templates) {
    expect(known).toContain(verb)
    if (objectActivityType) expect(known).toContain(objectActivityType)
    expect(Boolean(objectActivityType) && Boolean(objectStatementRefTemplate)).toBe(false)
    for (const { location, presence, any, all, none } of rules) {
      at({}, location)
      expect(presence ?? any ?? all ?? none).toBeDefined()
      const [, extension] = /extensions\['(.+)'\]$/.exec(location) ?? []
      if (extension) expect(known).toContain(extension)
    }
  }
})

it('every template or pattern that is named is there, and no pattern leads to itself', () => {
  const ids = new Set([...profile.templates, ...profile.patterns].map(({ id }) => id))
  for (const { objectStatementRefTemplate = [] } of profile.templates)
    for (const id of objectStatementRefTemplate) expect(ids).toContain(id)
  const below = (id: string, above: string[]): void => {
    expect(ids).toContain(id)
    expect(above).not.toContain(id)
    const pattern = profile.patterns.find((each) => each.id === id)
    for (const next of pattern ? namedBy(pattern) : []) below(next, [...above, id])
  }
  for (const { id } of profile.patterns) below(id, [])
})

it('each pattern says one thing, and offers nothing that may be absent as a choice', () => {
  const kinds = ['alternates', 'optional', 'oneOrMore', 'sequence', 'zeroOrMore']
  const mayBeAbsent = profile.patterns
    .filter((pattern) => 'optional' in pattern || 'zeroOrMore' in pattern)
    .map(({ id }) => id)
  for (const pattern of profile.patterns) {
    expect(kinds.filter((kind) => kind in pattern)).toHaveLength(1)
    const choices = 'alternates' in pattern ? pattern.alternates : []
    expect(choices.filter((id) => mayBeAbsent.includes(id))).toEqual([])
    if ('sequence' in pattern) expect(pattern.sequence.length).toBeGreaterThan(1)
  }
})

it('every template but the correction has its place in an attempt', () => {
  const placed = profile.patterns.flatMap(namedBy)
  const without = profile.templates.filter(({ id }) => !placed.includes(id))
  expect(without.map(({ verb }) => verb)).toEqual([vocabulary.verbs.voided])
})

function namedBy(pattern: Pattern): readonly string[] {
  if ('alternates' in pattern) return pattern.alternates
  if ('sequence' in pattern) return pattern.sequence
  if ('optional' in pattern) return [pattern.optional]
  return ['oneOrMore' in pattern ? pattern.oneOrMore : pattern.zeroOrMore]
}
