import type { NodeJson } from '#content-schema/identity.ts'
import type { Aspect } from '#content-schema/module.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import type { Answerable } from '#content-schema/scopes/scope.ts'
import { facts } from '#tests/builders/bank.ts'
import {
  doc,
  heading,
  image,
  link,
  paragraph,
  section,
  singleChoice,
  withId,
} from '#tests/builders/document.ts'

/** All that a random author may change in these tests, each a few values. */
export const values = {
  title: ['Gestes', 'Postures'],
  objective: ['Porter une charge', 'Lever une charge'],
  minutes: [10, 15],
  licence: ['cc-by-4.0', 'cc-by-sa-4.0'],
  code: ['gestes', 'postures'],
  intendedUse: [undefined, 'shared'],
  role: ['teaches', 'assesses'],
  words: ['Le dos droit.', 'Le dos bien droit.', ''],
  linkWords: ['la notice', 'ici'],
  linkTarget: ['https://exemple.fr/a', 'https://exemple.fr/b'],
  pageTitle: ['Porter', 'Lever'],
  heading: ['Avant', 'Après'],
  headingLevel: [3, 4],
  question: ['Que plie-t-on ?', 'Que garde-t-on droit ?'],
  right: ['first', 'second'],
  feedback: ['', 'Relisez la page.'],
  points: [1, 3],
  alt: ['Un agent', 'Un agent accroupi'],
  asset: ['a'.repeat(64), 'b'.repeat(64)],
  assetLicence: ['cc-by-4.0', 'unknown'],
  tutorNote: ['', 'Montrez le geste.'],
  authorNote: ['', 'À revoir.'],
  order: ['picture first', 'question first'],
  paragraphs: ['one', 'two'],
} as const

export type Variable = keyof typeof values
export type State = { [Name in Variable]: (typeof values)[Name][number] }
export const variables = Object.keys(values) as Variable[]

/**
 * What each aspect is about, said once more by hand: what the product works out has to agree with it,
 * in both directions.
 */
export const about: Record<Aspect, readonly Variable[]> = {
  content: [
    ...(['title', 'objective', 'words', 'linkWords', 'linkTarget', 'pageTitle'] as const),
    ...(['heading', 'headingLevel', 'question', 'right', 'feedback', 'alt'] as const),
    ...(['asset', 'order', 'paragraphs'] as const),
  ],
  pedagogy: [
    ...(['title', 'objective', 'minutes', 'role', 'pageTitle'] as const),
    ...(['question', 'right', 'feedback', 'points', 'order'] as const),
  ],
  law: ['licence', 'linkTarget', 'asset', 'assetLicence'],
  technique: ['code', 'linkTarget', 'asset', 'points', 'order'],
  accessibility: [
    ...(['linkWords', 'linkTarget', 'headingLevel', 'alt', 'asset', 'order'] as const),
  ],
  tutoring: ['minutes', 'tutorNote'],
}

export const firstState = Object.fromEntries(
  variables.map((name) => [name, values[name][0]]),
) as State

/** The module that a state describes. */
export function moduleOf(state: State): Answerable {
  const { title, objective, minutes, licence, code, intendedUse, role } = state
  return {
    facts: { ...facts, title, objective, minutes, licence, code, intendedUse },
    alignments: [
      {
        ...{ competencyId: 'c1', role, frameworkCode: 'RNCP99001' },
        ...{ competencyBlockCode: 'RNCP99001BC01', label: 'Porter' },
      },
    ],
    doc: documentOf(state),
    uses: [],
    rights: {
      [state.asset]: completeRights({ title: 'Affiche', licence: state.assetLicence }),
    },
  }
}

export function documentOf(state: State): NodeJson {
  const { words, linkWords, linkTarget, alt, asset, tutorNote, authorNote } = state
  const picture = withId('picture001', image({ asset, alt, tutorNote, authorNote }))
  const question = withId('question01', asked(state))
  const placed = state.order === 'picture first' ? [picture, question] : [question, picture]
  const more = state.paragraphs === 'two' ? [withId('second0001', paragraph('Encore.'))] : []
  return doc(
    withId(
      'page000001',
      section(
        state.pageTitle,
        withId('heading001', heading(state.headingLevel, state.heading)),
        withId('words00001', paragraph(words)),
        ...more,
        withId('linked0001', paragraph('Voir ', link(linkTarget, linkWords))),
        ...placed,
      ),
    ),
  ).toJSON()
}

function asked({ question, right, feedback, points }: State): NodeJson {
  const choices = ['first', 'second'].map((name) =>
    withId(`${name}choice`.padEnd(10, '0').slice(0, 10), {
      type: 'choice',
      attrs: { correct: right === name },
      content: [
        { type: 'choiceText', content: [{ type: 'text', text: name }] },
        {
          type: 'feedback',
          ...(feedback && { content: [{ type: 'text', text: feedback }] }),
        },
      ],
    }),
  )
  return singleChoice({ points }, question, ...choices)
}
