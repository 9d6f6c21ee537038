import { describe, expect, it } from 'vitest'
import { readDocument, writeDocument } from '#content-schema/document.ts'
import { type NodeJson, repeatedIds, walk } from '#content-schema/identity.ts'
import { derivedId } from '#content-schema/reuse/derived-id.ts'
import { isReference, type Reference } from '#content-schema/reuse/reference.ts'
import {
  type Answer,
  ledToReferences,
  resolve,
  type Target,
} from '#content-schema/reuse/resolve.ts'
import { link, paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'

/** Modules by their ids; each reference leads to the only revision there is. */
let bank: Record<string, NodeJson>

function lookup({ moduleId }: Reference): Answer<Target> {
  const doc = bank[moduleId]
  if (!doc) return { fault: 'reuse.missing' }
  return { moduleId, revisionId: moduleId, digest: moduleId, title: `Module ${moduleId}`, doc }
}

function row(id: string, moduleId: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type: 'moduleRow', attrs: { id, moduleId, ...attrs } }
}

function resolvedFrom(...parts: NodeJson[]) {
  const { doc } = storedDoc(...parts)
  return resolve({ moduleId: 'root', title: 'Le parcours', doc }, lookup)
}

function titles(doc: NodeJson): string[] {
  return readDocument({ format: 1, doc }).children.map((page) => page.firstChild!.textContent)
}

describe('a path', () => {
  it('becomes the pages of its modules in order, each under the title of its module', () => {
    bank = {
      a: storedDoc(section('Voir', paragraph('Un')), section('Faire', paragraph('Deux'))).doc,
      b: storedDoc(section('Agir', paragraph('Trois'))).doc,
    }
    const { doc, uses, faults } = resolvedFrom(
      section('', row('rowrowrow1', 'a'), row('rowrowrow2', 'b', { title: 'Et maintenant' })),
    )
    expect(titles(doc)).toEqual(['Module a · Voir', 'Module a · Faire', 'Et maintenant'])
    expect(uses.map(({ target }) => target.moduleId)).toEqual(['a', 'b'])
    expect(faults).toEqual([])
  })

  it('begins a stage that has a title with the list of its modules', () => {
    bank = { a: storedDoc(section('Voir', paragraph('Un'))).doc }
    const { doc } = resolvedFrom(section('Première étape', row('rowrowrow1', 'a')))
    expect(titles(doc)).toEqual(['Première étape', 'Module a'])
    expect(JSON.stringify(doc.content?.[0])).toContain('Module a')
  })

  it('keeps what is written between its rows, in its place', () => {
    bank = { a: storedDoc(section('Voir', paragraph('Un'))).doc }
    const { doc } = resolvedFrom(
      section('Étape', paragraph('Bonjour'), row('rowrowrow1', 'a'), paragraph('Au revoir')),
    )
    expect(titles(doc)).toEqual(['Étape', 'Module a', 'Étape'])
    expect(repeatedIds(doc)).toEqual([])
  })
})

it('references inside what is reused are replaced too, each exactly once', () => {
  bank = {
    inner: storedDoc(section('Fond', paragraph('Le même'))).doc,
    outer: storedDoc(section('', row('rowrowrow9', 'inner'), row('rowrowrow8', 'inner'))).doc,
  }
  const { doc, uses } = resolvedFrom(section('', row('rowrowrow1', 'outer')))
  expect(uses).toHaveLength(3)
  expect(titles(doc)).toEqual(['Module outer · Module inner', 'Module outer · Module inner'])
  const left: string[] = []
  walk(doc, (node) => isReference(node) && left.push(node.type))
  expect(left).toEqual([])
  expect(repeatedIds(doc)).toEqual([])
})

it('a reused node has the same id in each edition, and another in each place', () => {
  const words = (text: string) =>
    storedDoc(section('Voir', withId('paragraph1', paragraph(text)))).doc
  const twice = [row('rowrowrow1', 'a'), row('rowrowrow2', 'a')]
  bank = { a: words('Avant') }
  const before = resolvedFrom(section('', ...twice))
  bank = { a: words('Après, avec une page de plus') }
  const after = resolvedFrom(section('', ...twice))
  const first = derivedId('rowrowrow1', 'paragraph1')
  expect(first).toMatch(/^[0-9a-z]{10}$/)
  for (const { origins } of [before, after]) {
    expect(origins.get(first)).toBe('rowrowrow1')
    expect(origins.get(derivedId('rowrowrow2', 'paragraph1'))).toBe('rowrowrow2')
  }
})

it('links inside a reused module follow to where it stands', () => {
  bank = {
    a: storedDoc(
      section(
        'Voir',
        withId('paragraph1', paragraph('Ici')),
        paragraph(link('#paragraph1', 'là')),
      ),
    ).doc,
  }
  const { doc } = resolvedFrom(section('', row('rowrowrow1', 'a')))
  expect(JSON.stringify(doc)).toContain(`"#${derivedId('rowrowrow1', 'paragraph1')}"`)
})

it('a module that would stand in itself is refused, and the loop is named', () => {
  bank = { a: storedDoc(section('', row('rowrowrow9', 'root'))).doc }
  const { doc, faults } = resolvedFrom(section('', row('rowrowrow1', 'a')))
  expect(faults).toEqual([
    {
      code: 'reuse.cycle',
      severity: 'blocks',
      nodeId: 'rowrowrow1',
      params: { title: 'Le parcours → Module a → Le parcours' },
    },
  ])
  expect(readDocument({ format: 1, doc }).childCount).toBe(1)
})

it('what is not there is said where it was wanted, and the rest is shown', () => {
  bank = { a: storedDoc(section('Voir', paragraph('Un'))).doc }
  const { doc, faults } = resolvedFrom(
    section('', row('rowrowrow1', 'gone'), row('rowrowrow2', 'a')),
  )
  expect(faults.map(({ code, nodeId }) => [code, nodeId])).toEqual([
    ['reuse.missing', 'rowrowrow1'],
  ])
  expect(titles(doc)).toEqual(['Module a'])
})

it('nothing of an optional row has to be done', () => {
  const asked = { type: 'reflection', attrs: { id: 'reflection', required: true } }
  bank = { a: storedDoc(section('Voir', paragraph('Un'))).doc }
  bank.a!.content![0]!.content!.push(asked)
  const { doc, optional } = resolvedFrom(
    section('', row('rowrowrow1', 'a', { required: false })),
  )
  expect(JSON.stringify(doc)).toContain('"required":false')
  expect(JSON.stringify(doc)).not.toContain('"required":true')
  expect(optional.has(derivedId('rowrowrow1', 'reflection'))).toBe(true)
})

it('findings inside a reused module lead to the reference', () => {
  const origins = new Map([['inner', 'reference']])
  const found = [
    { code: 'x', severity: 'warns' as const, nodeId: 'inner' },
    { code: 'y', severity: 'warns' as const, nodeId: 'own' },
  ]
  expect(ledToReferences(found, origins).map(({ nodeId }) => nodeId)).toEqual([
    'reference',
    'own',
  ])
})

it('a document without references comes out as it went in', () => {
  const stored = storedDoc(section('Voir', paragraph('Un')))
  const { doc } = resolve({ moduleId: 'root', title: '', doc: stored.doc }, lookup)
  expect(writeDocument(readDocument({ format: 1, doc }))).toEqual(stored)
})
