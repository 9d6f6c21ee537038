import type { NodeJson } from '#content-schema/identity.ts'
import { paragraph, prompt } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

const line = (type: string, text: string): NodeJson => ({
  type,
  content: [{ type: 'text', text }],
})

const choice = (
  id: string,
  attrs: { points?: number; leadsTo?: string },
  text: string,
  consequence: string,
): NodeJson => ({
  type: 'sceneChoice',
  attrs: { id, ...attrs },
  content: [line('sceneChoiceText', text), line('sceneConsequence', consequence)],
})

const scene = (id: string, title: string, text: string, ...choices: NodeJson[]): NodeJson => ({
  type: 'scene',
  attrs: { id },
  content: [line('sceneTitle', title), paragraph(text), ...choices],
})

export default sampleOf('scenario', {
  node: {
    type: 'scenario',
    content: [
      prompt('Une fuite dans l’allée 4'),
      scene(
        'scene00001',
        'La découverte',
        'Un bidon de dégraissant coule au sol. Un cariste arrive.',
        choice(
          'scenech001',
          { points: 2, leadsTo: 'scene00002' },
          'J’arrête le cariste et je balise',
          'Le cariste s’arrête à temps.',
        ),
        choice(
          'scenech002',
          { leadsTo: 'scene00002' },
          'Je vais chercher de l’absorbant',
          'Le cariste roule dans la flaque et glisse.',
        ),
      ),
      scene(
        'scene00002',
        'L’allée est balisée',
        'Il reste à traiter la flaque.',
        choice(
          'scenech003',
          { points: 1 },
          'Je lis la fiche de sécurité avant d’agir',
          'Le port de gants était obligatoire.',
        ),
        choice('scenech004', {}, 'Je rince à grande eau', 'Le produit part à l’égout.'),
      ),
      {
        type: 'scenarioDebrief',
        content: [paragraph('Protéger d’abord, traiter ensuite.')],
      },
    ],
  },
  says: ['Une fuite dans l’allée 4', 'La découverte', 'Je vais chercher de l’absorbant'],
  answers: ['Le cariste s’arrête à temps.', 'Protéger d’abord, traiter ensuite.', '2 pt'],
  async play({ element, tabTo, press }) {
    for (const name of ['J’arrête le cariste', 'Je lis la fiche']) {
      await tabTo(element.getByRole('button', { name }))
      await press('Enter')
      await tabTo(element.getByRole('button', { name: 'Continuer' }))
      await press('Enter')
    }
    await element.getByText('Votre chemin').waitFor()
    await element.getByText('Protéger d’abord, traiter ensuite.').waitFor()
  },
  interactions: {
    scorm12: [
      { type: 'choice', response: 'a', result: 'correct' },
      { type: 'choice', response: 'a', result: 'correct' },
    ],
    scorm2004: [
      { type: 'choice', response: 'scenech001', result: 'correct' },
      { type: 'choice', response: 'scenech003', result: 'correct' },
    ],
  },
})
