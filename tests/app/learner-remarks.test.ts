import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { auditEntries } from '#app/db/schema/bank/index.ts'
import { readModuleReport } from '#app/services/analytics/read-module-report.server.ts'
import { handleLearnerRemark } from '#app/services/learner-remarks/handle-remark.server.ts'
import {
  readLearnerRemarks,
  remarksPerPage,
} from '#app/services/learner-remarks/read-remarks.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { allParts } from '#content-schema/parts.ts'
import type { Part } from '#content-schema/statements/opinion.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import {
  approve,
  draftOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { told } from './analytics/told.ts'
import { learner } from './lrs/learner.ts'

let here: Instance
let place: Workplace

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
  approve(place)
  publish(place)
})
afterEach(() => removeFolder(here))

const asked = () => ({ moduleId: place.moduleId, organisationId: place.organisationId })
const read = (more = {}) => readLearnerRemarks(here, { ...asked(), ...more })
const tell = (...statements: Statement[]) =>
  told(statements, { organisationId: place.organisationId, into: here.statements })

/** The section and the first element of the module as it was published. */
function parts() {
  const [page, element] = allParts(readDocument(draftOf(place).document))
  return { page: page!, element: element! }
}

function elementPart(): Part {
  const { page, element } = parts()
  return { kind: 'element', sectionId: page.id, id: element.id }
}

/** A learner of the edition that is out. */
function someone(name: string) {
  const { major, minor, digest } = editionOut()
  return learner({ name, moduleId: place.moduleId, edition: { major, minor }, digest })
}

function editionOut() {
  const { major, minor, revisionId } = latestEdition(here.bank, place.moduleId)!
  const { digest } = here.bank.query.revisions
    .findFirst({ where: (row, { eq }) => eq(row.id, revisionId) })
    .sync()!
  return { major, minor, digest }
}

it('remarks are read the newest first, each with what it is about, and name nobody', async () => {
  const lea = someone('lea')
  const { page, element } = parts()
  await tell(
    lea.remarks({ kind: 'section', sectionId: page.id }, 'Trop long.'),
    lea.remarks(elementPart(), 'Je ne vois pas la main.'),
  )
  const { remarks, total } = read()
  expect(total).toBe(2)
  expect(remarks.map(({ text, part, edition }) => [text, part?.words, edition])).toEqual([
    ['Je ne vois pas la main.', element.words, '1.0'],
    ['Trop long.', page.words, '1.0'],
  ])
  expect(remarks[0]!.nodeId).toBe(element.id)
  expect(JSON.stringify(remarks)).not.toContain('lea')
})

it('one about what is no longer there still says what that was', async () => {
  await tell(someone('lea').remarks(elementPart(), 'À retirer.'))
  const { words } = parts().element
  const fresh = withId('elsewhere1', paragraph('Tout est neuf.'))
  save(place, { document: storedDoc(withId('elsewhere2', section('Autre', fresh))) })
  expect(read().remarks[0]).toMatchObject({ nodeId: null, part: { words } })
})

it('those of one edition are read apart, and many come a page at a time', async () => {
  const lea = someone('lea')
  const page: Part = { kind: 'section', sectionId: parts().page.id }
  const count = remarksPerPage + 1
  await tell(...Array.from({ length: count }, (_, index) => lea.remarks(page, `n° ${index}`)))
  expect(read().remarks).toHaveLength(remarksPerPage)
  expect(read({ page: 2 })).toMatchObject({ total: count, remarks: [{ text: 'n° 0' }] })
  expect(read({ digest: editionOut().digest }).total).toBe(count)
  expect(read({ digest: 'f'.repeat(64) })).toEqual({ remarks: [], total: 0 })
})

it('what was done about one is added, with who and when, and audited', async () => {
  await tell(someone('lea').remarks(elementPart(), 'Faute à « main ».'))
  const { statementId } = read().remarks[0]!
  const by = { ...asked(), statementId, personId: place.people.quality.id }
  handleLearnerRemark(here, { ...by, state: 'read', note: '', now })
  const later = new Date(now.getTime() + 1000)
  handleLearnerRemark(here, { ...by, state: 'handled', note: 'Corrigé en 1.1.', now: later })
  const person = place.people.quality.name
  expect(read().remarks[0]!.handlings).toEqual([
    { state: 'read', note: '', person, at: now.getTime() },
    { state: 'handled', note: 'Corrigé en 1.1.', person, at: later.getTime() },
  ])
  const entries = here.bank.select().from(auditEntries).all().slice(-2)
  expect(entries).toMatchObject([
    { action: 'learner-remark.read', object: place.moduleId },
    { action: 'learner-remark.handled', details: { statementId, note: 'Corrigé en 1.1.' } },
  ])
})

it('nothing can be done about a remark of another organisation, or of none', async () => {
  const told = someone('lea').remarks(elementPart(), 'Ailleurs.')
  const other = workplace(here.bank)
  await tell(told)
  const { moduleId, organisationId, people } = other
  const request = { moduleId, organisationId, personId: people.quality.id, note: '', now }
  expect(() =>
    handleLearnerRemark(here, { ...request, statementId: told.id, state: 'read' }),
  ).toThrow('learner-remark.not-found')
})

it('ratings stand beside the parts that they are about; made up ones do not', async () => {
  const rated = ['a', 'b', 'c', 'd', 'e'].map((name) => someone(name))
  const made: Part = { kind: 'element', sectionId: 'x', id: 'nowhere001' }
  await tell(
    ...rated.map((each) => each.rates(elementPart(), 4)),
    ...rated.map((each) => each.rates(made, 1)),
  )
  const [edition] = readModuleReport(here, asked())
  expect(edition!.ratings).toEqual([
    {
      nodeId: parts().element.id,
      rated: { count: 5, mean: 4, counts: [0, 0, 0, 5, 0] },
      ...{ names: parts().element.names, words: parts().element.words },
    },
  ])
})
