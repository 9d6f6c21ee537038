import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

const asked = 'Quel agent éteint quel feu ?'
const text = (words: string): NodeJson[] => [{ type: 'text', text: words }]
const pair = (n: number, source: string, target: string): NodeJson => ({
  type: 'matchingPair',
  attrs: { id: `matchpair${n}` },
  content: [
    { type: 'matchingSource', content: text(source) },
    { type: 'matchingTarget', attrs: { id: `matchtarg${n}` }, content: text(target) },
  ],
})

export default sampleOf('matching', {
  node: {
    type: 'matching',
    attrs: { points: 3 },
    content: [
      prompt(asked),
      pair(1, 'Une corbeille à papier', 'Eau pulvérisée'),
      pair(2, 'Une armoire électrique', 'Dioxyde de carbone'),
      pair(3, 'Une friteuse', 'Couverture anti-feu'),
      {
        type: 'matchingDistractor',
        attrs: { id: 'matchdist1' },
        content: [
          {
            type: 'matchingTarget',
            attrs: { id: 'matchtarg4' },
            content: text('Air comprimé'),
          },
        ],
      },
      { type: 'feedback', content: text('Chaque feu a sa classe.') },
      { type: 'feedback', content: text('Jamais d’eau sur l’huile ni sur l’électricité.') },
    ],
  },
  says: [
    asked,
    'Une corbeille à papier',
    'Eau pulvérisée',
    'Couverture anti-feu',
    'Air comprimé',
  ],
  answers: ['Intrus : Air comprimé', 'Chaque feu a sa classe.'],
  async play(learner) {
    const answers = [
      ['Une corbeille à papier', 'Eau'],
      ['Une armoire électrique', 'Dioxyde'],
      ['Une friteuse', 'Couverture'],
    ] as const
    for (const [label, typed] of answers) {
      await learner.tabTo(learner.element.getByLabel(label))
      await learner.type(typed)
    }
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'matching', response: 'a.a,b.b,c.c', result: 'correct' }],
    scorm2004: [
      {
        type: 'matching',
        response: 'matchpair1[.]matchtarg1[,]matchpair2[.]matchtarg2[,]matchpair3[.]matchtarg3',
        result: 'correct',
      },
    ],
  },
})
