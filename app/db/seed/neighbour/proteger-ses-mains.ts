import type { SampleModule } from '../sample-module.ts'
import { storedDocument, writer } from '../write-document.ts'

const write = writer('gan')

const choosing = write.section(
  'choix',
  'Le gant qui convient',
  write.paragraph(
    'intro',
    'Il n’existe pas de gant qui protège de tout. Celui qui arrête une lame laisse passer un solvant, et celui qui résiste à l’acide fond près d’une flamme.',
  ),
  write.table('tab', 'Un danger, un gant', [
    ['Danger', 'Ce qui protège', 'Ce qui ne suffit pas'],
    [
      'Produit chimique',
      'Gant étanche, de la matière que nomme la fiche de sécurité',
      'Gant en cuir',
    ],
    ['Coupure', 'Gant tricoté à fibres résistantes', 'Gant jetable'],
    ['Chaleur', 'Gant isolant et long', 'Gant enduit de plastique'],
  ]),
)

const keeping = write.section(
  'soin',
  'Le garder en état',
  write.orderedList(
    'etape',
    '**Avant** : on le gonfle et on l’écoute. Un gant qui siffle est percé.',
    '**Pendant** : on ne touche ni son visage ni son téléphone.',
    '**Après** : on le rince, puis on le retire en le retournant, sans toucher l’extérieur.',
  ),
  write.callout(
    'peau',
    'caution',
    'Une peau rouge ou qui démange après le travail se signale : une allergie commence ainsi.',
  ),
)

const check = write.section(
  'verif',
  'Vérifier',
  write.singleChoice('solv', 'Vous versez un solvant. Comment choisir votre gant ?', [
    {
      text: 'Je lis la matière conseillée sur la fiche de données de sécurité',
      feedback: 'Oui : elle dit quelle matière tient, et combien de temps.',
      correct: true,
    },
    { text: 'Je prends le plus épais', feedback: 'Non : épais ne veut pas dire étanche.' },
    {
      text: 'Je mets deux gants jetables',
      feedback: 'Non : deux barrières trop faibles n’en font pas une bonne.',
    },
  ]),
  write.trueFalse('siff', 'Un gant qui siffle quand on le gonfle peut encore servir.', false, [
    'Non : il est percé, et le produit entrera par là.',
    'Exact : on le jette et l’on en prend un autre.',
  ]),
)

const block = 'RNCP99001BC02'
const wearing = 'Porter et entretenir ses équipements de protection individuelle'

/** Which gloves against what, and how to keep them whole. */
export const protegerSesMains: SampleModule = {
  facts: {
    title: 'Protéger ses mains',
    code: 'proteger-ses-mains',
    summary: 'Choisir un gant d’après le danger, le vérifier, le retirer sans se salir.',
    objective: 'Choisir, vérifier et retirer les gants qui conviennent à une tâche',
    level: 'beginner',
    language: 'fr',
    minutes: 8,
    audience: 'Agents d’atelier et d’entretien',
    modality: 'self-paced',
    prerequisites: 'Savoir lire l’étiquette d’un produit dangereux',
    keywords: ['gants', 'équipement de protection individuelle', 'mains', 'solvant'],
    licence: 'cc-by-nc-4.0',
    authors: ['Nora Lemaitre', 'Yann Corbel'],
    masteryPercent: 70,
  },
  alignments: [
    { competencyBlockCode: block, competencyLabel: wearing, role: 'teaches' },
    { competencyBlockCode: block, competencyLabel: wearing, role: 'assesses' },
  ],
  document: storedDocument(choosing, keeping, check),
  assets: [],
}
