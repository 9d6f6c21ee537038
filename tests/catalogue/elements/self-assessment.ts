import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

const line = (type: string, text = ''): NodeJson => ({
  type,
  ...(text && { content: [{ type: 'text', text }] }),
})

const criterion = (id: string, aim: string, ...means: string[]): NodeJson => ({
  type: 'assessmentCriterion',
  attrs: { id },
  content: [
    line('assessmentAim', aim),
    ...[0, 1, 2, 3, 4].map((index) => line('assessmentDescriptor', means[index])),
  ],
})

export default sampleOf('selfAssessment', {
  node: {
    type: 'selfAssessment',
    content: [
      prompt('Avant la mise en situation à l’hôpital'),
      line('assessmentLevel', 'Je découvre'),
      line('assessmentLevel', 'Je sais faire avec de l’aide'),
      line('assessmentLevel', 'Je sais faire seul'),
      line('assessmentLevel', 'Je peux l’expliquer'),
      criterion(
        'criterio01',
        'Me laver les mains selon le protocole',
        'Je n’ai jamais vu le protocole.',
        'Je suis l’affiche.',
        'Je le fais sans l’affiche, en trente secondes.',
      ),
      criterion('criterio02', 'Transférer une personne du lit au fauteuil'),
    ],
  },
  says: ['Me laver les mains selon le protocole', 'Je peux l’expliquer', 'Je suis l’affiche.'],
  answers: ['Transférer une personne du lit au fauteuil'],
  async play({ element, tabTo, press }) {
    const hands = element.getByRole('group', { name: 'Me laver les mains' })
    await tabTo(hands.getByRole('radio').first())
    await press('ArrowDown', 2)
    const transfer = element.getByRole('group', { name: 'Transférer une personne' })
    await tabTo(transfer.getByRole('radio').first())
    await press('ArrowDown')
    await tabTo(element.getByRole('button', { name: 'Envoyer' }))
    await press('Enter')
    await element.getByText('Vos points d’appui').waitFor()
    await element.getByText('À travailler').waitFor()
  },
  interactions: {
    scorm12: [
      { type: 'likert', response: '3', result: 'neutral' },
      { type: 'likert', response: '2', result: 'neutral' },
    ],
    scorm2004: [
      { type: 'likert', response: '3', result: 'neutral' },
      { type: 'likert', response: '2', result: 'neutral' },
    ],
  },
})
