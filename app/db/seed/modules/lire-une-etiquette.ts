import { ownAsset } from '../media.ts'
import type { SampleModule } from '../sample-module.ts'
import { storedDocument, writer } from '../write-document.ts'

const write = writer('clp')

const label = write.section(
  'etiq',
  'Six informations, toujours les mêmes',
  write.paragraph(
    'intro',
    'Un bidon arrive sur votre poste. Avant de l’ouvrir, tout ce qu’il faut savoir tient sur son étiquette, dans le même ordre d’un fabricant à l’autre. Encore faut-il savoir la lire : voici comment, en six coups d’œil.',
  ),
  write.image('image', 'etiquette-annotee.svg', {
    alt: 'Étiquette d’un produit fictif, Solvant Zénith 40, avec six repères numérotés expliqués dans la liste qui suit.',
    caption: 'Une étiquette et ses six informations (produit fictif).',
    longDescription:
      'En haut, le nom Solvant Zénith 40 et la mention « Contient : acétone, 5 litres ». Au milieu, les pictogrammes flamme et point d’exclamation et le mot Danger. Puis les mentions H225 liquide et vapeurs très inflammables, H319 provoque une sévère irritation des yeux, H336 peut provoquer somnolence ou vertiges. Puis les conseils P210 tenir à l’écart de la chaleur, P261 éviter de respirer les vapeurs, P280 porter des gants et une protection des yeux. En bas, le nom, l’adresse et le téléphone du fournisseur.',
  }),
  write.orderedList(
    'liste',
    '**Le nom du produit** et les substances dangereuses qu’il contient.',
    '**Les pictogrammes** : des losanges blancs à bord rouge, un par famille de danger.',
    '**L’avertissement** : « Danger » pour les dangers les plus graves, « Attention » pour les autres.',
    '**Les mentions de danger**, codées H : ce que le produit peut faire.',
    '**Les conseils de prudence**, codés P : ce que vous devez faire.',
    '**Le fournisseur** : son nom, son adresse, son téléphone.',
  ),
)

const pictograms = write.section(
  'picto',
  'Les neuf pictogrammes',
  write.image('neuf', 'pictogrammes-clp.svg', {
    alt: 'Neuf losanges à bord rouge : explosif, inflammable, comburant, gaz sous pression, corrosif, toxique, nocif ou irritant, danger pour la santé, danger pour l’environnement.',
    caption: 'Les neuf pictogrammes européens, redessinés.',
  }),
  write.accordion(
    'group',
    {
      title: 'Cinq dangers physiques',
      texts: [
        'Explosif, inflammable, comburant, gaz sous pression, et corrosif pour les métaux. Un comburant ne brûle pas tout seul : il fait brûler les autres, et se range donc loin des produits inflammables.',
      ],
    },
    {
      title: 'Quatre dangers pour la santé',
      texts: [
        'Corrosif (il brûle la peau et les yeux), toxique (une petite dose suffit), nocif ou irritant, et la silhouette étoilée : cancer, allergie respiratoire, atteinte des organes ou de la fertilité, parfois des années plus tard.',
      ],
    },
    {
      title: 'Un danger pour l’environnement',
      texts: [
        'L’arbre et le poisson : le produit est dangereux pour la vie dans l’eau. Rien à l’évier, rien au caniveau.',
      ],
    },
  ),
)

const act = write.section(
  'agir',
  'De l’étiquette au geste',
  write.audio(
    'son',
    { asset: 'nadia-et-karim.mp3', captions: 'nadia-et-karim.vtt' },
    {
      title: 'Nadia et Karim lisent une étiquette (40 secondes)',
      transcript: [
        'Nadia : Karim, tu peux dégraisser le convoyeur avec le bidon rouge ?',
        'Karim : D’accord. Je lis d’abord l’étiquette. Je vois la flamme, le point d’exclamation, et le mot danger.',
        'Nadia : Qu’est-ce que tu en conclus ?',
        'Karim : La flamme : le produit est très inflammable. J’éloigne tout ce qui fait des étincelles. Le point d’exclamation : il irrite les yeux, et ses vapeurs donnent des vertiges. J’aère, je mets mes gants et mes lunettes.',
        'Nadia : Et si tu en verses dans un petit flacon ?',
        'Karim : Je colle la même étiquette dessus. Et jamais dans une bouteille d’eau.',
        'Nadia : Parfait. Tu peux commencer.',
      ].join('\n\n'),
    },
  ),
  write.callout(
    'loi',
    'regulation',
    'Le règlement européen (CE) n° 1272/2008, dit CLP, impose ces six informations, écrites dans la langue du pays. La fiche de données de sécurité les complète : demandez-la à votre responsable quand l’étiquette ne suffit pas.',
  ),
  write.callout(
    'melang',
    'caution',
    '**Ne mélangez jamais deux produits.** L’eau de Javel et un produit acide, comme un détartrant, dégagent du chlore : ce gaz attaque les poumons en quelques secondes.',
  ),
  write.attachment(
    'fiche',
    'fiche-memo-etiquette.pdf',
    'Fiche mémo à imprimer : une page, PDF',
  ),
)

const check = write.section(
  'verif',
  'Vérifier',
  write.singleChoice(
    'h314',
    'Une étiquette porte « H314 Provoque de graves brûlures de la peau et de graves lésions des yeux ». Quel pictogramme l’accompagne ?',
    [
      {
        text: 'Corrosif',
        feedback:
          'Oui. Le produit détruit la peau et les yeux : gants, lunettes et rinçage immédiat.',
        correct: true,
      },
      {
        text: 'Nocif ou irritant (point d’exclamation)',
        feedback:
          'Non. Il annonce une irritation, dont on guérit. Une brûlure grave relève du pictogramme corrosif.',
      },
      {
        text: 'Toxique (tête de mort)',
        feedback: 'Non. Il annonce un empoisonnement, même à faible dose, et non une brûlure.',
      },
      {
        text: 'Comburant (flamme sur un cercle)',
        feedback:
          'Non. C’est un danger physique : le produit fait brûler les autres. Les codes H3 parlent de la santé.',
      },
    ],
    'Le premier chiffre aide : H2 pour les dangers physiques, H3 pour la santé, H4 pour l’environnement.',
  ),
  write.trueFalse('mot', '« Attention » annonce un danger plus grave que « Danger ».', false, [
    'C’est l’inverse : « Danger » est réservé aux dangers les plus graves, « Attention » aux autres.',
    'Exact. « Danger » est le plus fort des deux mots, et une étiquette n’en porte qu’un.',
  ]),
  write.multipleChoice(
    'flacon',
    'Vous versez un peu de dégraissant dans un flacon plus petit. Que devez-vous faire ?',
    [
      {
        text: 'Coller sur le flacon la même étiquette que sur le bidon',
        feedback: 'Oui. Celui qui prendra le flacon après vous doit savoir ce qu’il contient.',
        correct: true,
      },
      {
        text: 'Choisir un flacon qui résiste au produit et ferme bien',
        feedback: 'Oui. Un solvant peut ramollir ou percer certains plastiques.',
        correct: true,
      },
      {
        text: 'Écrire le nom au feutre, cela suffit',
        feedback:
          'Non. Le nom seul ne dit ni le danger ni les précautions, et le feutre s’efface avec le solvant.',
      },
      {
        text: 'Prendre une bouteille d’eau bien rincée',
        feedback: 'Non. Quelqu’un finira par y boire : jamais de contenant alimentaire.',
      },
    ],
  ),
)

const block = 'RNCP99001BC02'
const reading = 'Lire l’étiquette d’un produit dangereux et en déduire les précautions'

/** What a label says of a dangerous product, and what to do about it. */
export const lireUneEtiquette: SampleModule = {
  facts: {
    title: 'Lire une étiquette de produit dangereux',
    code: 'lire-une-etiquette',
    summary:
      'Trouver les six informations d’une étiquette, nommer les neuf pictogrammes et passer du danger au bon geste.',
    objective:
      'Déduire de l’étiquette d’un produit dangereux les protections et les gestes à adopter',
    level: 'discovery',
    language: 'fr',
    minutes: 10,
    audience: 'Agents d’atelier et d’entretien, toute personne qui ouvre un produit étiqueté',
    modality: 'self-paced',
    prerequisites: 'Aucun',
    keywords: ['étiquette', 'pictogrammes', 'CLP', 'produits dangereux', 'prévention'],
    licence: 'cc-by-4.0',
    authors: ['Les auteurs de Grainothèque'],
    masteryPercent: 70,
  },
  alignments: [
    { competencyBlockCode: block, competencyLabel: reading, role: 'teaches' },
    { competencyBlockCode: block, competencyLabel: reading, role: 'assesses' },
    {
      competencyBlockCode: block,
      competencyLabel: 'Transvaser, ranger et éliminer un produit en sécurité',
      role: 'practises',
    },
  ],
  document: storedDocument(label, pictograms, act, check),
  assets: [
    ownAsset('etiquette-annotee.svg', 'Une étiquette et ses six informations'),
    ownAsset('pictogrammes-clp.svg', 'Les neuf pictogrammes de danger'),
    ownAsset('nadia-et-karim.mp3', 'Nadia et Karim lisent une étiquette'),
    ownAsset('nadia-et-karim.vtt', 'Sous-titres de Nadia et Karim'),
    ownAsset('fiche-memo-etiquette.pdf', 'Fiche mémo : lire une étiquette'),
  ],
}
