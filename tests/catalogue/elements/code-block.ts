import { sampleOf } from '../sample.ts'

export default sampleOf('codeBlock', {
  node: {
    type: 'codeBlock',
    attrs: { language: 'sql', caption: 'Les commandes en retard' },
    content: [
      {
        type: 'text',
        text: "SELECT numero, client\nFROM commandes\nWHERE livree_le IS NULL\n  AND promise_le < '2026-03-01' -- hors délai",
      },
    ],
  },
  says: ['FROM commandes', 'WHERE livree_le IS NULL'],
})
