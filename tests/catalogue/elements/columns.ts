import { bulletList, callout, image, paragraph, table } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { part, sampleOf } from '../sample.ts'

export default sampleOf('columns', {
  node: {
    type: 'columns',
    attrs: { ratio: 'wide-start' },
    content: [
      part(
        'column',
        paragraph('À réception, on contrôle la température à cœur.'),
        bulletList('Viande hachée : 2 °C', 'Produits laitiers : 4 °C'),
        table([
          ['Produit', 'Limite'],
          ['Surgelés', '-18 °C'],
        ]),
      ),
      part(
        'column',
        image({ asset: files.picture.digest, alt: 'Une sonde dans une barquette' }),
        callout('caution', paragraph('Au-dessus de la limite, on refuse la livraison.')),
      ),
    ],
  },
  says: [
    'À réception',
    'Viande hachée : 2 °C',
    'Surgelés',
    'Une sonde dans une barquette',
    'on refuse la livraison',
  ],
})
