import { paragraph } from '#tests/builders/document.ts'
import { part, sampleOf } from '../sample.ts'

const event = (date: string, title: string, text: string) =>
  part(
    'timelineEvent',
    part('timelineDate', date),
    part('timelineEventTitle', title),
    paragraph(text),
  )

export default sampleOf('timeline', {
  node: part(
    'timeline',
    event('1898', 'Loi sur les accidents du travail', 'L’employeur en répond sans faute.'),
    event('1945', 'Sécurité sociale', 'La réparation devient une assurance.'),
    event('1982', 'Comités d’hygiène', 'Les salariés sont entendus sur leurs conditions.'),
  ),
  says: ['1898', 'Loi sur les accidents du travail', 'La réparation devient une assurance.'],
})
