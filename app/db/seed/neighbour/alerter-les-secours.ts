import type { SampleModule } from '../sample-module.ts'
import { storedDocument, writer } from '../write-document.ts'

const write = writer('ale')

const message = write.section(
  'mess',
  'Un message en quatre temps',
  write.paragraph(
    'intro',
    'Une alerte bien donnée fait gagner plusieurs minutes aux secours. Le plus dur n’est pas de parler vite : c’est de ne rien oublier.',
  ),
  write.orderedList(
    'temps',
    '**Qui appelle** : votre nom et le numéro où l’on peut vous rappeler.',
    '**Où** : l’adresse, le bâtiment, l’étage, et l’entrée que les secours doivent prendre.',
    '**Quoi** : un feu, une chute, un produit renversé, et ce qui pourrait l’aggraver.',
    '**Combien de personnes**, et dans quel état elles sont.',
  ),
  write.callout(
    'fin',
    'caution',
    'Ne raccrochez jamais en premier : la personne qui vous répond vous dira quand elle a tout ce qu’il lui faut.',
  ),
)

const leaving = write.section(
  'sort',
  'Quitter les lieux',
  write.paragraph(
    'calme',
    'À l’alarme, on ferme sa porte sans la verrouiller, on suit le balisage et l’on va au point de rassemblement, sans repasser par son vestiaire.',
  ),
  write.bulletList(
    'jamais',
    'Jamais l’ascenseur : il peut s’arrêter dans la fumée.',
    'Jamais de retour en arrière, même pour un téléphone.',
    'Jamais de départ du point de rassemblement avant d’avoir été compté.',
  ),
)

const check = write.section(
  'verif',
  'Vérifier',
  write.singleChoice(
    'ordre',
    'Au téléphone, vous avez dit qui vous êtes et où. Que dites-vous ensuite ?',
    [
      {
        text: 'Ce qui se passe et ce qui pourrait l’aggraver',
        feedback: 'Oui : c’est ce qui décide des moyens envoyés.',
        correct: true,
      },
      {
        text: 'Qui est responsable de l’atelier',
        feedback: 'Non : cela n’aide pas à choisir les moyens à envoyer.',
      },
      { text: 'Rien, et je raccroche', feedback: 'Non : on ne raccroche jamais en premier.' },
    ],
  ),
  write.trueFalse('asc', 'Pour évacuer plus vite, on prend l’ascenseur.', false, [
    'Non : il peut s’arrêter, et se remplir de fumée.',
    'Exact : on prend toujours les escaliers.',
  ]),
)

const block = 'RNCP99001BC01'
const alerting = 'Alerter les secours et évacuer'

/** What to say when calling for help, and how to leave. */
export const alerterLesSecours: SampleModule = {
  facts: {
    title: 'Alerter les secours et évacuer',
    code: 'alerter-les-secours',
    summary: 'Un message d’alerte en quatre temps, et les règles d’une évacuation sans retour.',
    objective: 'Donner une alerte complète et rejoindre le point de rassemblement',
    level: 'discovery',
    language: 'fr',
    minutes: 6,
    audience: 'Toute personne présente dans un atelier ou un dépôt',
    modality: 'self-paced',
    prerequisites: 'Aucun',
    keywords: ['alerte', 'secours', 'évacuation', 'incendie'],
    licence: 'cc-by-sa-4.0',
    authors: ['Nora Lemaitre'],
    masteryPercent: 70,
  },
  alignments: [
    { competencyBlockCode: block, competencyLabel: alerting, role: 'teaches' },
    { competencyBlockCode: block, competencyLabel: alerting, role: 'assesses' },
  ],
  document: storedDocument(message, leaving, check),
  assets: [],
}
