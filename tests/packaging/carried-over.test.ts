import { describe, expect, it } from 'vitest'
import { readDocument, type StoredDocument, writeDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { questionsToRedo } from '#packaging/index.ts'
import type { PackageSource } from '#packaging/package-source.ts'
import { newState } from '#packaging/player/state.ts'
import { readSuspendData, writeSuspendData } from '#packaging/player/suspend-data.ts'
import { doc, paragraph, section, withId } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { answers, dataOf } from '#tests/builders/sitting.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'

const first = packageSource()

/** The same module after some work on it, which knows the edition of before. */
function rewritten(
  change: (sections: NodeJson[]) => void,
  before: PackageSource = first,
): PackageSource {
  const document: StoredDocument = structuredClone(before.document)
  change(document.doc.content!)
  const { digest } = before
  return {
    ...before,
    document,
    digest: 'b'.repeat(64),
    earlier: [{ digest, document: before.document }],
  }
}

/** What the LMS kept of somebody who saw two pages and answered all, and how it is read later. */
function resumed(next: PackageSource, before: PackageSource = first) {
  const data = dataOf(before)
  const state = newState(data)
  state.seen[0] = true
  state.seen[1] = true
  state.section = 1
  state.given = answers.right.map((answer) => ({ tries: 1, answer }))
  const text = writeSuspendData(data, state)
  return { kept: readSuspendData(data, text)!, read: readSuspendData(dataOf(next), text) }
}

const added = () =>
  writeDocument(
    doc(withId('nouvelle01', section('Avant tout', withId('avanttout1', paragraph('Lisez.'))))),
  ).doc.content![0]!

describe('who began an earlier edition', () => {
  it('finds the same work after words were corrected', () => {
    const next = rewritten(([one]) => {
      one!.content![0]!.content = [{ type: 'text', text: 'Un autre titre' }]
    })
    const { kept, read } = resumed(next)
    expect(read).toEqual(kept)
  })

  it('finds each answer with its question, wherever it stands now', () => {
    const next = rewritten((sections) => {
      sections.unshift(added())
      const [, ...questions] = sections.at(-1)!.content!
      sections.at(-1)!.content!.splice(1, questions.length, ...questions.reverse())
    })
    const { kept, read } = resumed(next)
    expect(read?.learner).toBe(kept.learner)
    expect(read?.given).toEqual([...kept.given].reverse())
    expect(read?.seen).toEqual([false, true, true, false])
    expect(read?.section).toBe(2)
  })

  it('answers again what asks something else now, and that alone', () => {
    const next = rewritten((sections) => {
      const number = sections.at(-1)!.content!.at(-1)!
      number.attrs = { ...number.attrs, value: 19 }
    })
    const { kept, read } = resumed(next)
    expect(read?.given).toEqual([...kept.given.slice(0, -1), null])
    const [before, now] = [first, next].map(({ document }) => readDocument(document))
    expect(questionsToRedo(before!, now!)).toBe(1)
  })

  it('loses what was taken out, and starts at the beginning when its page is gone', () => {
    const next = rewritten((sections) => {
      sections.splice(1, 1)
    })
    const { read } = resumed(next)
    expect(read?.seen).toEqual([true, false])
    expect(read?.section).toBe(0)
  })

  it('sits an evaluation again when it draws or asks otherwise, with nothing half kept', () => {
    const evaluation = packageSource(
      doc(withId('bilan00001', section('Bilan', elementSamples.evaluation.node))),
    )
    const data = dataOf(evaluation)
    const state = newState(data)
    state.attempts[0] = { begun: 1, open: false, best: { attempt: 1, raw: 2 } }
    state.done = data.required.map(() => true)
    const text = writeSuspendData(data, state)
    const same = rewritten(([one]) => {
      one!.content![0]!.content = [{ type: 'text', text: 'Votre bilan' }]
    }, evaluation)
    expect(readSuspendData(dataOf(same), text)?.attempts).toEqual(state.attempts)
    const other = rewritten(([one]) => {
      const node = one!.content![1]!
      node.attrs = { ...node.attrs, shuffle: !node.attrs?.shuffle }
    }, evaluation)
    const read = readSuspendData(dataOf(other), text)
    expect(read?.attempts).toEqual(newState(data).attempts)
    expect(read?.done).toEqual(newState(data).done)
    expect(read?.given.every((given) => given === null)).toBe(true)
  })

  it('starts again from an edition that nobody knows any more', () => {
    const next = { ...rewritten(() => undefined), earlier: [] }
    expect(resumed(next).read).toBeNull()
  })
})
