import { beforeEach, describe, expect, it } from 'vitest'
import { readCheckFacts } from '#app/services/checks/read-check-facts.server.ts'
import { findRevision, latestEdition } from '#app/services/modules/find-module.server.ts'
import { saveChange } from '#app/services/modules/save-change.server.ts'
import { offeredFor } from '#app/services/paths/offered.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { readReused } from '#app/services/reuse/read-reused.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { readReusable } from '#app/services/reuse/reusable-content.server.ts'
import { decideUpdate, listUpdates } from '#app/services/reuse/updates.server.ts'
import { usedWorks } from '#app/services/reuse/used-parts.server.ts'
import { usesOf, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { withdrawModule } from '#app/services/reuse/withdraw.server.ts'
import { findAll } from '#app/ui/write/checks/find-all.ts'
import { changeBetween } from '#content-schema/changes/change.ts'
import { outlineOf } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
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
import { heading, paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'
import { pathOf, publishedModule } from '#tests/builders/path.ts'

let place: Workplace
let bank: Workplace

beforeEach(() => {
  place = workplace()
  bank = publishedModule(place, 'un')
})

const read = (module = bank, by = place) =>
  readReusable(by.bank, { ...keyOf(by), usedModuleId: module.moduleId })

/** An element of the latest edition, as the page on which one writes puts it in. */
function reuseOf(index: number, attrs: Record<string, unknown> = {}, module = bank): NodeJson {
  const { pages, edition, digest, moduleId } = read(module)
  const { id: nodeId } = pages[0]!.elements[index]!
  const seen = { moduleId, nodeId, edition, digest, follows: false }
  return { type: 'reuse', attrs: { id: 'reusereus1', ...seen, ...attrs } }
}

/** What a person does on the page on which one writes. */
function write(document: StoredDocument): void {
  const base = draftOf(place).document
  saveChange(place.bank, {
    ...{ ...keyOf(place), personId: place.people.designer.id, now },
    ...{ base: outlineOf(base), change: changeBetween(base, document, () => true) },
  })
}

const pageWith = (...nodes: NodeJson[]) =>
  storedDoc(withId('sectionown', section('Ici', paragraph('Voici :'), ...nodes)))

function publishAgain(module: Workplace, document: StoredDocument): void {
  save(module, { document })
  approve(module)
  publish(module)
}

const textNow = () => plainText(resolved(place.bank, draftOf(place)).doc)
const codesNow = () =>
  readGates(place.bank, { draft: draftOf(place), now })
    .flatMap(({ findings }) => findings)
    .map(({ code }) => code)

describe('choosing', () => {
  it('shows the latest edition of a module as its pages with their elements', () => {
    const { pages, edition, title, organisation } = read()
    expect([title, edition, organisation]).toEqual(['Module un', '1.0', null])
    expect(pages.map(({ title: page }) => page)).toEqual(['Porter une charge'])
    expect(pages[0]!.elements.map(({ nodes }) => nodes.map(({ type }) => type))).toEqual([
      ['paragraph'],
      ['singleChoice'],
    ])
  })

  it('offers no path, not the module itself, and nothing that was withdrawn', () => {
    const path = pathOf(place, 'parcours', [bank.moduleId])
    approve(path)
    publish(path)
    const asked = { ...keyOf(place), words: '', withoutPaths: true }
    expect(offeredFor(place.bank, asked).rows.map(({ id }) => id)).toEqual([bank.moduleId])
    expect(() => read(path)).toThrow(expect.objectContaining({ code: 'reuse.unreachable' }))
    expect(() => read(place)).toThrow(expect.objectContaining({ code: 'reuse.unreachable' }))
    withdrawModule(bank.bank, {
      ...{ ...keyOf(bank), reason: 'Périmé', now },
      personId: bank.people.publisher.id,
    })
    expect(() => read()).toThrow(expect.objectContaining({ code: 'reuse.unreachable' }))
  })
})

describe('an element put in a text', () => {
  beforeEach(() => write(pageWith(reuseOf(0))))

  it('is shown there, and its module says where it is used', () => {
    expect(textNow()).toContain('On plie les genoux')
    expect(whereUsed(bank.bank, { ...keyOf(bank), now }).users).toMatchObject([
      { moduleId: place.moduleId, through: null, follows: false },
    ])
    const node = reuseOf(0)
    expect(readReused(place.bank, { ...keyOf(place), node }).mayCopy).toBe(true)
    const words = 'On plie les genoux, le dos reste droit.'
    expect(usesOf(place.bank, keyOf(place))).toMatchObject([{ words, drawn: false }])
    const [work] = usedWorks(place.bank, resolved(place.bank, draftOf(place)), draftOf(place))
    expect(work).toMatchObject({ title: 'Module un', edition: '1.0', role: 'shown' })
  })

  it('stays as it was seen until the update that changes it is accepted', () => {
    publishAgain(bank, lesson('On plie bien les genoux.'))
    expect(textNow()).toContain('le dos reste droit')
    const [update] = listUpdates(place.bank, keyOf(place))
    expect(update).toMatchObject({ seen: '1.0', latest: '1.1', state: 'open' })
    expect(update!.differences.map(({ element }) => element)).toEqual(['paragraph'])
    const { later } = readReused(place.bank, { ...keyOf(place), node: reuseOf(0, seen()) })
    expect(later?.edition).toBe('1.1')
    const by = { ...keyOf(place), personId: place.people.designer.id, now }
    const decide = (decision: 'ignore' | 'accept') =>
      decideUpdate(place.bank, {
        ...{ ...by, referenceId: 'reusereus1', decision, digest: update!.digest },
      })
    decide('ignore')
    const again = readReused(place.bank, { ...keyOf(place), node: reuseOf(0, seen()) })
    expect(again.later).toBeNull()
    decide('accept')
    expect(textNow()).toContain('On plie bien les genoux.')
  })

  it('is offered no update for what changed elsewhere in its module', () => {
    const { document } = draftOf(bank)
    const [page] = document.doc.content!
    const content = [...page!.content!, withId('another001', paragraph('Une ligne de plus.'))]
    const doc = { ...document.doc, content: [{ ...page!, content }] }
    publishAgain(bank, { ...document, doc })
    expect(latestEdition(bank.bank, bank.moduleId)).toMatchObject({ minor: 1 })
    expect(listUpdates(place.bank, keyOf(place))).toEqual([])
    const node = reuseOf(0, seen())
    expect(readReused(place.bank, { ...keyOf(place), node }).later).toBeNull()
  })

  it('that follows shows the latest edition, and says so when it is no longer there', () => {
    write(pageWith(reuseOf(0, { follows: true })))
    publishAgain(bank, lesson('On plie bien les genoux.'))
    expect(textNow()).toContain('On plie bien les genoux.')
    const other = withId(
      'other00001',
      section('Autre', withId('other00002', paragraph('Rien'))),
    )
    publishAgain(bank, storedDoc(other))
    expect(codesNow()).toContain('reuse.no-node')
  })

  it('stands in what is frozen as it was then', () => {
    approve(place)
    publish(place)
    write(pageWith(reuseOf(0, { follows: true })))
    publishAgain(bank, lesson('On plie bien les genoux.'))
    const { revisionId } = latestEdition(place.bank, place.moduleId)!
    const frozen = resolved(place.bank, findRevision(place.bank, revisionId))
    expect(plainText(frozen.doc)).toContain('le dos reste droit')
  })

  /** Pinned to the edition that was there at first. */
  function seen() {
    const [{ attrs }] = draftOf(place).document.doc.content![0]!.content!.slice(-1) as [
      NodeJson,
    ]
    return { digest: attrs!.digest, edition: attrs!.edition }
  }
})

describe('what is not in reach', () => {
  it('is refused with a sentence, and the text stays as it was', () => {
    const team = addTeam(place.bank, 'Ailleurs')
    const theirs = publishedModule({ ...place, ...team }, 'ailleurs')
    const attrs = { moduleId: theirs.moduleId, digest: 'x', nodeId: 'aaaaaaaaaa' }
    const before = draftOf(place).document
    expect(() => write(pageWith(reuseOf(0, attrs)))).toThrow(
      expect.objectContaining({ code: 'reuse.unreachable', status: 409 }),
    )
    expect(draftOf(place).document).toEqual(before)
    const node = reuseOf(0, attrs)
    const shown = readReused(place.bank, { ...keyOf(place), node })
    expect(shown).toMatchObject({ nodes: [], from: null, latest: null })
    expect(shown.findings.map(({ code }) => code)).toEqual(['reuse.private'])
  })

  it('a module that would stand in itself is refused, and the loop is named', () => {
    write(pageWith(reuseOf(0)))
    approve(place)
    publish(place)
    const { pages, edition, digest } = readReusable(bank.bank, {
      ...keyOf(bank),
      usedModuleId: place.moduleId,
    })
    const nodeId = pages[0]!.elements[0]!.id
    const attrs = { id: 'reusereus2', moduleId: place.moduleId, nodeId, edition, digest }
    expect(() => save(bank, { document: pageWith({ type: 'reuse', attrs }) })).toThrow(
      expect.objectContaining({ code: 'reuse.cycle', status: 409 }),
    )
  })
})

describe('the page on which one writes', () => {
  const checkedNow = async () => {
    const store = { bank: place.bank, dataDir: '/nowhere' }
    const facts = await readCheckFacts(store, { ...keyOf(place), now })
    const steps = findAll(draftOf(place).document, facts)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return value!
    }
  }

  it('checks what stands for a reference with the rest, and leads to the reference', async () => {
    publishAgain(bank, storedDoc(section('Voir', heading(4, 'Trop bas'), paragraph('Lire.'))))
    write(pageWith(reuseOf(0)))
    const { checked, incomplete } = await checkedNow()
    expect([checked.elements, incomplete]).toEqual([2, false])
    expect(checked.findings.accessibility).toMatchObject([
      { code: 'accessibility.heading-skipped', nodeId: 'reusereus1' },
    ])
  })

  it('asks anew for a reference that it knows nothing of', () => {
    const steps = findAll(pageWith(reuseOf(0)), null)
    let step = steps.next()
    while (!step.done) step = steps.next()
    expect(step.value?.incomplete).toBe(true)
  })
})

describe('questions drawn from a bank', () => {
  const draw = (attrs: Record<string, unknown>): NodeJson => {
    const { edition, digest } = read()
    const seen = { moduleId: bank.moduleId, edition, digest }
    return { type: 'questionDraw', attrs: { id: 'drawdraw01', ...seen, ...attrs } }
  }

  it('stand in the text, and too few of them keep it from going out', () => {
    write(pageWith(draw({ count: 1 })))
    expect(textNow()).toContain('Que plie-t-on ?')
    expect(codesNow()).not.toContain('reuse.few-questions')
    expect(usesOf(place.bank, keyOf(place))).toMatchObject([{ words: null, drawn: true }])
    write(pageWith(draw({ count: 2 })))
    const content = readGates(place.bank, { draft: draftOf(place), now }).find(
      ({ name }) => name === 'content',
    )!
    expect(content.passed).toBe(false)
    expect(content.findings).toMatchObject([
      { code: 'reuse.few-questions', nodeId: 'drawdraw01', params: { found: 1, wanted: 2 } },
    ])
  })
})
