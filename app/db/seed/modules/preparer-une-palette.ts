import { ownAsset } from '../media.ts'
import type { SampleModule } from '../sample-module.ts'
import { storedDocument, writer } from '../write-document.ts'

const write = writer('pal')

const support = write.section(
  'base',
  'Partir d’un bon support',
  write.paragraph(
    'intro',
    'Une palette mal préparée penche, s’écrase ou se vide dans le camion : des colis perdus, parfois un blessé. Une palette stable se gagne avant le premier carton, par le choix du support, et se termine au dernier tour de film.',
  ),
  write.image('europe', 'palette-europe.svg', {
    alt: 'Une palette en bois vue de trois quarts, cotée 1 200 millimètres sur 800, et 144 de haut.',
    caption: 'La palette Europe, la plus courante. Elle se prend par ses quatre côtés.',
  }),
  write.callout(
    'tri',
    'remember',
    '**Écartez la palette** qui a une planche cassée ou manquante, un dé abîmé, un clou qui dépasse, du bois humide ou une trace de produit. La remplacer prend une minute ; ramasser une charge tombée, une heure.',
  ),
)

const laying = write.section(
  'pose',
  'Poser les charges',
  write.heading('plan', 'Choisir le plan de pose'),
  write.image('plans', 'plans-de-pose.svg', {
    alt: 'Trois palettes de cartons : en colonne, les cartons sont alignés ; croisé, chaque couche couvre les joints de celle du dessous ; en débord, les cartons dépassent de la palette et la pile penche.',
    caption: 'En colonne ou croisé, selon les cartons. En débord, jamais.',
  }),
  write.table('tab', 'Deux plans de pose et leur emploi', [
    ['Plan', 'Résiste à l’écrasement', 'Se tient sans film', 'À choisir pour'],
    [
      'En colonne',
      'Très bien',
      'Mal',
      'Les cartons souples ou lourds : les angles portent les angles',
    ],
    ['Croisé', 'Moins bien', 'Bien', 'Les cartons solides, les sacs, les petites boîtes'],
  ]),
  write.bulletList(
    'regles',
    'Le plus lourd en bas, le plus fragile en haut.',
    'Le poids réparti sur toute la surface, sans vide au milieu.',
    'Les étiquettes tournées vers l’extérieur.',
    'Rien ne dépasse : un débord de quelques centimètres suffit à faire plier les cartons du bas.',
  ),
)

const holding = write.section(
  'tenir',
  'Maintenir la charge, ménager son dos',
  write.image('film', 'filmage-en-quatre-etapes.svg', {
    alt: 'Filmer en quatre étapes : accrocher le film à la palette, faire deux à trois tours en bas en prenant le bois, monter en couvrant la moitié du tour précédent, finir par deux tours en haut.',
    caption: 'Le film relie la charge au bois : c’est lui qui empêche la pile de glisser.',
  }),
  write.callout(
    'dos',
    'caution',
    'L’aide mécanique d’abord : transpalette, table élévatrice, potence. Le Code du travail demande d’éviter le port à la main chaque fois que c’est possible (article R. 4541-3). La norme NF X35-109 retient 15 kg comme repère pour un port acceptable, et 25 kg comme plafond sous conditions.',
    'À la main : carton contre soi, dos droit, genoux fléchis, et on tourne avec les pieds. Pour filmer, on tourne autour de la palette sans marcher à reculons.',
  ),
)

const check = write.section(
  'verif',
  'Vérifier',
  write.numeric(
    'haut',
    'Sur une palette Europe de 144 mm de haut, vous posez 5 couches de cartons de 250 mm. Quelle est la hauteur totale, en centimètres ?',
    { value: 139.4, tolerance: 0.6, unit: 'cm' },
    [
      'Exact : 5 × 25 cm = 125 cm, plus 14,4 cm de palette, soit 139,4 cm. Comparez toujours au maximum demandé par le client et le transporteur.',
      'Comptez les couches, puis la palette : 5 × 25 cm = 125 cm, et 125 + 14,4 = 139,4 cm.',
    ],
  ),
  write.trueFalse('debut', 'On commence à filmer par le haut de la charge.', false, [
    'Non : on part du bas, en prenant le bois de la palette. Sinon, rien ne relie la charge à son support.',
    'Exact. Les premiers tours prennent le bois et les cartons du bas, puis on monte.',
  ]),
  write.singleChoice(
    'plan2',
    'Vous palettisez des cartons identiques qui s’écrasent facilement. Quel plan choisissez-vous ?',
    [
      {
        text: 'En colonne, avec un filmage soigné',
        feedback:
          'Oui. Les angles, parties les plus solides, portent les angles, et le film tient les colonnes ensemble.',
        correct: true,
      },
      {
        text: 'Croisé',
        feedback:
          'Non. Les angles appuieraient au milieu des cartons du dessous, leur partie la plus faible.',
      },
      {
        text: 'En débord, pour en mettre plus',
        feedback:
          'Non. Un angle posé dans le vide ne porte plus rien, et le carton accroche tout ce qu’il croise.',
      },
      {
        text: 'En pyramide',
        feedback:
          'Non. Les couches du haut reposent hors des angles, le film tient mal et la place est perdue.',
      },
    ],
  ),
)

const block = 'RNCP99001BC03'
const preparing = 'Préparer une palette stable'

/** From the choice of the pallet to the last turn of film. */
export const preparerUnePalette: SampleModule = {
  facts: {
    title: 'Préparer une palette stable',
    code: 'preparer-une-palette',
    summary:
      'Contrôler la palette, choisir un plan de pose, filmer en quatre étapes et ménager son dos.',
    objective: 'Constituer une palette qui arrive entière et ne blesse personne',
    level: 'beginner',
    language: 'fr',
    minutes: 11,
    audience: 'Préparateurs et préparatrices de commandes, manutentionnaires, agents d’atelier',
    modality: 'self-paced',
    prerequisites: 'Savoir additionner et multiplier des longueurs et des masses',
    keywords: ['palette', 'filmage', 'manutention', 'expédition', 'préparation de commandes'],
    licence: 'cc-by-4.0',
    authors: ['Les auteurs de Grainothèque'],
    masteryPercent: 60,
  },
  alignments: [
    { competencyBlockCode: block, competencyLabel: preparing, role: 'teaches' },
    { competencyBlockCode: block, competencyLabel: preparing, role: 'assesses' },
    {
      competencyBlockCode: block,
      competencyLabel: 'Maintenir et identifier la charge',
      role: 'teaches',
    },
    {
      competencyBlockCode: block,
      competencyLabel: 'Manutentionner en préservant sa santé',
      role: 'practises',
    },
  ],
  document: storedDocument(support, laying, holding, check),
  assets: [
    ownAsset('palette-europe.svg', 'La palette Europe et ses dimensions'),
    ownAsset('plans-de-pose.svg', 'Trois plans de pose'),
    ownAsset('filmage-en-quatre-etapes.svg', 'Filmer une palette en quatre étapes'),
  ],
}
