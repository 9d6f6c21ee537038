import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

const asked = 'Dans quelle poubelle du service jette-t-on ces déchets de soins ?'
const text = (words: string): NodeJson[] => [{ type: 'text', text: words }]
const item = (n: number, words: string): NodeJson => ({
  type: 'sortingItem',
  attrs: { id: `sortitem0${n}` },
  content: [{ type: 'sortingText', content: text(words) }],
})
const category = (n: number, name: string, ...items: NodeJson[]): NodeJson => ({
  type: 'sortingCategory',
  attrs: { id: `sortcateg${n}` },
  content: [{ type: 'sortingName', content: text(name) }, ...items],
})

export default sampleOf('sorting', {
  node: {
    type: 'sorting',
    content: [
      prompt(asked),
      category(
        1,
        'Déchets infectieux',
        item(1, 'Une compresse souillée'),
        item(2, 'Une perfusion'),
      ),
      category(2, 'Ordures ménagères', item(3, 'Un emballage propre')),
      { type: 'feedback', content: text('Le sang décide.') },
      { type: 'feedback' },
    ],
  },
  says: [
    asked,
    'Déchets infectieux',
    'Ordures ménagères',
    'Une compresse souillée',
    'Une perfusion',
  ],
  answers: ['Le sang décide.'],
  async play(learner) {
    const { element, tabTo, type } = learner
    const belongs: Record<string, string> = {
      'Une compresse souillée': 'Déchets',
      'Une perfusion': 'Déchets',
      'Un emballage propre': 'Ordures',
    }
    for (const label of await element.locator('.to-place label').allTextContents()) {
      await tabTo(element.getByLabel(label))
      await type(belongs[label] ?? '')
    }
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'matching', response: 'a.a,b.a,c.b', result: 'correct' }],
    scorm2004: [
      {
        type: 'matching',
        response: 'sortitem01[.]sortcateg1[,]sortitem02[.]sortcateg1[,]sortitem03[.]sortcateg2',
        result: 'correct',
      },
    ],
  },
})
