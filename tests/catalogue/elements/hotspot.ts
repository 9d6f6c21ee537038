import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { check, sampleOf } from '../sample.ts'

const asked = 'Par où sort-on de cet entrepôt en cas d’incendie ?'
const text = (words: string): NodeJson[] => [{ type: 'text', text: words }]
const region = (
  n: number,
  attrs: Record<string, unknown>,
  name: string,
  said = '',
): NodeJson => ({
  type: 'hotspotRegion',
  attrs: { id: `hotregion${n}`, ...attrs },
  content: [
    { type: 'hotspotName', content: text(name) },
    said ? { type: 'feedback', content: text(said) } : { type: 'feedback' },
  ],
})

export default sampleOf('hotspot', {
  node: {
    type: 'hotspot',
    attrs: { asset: files.picture.digest, alt: 'Plan d’un entrepôt', points: 2 },
    content: [
      prompt(asked),
      region(
        1,
        { shape: 'rectangle', x: 5, y: 10, width: 20, height: 30, correct: true },
        'La porte verte, au fond à gauche',
      ),
      region(
        2,
        { shape: 'ellipse', x: 60, y: 50, width: 30, height: 40 },
        'Le monte-charge',
        'Jamais : il peut s’arrêter.',
      ),
      { type: 'feedback', content: text('Les issues sont signalées en vert.') },
    ],
  },
  says: [asked, 'La porte verte, au fond à gauche', 'Le monte-charge'],
  answers: [
    'Bonne réponse',
    'Jamais : il peut s’arrêter.',
    'Les issues sont signalées en vert.',
  ],
  async play(learner) {
    await learner.tabTo(learner.element.getByLabel('La porte verte'))
    await learner.press('Space')
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'choice', response: 'a', result: 'correct' }],
    scorm2004: [{ type: 'choice', response: 'hotregion1', result: 'correct' }],
  },
})
