import { sampleOf } from '../sample.ts'

export default sampleOf('chart', {
  node: {
    type: 'chart',
    attrs: {
      type: 'bar',
      title: 'Accidents de manutention dans l’entrepôt',
      rows: ['\tDos\tMains', '2023\t14\t9', '2024\t11\t8', '2025\t6\t7'],
      unit: 'accidents déclarés',
      source: 'Registre de l’entrepôt',
      summary: 'Les accidents du dos ont baissé de plus de moitié en deux ans.',
    },
  },
  says: ['Accidents de manutention dans l’entrepôt', '2024', 'Dos'],
})
