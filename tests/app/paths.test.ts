import { beforeEach, describe, expect, it } from 'vitest'
import { findRevision, latestEdition } from '#app/services/modules/find-module.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { readPath } from '#app/services/paths/read-path.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import { plainText } from '#content-schema/plain-text.ts'
import {
  approve,
  draftOf,
  facts,
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
let two: Workplace
let path: Workplace

beforeEach(() => {
  place = workplace()
  one = publishedModule(place, 'un')
  two = publishedModule(place, 'deux')
  path = pathOf(place, 'parcours', [one.moduleId, two.moduleId])
})

const textNow = () => plainText(resolved(path.bank, draftOf(path)).doc)
const gate = (name: string) =>
  readGates(path.bank, { draft: draftOf(path), now }).find((each) => each.name === name)!
const rows = () => rowsOf(path).flatMap((stage) => stage.rows)
const titles = () =>
  readPath(path.bank, { ...keyOf(path), now }).stages.map(({ rows }) =>
    rows.map((row) => row.ownTitle),
  )

describe('composing', () => {
  it('adds modules in order, pinned to the edition that is there', () => {
    expect(titles()).toEqual([['Module un', 'Module deux']])
    expect(rows().map(({ attrs }) => [attrs.edition, attrs.follows])).toEqual([
      ['1.0', false],
      ['1.0', false],
    ])
  })

  it('moves, takes away and puts back', () => {
    const [first] = rows()
    const rowId = String(first!.attrs.id)
    step(path, { do: 'move', rowId, to: 'down' })
    expect(titles()).toEqual([['Module deux', 'Module un']])
    step(path, { do: 'remove', rowId })
    expect(titles()).toEqual([['Module deux']])
    step(path, { do: 'restore', stageId: rowsOf(path)[0]!.id, index: 0, row: first! })
    expect(titles()).toEqual([['Module un', 'Module deux']])
    expect(rows()[0]!.attrs.id).toBe(rowId)
  })

  it('keeps stages: a row moves past the end of one into the next, and outlives its stage', () => {
    step(path, { do: 'add-stage', title: 'Ensuite' })
    const rowId = String(rows()[1]!.attrs.id)
    step(path, { do: 'move', rowId, to: 'down' })
    expect(titles()).toEqual([['Module un'], ['Module deux']])
    step(path, { do: 'remove-stage', stageId: rowsOf(path)[1]!.id })
    expect(titles()).toEqual([['Module un', 'Module deux']])
  })

  it('refuses what is not published, with a reason, and leaves the path as it was', () => {
    const stageId = rowsOf(path)[0]!.id
    expect(() => step(path, { do: 'add', stageId, moduleId: place.moduleId })).toThrow(
      expect.objectContaining({ code: 'reuse.unreachable', status: 409 }),
    )
    expect(titles()).toEqual([['Module un', 'Module deux']])
  })

  it('refuses a path that would stand in itself, and names the loop', () => {
    approve(path)
    publish(path)
    const around = pathOf(place, 'autour', [path.moduleId])
    approve(around)
    publish(around)
    const stageId = rowsOf(path)[0]!.id
    expect(() => step(path, { do: 'add', stageId, moduleId: around.moduleId })).toThrow(
      expect.objectContaining({
        code: 'reuse.cycle',
        params: { loop: 'Parcours parcours → Parcours autour → Parcours parcours' },
      }),
    )
  })

  it('holds rows only, and no other module holds them', () => {
    expect(() => save(path, { document: lesson() })).toThrow(
      expect.objectContaining({ code: 'path.misplaced' }),
    )
    expect(() => save(place, { document: draftOf(path).document })).toThrow(
      expect.objectContaining({ code: 'path.misplaced' }),
    )
  })

  it('stays a path when its facts are written anew', () => {
    save(path, { facts: { ...facts, code: 'autrement' } })
    expect(draftOf(path).facts.kind).toBe('path')
  })
})

describe('a module that is used is published anew', () => {
  beforeEach(() => {
    approve(path)
    publish(path)
    save(one, { document: lesson('On garde la charge près du corps.') })
    approve(one)
    publish(one)
  })

  it('what was published shows what it showed, and so does a pinned row', () => {
    const edition = latestEdition(path.bank, path.moduleId)!
    const frozen = findRevision(path.bank, edition.revisionId)
    expect(plainText(resolved(path.bank, frozen).doc)).not.toContain('près du corps')
    expect(textNow()).not.toContain('près du corps')
    expect(readState(path.bank, draftOf(path)).state).toBe('published')
  })

  it('a following row shows it at once, and its approval is asked again', () => {
    const before = contentDigest(path.bank, draftOf(path))
    step(path, { do: 'follow', rowId: String(rows()[0]!.attrs.id), follows: true })
    approve(path)
    publish(path)
    expect(textNow()).toContain('près du corps')
    save(one, { document: lesson('Encore autre chose.') })
    approve(one)
    publish(one)
    expect(textNow()).toContain('Encore autre chose')
    expect(contentDigest(path.bank, draftOf(path))).not.toBe(before)
    expect(gate('approval').passed).toBe(false)
    expect(readState(path.bank, draftOf(path)).state).toBe('redrafted')
  })

  it('is found by the words of a module that it follows, as they are now', () => {
    const found = (q: string) =>
      searchBank(path.bank, {
        ...{ ...readBankQuery(new URLSearchParams({ q })), full: true },
        organisationId: path.organisationId,
      }).rows.map(({ id }) => id)
    step(path, { do: 'follow', rowId: String(rows()[0]!.attrs.id), follows: true })
    save(one, { document: lesson('On s’accroupit devant la palette.') })
    approve(one)
    expect(found('accroupit')).not.toContain(path.moduleId)
    publish(one)
    expect(found('accroupit')).toContain(path.moduleId)
  })

  it('says that there is a later edition', () => {
    const { stages } = readPath(path.bank, { ...keyOf(path), now })
    expect(stages[0]!.rows.map(({ edition, later }) => [edition, later])).toEqual([
      ['1.0', '1.1'],
      ['1.0', null],
    ])
  })
})

describe('rights of the whole', () => {
  it('a module that excludes sale stands against a path that allows it, until its licence is chosen', () => {
    const closed = publishedModule(place, 'non-commercial', { licence: 'cc-by-nc-4.0' })
    step(path, { do: 'add', stageId: rowsOf(path)[0]!.id, moduleId: closed.moduleId })
    const [found] = gate('rights').findings
    expect(found).toMatchObject({
      code: 'rights.not-commercial',
      severity: 'blocks',
      nodeId: rows()[2]!.attrs.id,
      params: { title: 'Module non-commercial' },
    })
    expect(found!.solutions!.map(({ code }) => code)).toEqual([
      'choose-licence',
      'replace-module',
      'ask-authorisation',
    ])
    expect(() => {
      approve(path)
      publish(path)
    }).toThrow(expect.objectContaining({ code: 'publication.refused' }))
    save(path, { facts: { ...draftOf(path).facts, licence: 'cc-by-nc-4.0' } })
    expect(gate('rights').passed).toBe(true)
    approve(path)
    expect(publish(path)).toEqual({ major: 1, minor: 0 })
  })
})
