import { beforeEach, expect, it } from 'vitest'
import { findRevision, latestEdition } from '#app/services/modules/find-module.server.ts'
import { findReusedFile } from '#app/services/reuse/reused-file.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import {
  addTeam,
  approve,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import {
  anyDigest,
  image,
  paragraph,
  right,
  section,
  singleChoice,
  storedDoc,
  wrong,
} from '#tests/builders/document.ts'
import { publishedModule } from '#tests/builders/path.ts'
import { addFile } from '#tests/builders/rights.ts'

let own: Workplace
let theirs: Workplace

beforeEach(() => {
  own = workplace()
  theirs = publishedModule({ ...own, ...addTeam(own.bank, 'Ailleurs') }, 'ailleurs')
  addFile(theirs, { authors: ['Nadia Ferrand'] })
})

it('a picture of a module that one may reuse is seen where it is reused, once it is published', () => {
  share()
  draw()
  expect(lent()).toBeNull()
  approve(theirs)
  publish(theirs)
  expect(lent()?.digest).toBe(anyDigest)
})

it('a picture of a module that is kept to its organisation is not', () => {
  draw()
  approve(theirs)
  publish(theirs)
  expect(lent()).toBeNull()
})

function draw(): void {
  const shown = image({ asset: anyDigest, alt: 'Une affiche' })
  const asked = singleChoice({}, 'Que voit-on ?', right('Une affiche'), wrong('Rien'))
  save(theirs, { document: storedDoc(section('Voir', paragraph('Ceci :'), shown, asked)) })
}

function lent() {
  const { revisionId } = latestEdition(own.bank, theirs.moduleId)!
  const { digest: edition } = findRevision(own.bank, revisionId)
  const { organisationId } = own
  const asked = { moduleId: theirs.moduleId, organisationId, digest: anyDigest, edition }
  return findReusedFile(own.bank, asked)
}

function share(): void {
  setVisibility(theirs.bank, {
    ...{ ...keyOf(theirs), visibility: 'public', networkId: null, organisationIds: [] },
    ...{ personId: theirs.people.publisher.id, now },
  })
}
