import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

const asked = 'Complétez la consigne affichée en cuisine.'
const text = (words: string): NodeJson => ({ type: 'text', text: words })
const gap = (id: string, accepted: string[], choices: string[] = []): NodeJson => ({
  type: 'clozeGap',
  attrs: { id, accepted, choices },
})

export default sampleOf('cloze', {
  node: {
    type: 'cloze',
    attrs: { points: 3, bank: true },
    content: [
      prompt(asked),
      {
        type: 'clozeText',
        content: [
          text('Les viandes se conservent à '),
          gap('clozegap01', ['quatre', '4']),
          text(' degrés au plus. On se lave les '),
          gap('clozegap02', ['mains']),
          text(' avant et '),
          gap('clozegap03', ['après'], ['pendant', 'sans']),
          text(' chaque préparation.'),
        ],
      },
      { type: 'feedback', content: [text('C’est la règle de la maison.')] },
      { type: 'feedback' },
    ],
  },
  says: [asked, 'Les viandes se conservent à', 'chaque préparation.'],
  answers: ['quatre / 4', 'C’est la règle de la maison.'],
  async play(learner) {
    for (const [n, typed] of ['4', 'mains', 'ap'].entries()) {
      await learner.tabTo(learner.element.getByLabel(`Trou ${n + 1} sur 3`))
      // The third is a list: its first letters choose.
      await learner.type(typed)
    }
    await check(learner)
  },
  interactions: {
    scorm12: ['4', 'mains', 'après'].map((response) => ({
      type: 'fill-in',
      response,
      result: 'correct' as const,
    })),
    scorm2004: [{ type: 'fill-in', response: '4[,]mains[,]après', result: 'correct' }],
  },
})
