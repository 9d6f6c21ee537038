import type { NodeJson } from '#content-schema/identity.ts'
import { right, singleChoice, trueFalse, withId, wrong } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { sampleOf } from '../sample.ts'

const stop = (id: string, at: number, title: string, question: NodeJson): NodeJson => ({
  type: 'videoStop',
  attrs: { id, at },
  content: [{ type: 'videoStopTitle', content: [{ type: 'text', text: title }] }, question],
})

export default sampleOf('interactiveVideo', {
  node: {
    type: 'interactiveVideo',
    attrs: {
      asset: files.film.digest,
      captions: files.captions.digest,
      title: 'Prendre un colis au sol',
      transcript: 'On s’approche, on plie les genoux, on serre la charge.',
    },
    content: [
      stop(
        'videostop1',
        5,
        'Avant de lever',
        singleChoice(
          {},
          'Que fait-elle d’abord ?',
          withId('choicev001', right('Elle plie les genoux')),
          withId('choicev002', wrong('Elle tire sur ses bras')),
        ),
      ),
      stop(
        'videostop2',
        65,
        'En portant',
        trueFalse({ answer: true }, 'Elle garde la charge contre elle.'),
      ),
    ],
  },
  says: ['Avant de lever', 'Que fait-elle d’abord ?', 'Elle garde la charge contre elle.'],
  answers: ['Bonne réponse'],
  async play({ element, module, tabTo, press }) {
    await element.locator('video').evaluate((film: HTMLVideoElement) => {
      film.currentTime = 4
      film.dispatchEvent(new Event('timeupdate'))
      film.currentTime = 5.2
      film.dispatchEvent(new Event('timeupdate'))
    })
    const first = module.locator('#videostop1')
    await first.getByRole('button', { name: 'Continuer le film' }).waitFor()
    await tabTo(first.getByRole('radio').first())
    const isFirst = (await first.getByRole('radio').first().inputValue()) === 'choicev001'
    await press(isFirst ? 'Space' : 'ArrowDown')
    await tabTo(first.getByRole('button', { name: 'Valider' }))
    await press('Enter')
    const second = module.locator('#videostop2')
    await tabTo(second.getByLabel('Vrai'))
    await press('Space')
    await tabTo(second.getByRole('button', { name: 'Valider' }))
    await press('Enter')
  },
  interactions: {
    scorm12: [
      { type: 'choice', response: 'a', result: 'correct' },
      { type: 'true-false', response: 't', result: 'correct' },
    ],
    scorm2004: [
      { type: 'choice', response: 'choicev001', result: 'correct' },
      { type: 'true-false', response: 'true', result: 'correct' },
    ],
  },
})
