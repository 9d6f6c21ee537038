import { ownAsset } from '../media.ts'
import type { SampleModule } from '../sample-module.ts'
import { storedDocument, writer } from '../write-document.ts'

const write = writer('ext')

const understand = write.section(
  'comp',
  'Ce qu’il faut à un feu',
  write.paragraph(
    'intro',
    'Il est 10 h 20. Dans l’atelier, un carton posé contre un radiateur se met à brûler. Un collègue court vers l’extincteur le plus proche : est-ce le bon ? À la fin de ce module, vous saurez répondre en quelques secondes, et vous saurez aussi quand il vaut mieux partir.',
  ),
  write.image('triang', 'triangle-du-feu.svg', {
    alt: 'Un triangle entoure une flamme. Ses trois côtés portent les mots combustible, comburant et chaleur.',
    caption: 'Éteindre, c’est retirer un des trois côtés du triangle.',
    longDescription:
      'Chaleur : une étincelle, une flamme, une surface chaude ; on refroidit avec de l’eau. Comburant : l’oxygène de l’air ; on étouffe avec du CO₂ ou un couvercle. Combustible : bois, essence, gaz, huile ; on l’éloigne ou on ferme le gaz.',
  }),
)

const recognise = write.section(
  'recon',
  'Reconnaître ce qui brûle',
  write.image('classe', 'classes-de-feu.svg', {
    alt: 'Cinq classes de feu : A pour les solides, B pour les liquides, C pour les gaz, D pour les métaux, F pour les huiles de cuisson. Le courant électrique est un danger en plus, pas une classe.',
    caption: 'La lettre imprimée sur l’extincteur est celle des feux qu’il éteint.',
  }),
  write.table('tab', 'Quel extincteur pour quel feu ?', [
    ['Ce qui brûle', 'Classe', 'Ce qui convient', 'Ce qu’il ne faut pas faire'],
    [
      'Bois, papier, carton, tissu',
      'A',
      'Eau pulvérisée, poudre ABC',
      'Compter sur le CO₂ : les braises font repartir le feu',
    ],
    [
      'Essence, solvant, plastique fondu',
      'B',
      'Eau avec additif marquée B, mousse, poudre, CO₂',
      'Envoyer un jet d’eau plein : le liquide se répand en brûlant',
    ],
    [
      'Propane, butane, gaz de ville',
      'C',
      'Fermer l’arrivée de gaz ; poudre',
      'Souffler la flamme sans pouvoir couper le gaz : il s’accumule et peut exploser',
    ],
    [
      'Magnésium, sodium, copeaux d’aluminium',
      'D',
      'Poudre spéciale D',
      'Mettre de l’eau : la réaction est violente',
    ],
    [
      'Huile et graisse de cuisson',
      'F',
      'Couvercle, extincteur marqué F',
      'Mettre de l’eau : l’huile en feu est projetée',
    ],
  ]),
  write.accordion(
    'cas',
    {
      title: 'Une armoire électrique fume',
      texts: [
        'Coupez le courant si vous le pouvez sans danger : ce sont les isolants qui brûlent, et le courant rallume le feu. Prenez ensuite un extincteur au CO₂.',
        'Un extincteur à eau ne s’emploie près d’un appareil sous tension que si son étiquette l’autorise, avec la distance à garder.',
      ],
    },
    {
      title: 'L’huile d’une friteuse est en feu',
      texts: [
        'Coupez le chauffage, posez un couvercle ou une couverture anti-feu et laissez refroidir. Une goutte d’eau se change d’un coup en vapeur et projette l’huile enflammée.',
      ],
    },
    {
      title: 'Une bouteille de gaz brûle au robinet',
      texts: [
        'Fermez le robinet s’il est accessible, avec des gants. Sinon, n’éteignez pas la flamme : éloignez tout le monde, évacuez et appelez les secours.',
      ],
    },
  ),
)

const use = write.section(
  'util',
  'Prendre le bon appareil et s’en servir',
  write.image('partie', 'extincteur-annote.svg', {
    alt: 'Un extincteur rouge et cinq repères : la goupille, la poignée, l’étiquette, le tuyau avec son diffuseur, le corps.',
    caption: 'L’étiquette dit tout : les classes de feu, le mode d’emploi, les interdictions.',
  }),
  write.video(
    'film',
    {
      asset: 'extincteur-quatre-gestes.mp4',
      captions: 'extincteur-quatre-gestes.vtt',
      poster: 'extincteur-quatre-gestes.jpg',
    },
    {
      title: 'Utiliser un extincteur en quatre gestes (1 minute)',
      transcript: [
        'Utiliser un extincteur, en quatre gestes. Avant tout : donnez l’alerte, éloignez les personnes, et gardez une issue libre dans votre dos.',
        'Geste un : dégoupiller. Tenez l’extincteur debout et tirez sur la goupille.',
        'Geste deux : percuter et tester. Enfoncez le percuteur si l’appareil en a un. Puis, loin du feu, serrez brièvement la poignée pour vérifier le jet.',
        'Geste trois : avancer à la bonne distance. Environ trois mètres avec de l’eau pulvérisée ou de la poudre, un mètre avec du dioxyde de carbone.',
        'Geste quatre : viser la base des flammes. Serrez la poignée et balayez de gauche à droite, jusqu’à l’extinction.',
        'Le feu résiste, ou la fumée vous gêne ? Reculez, fermez la porte et évacuez. Un extincteur ne sert qu’au tout début d’un feu.',
        'À l’image : un dessin animé montre l’appareil, la goupille qui sort, le jet d’essai, une personne qui s’approche du feu puis balaie la base des flammes, et enfin la même personne qui sort et ferme la porte.',
      ].join('\n\n'),
    },
  ),
  write.callout(
    'danger',
    'caution',
    '**Un extincteur de 6 litres se vide en moins d’une minute.** Si le feu n’a pas faibli, s’il touche le plafond ou si la fumée vous gêne, reculez, fermez la porte et évacuez.',
    'Au CO₂, ne saisissez pas le diffuseur : le gaz sort à près de −78 °C. Dans un petit local, sortez dès que c’est éteint : le CO₂ prend la place de l’oxygène.',
    'Revoir [les quatre gestes en vidéo](#extfilm000).',
  ),
  write.callout(
    'loi',
    'regulation',
    'Code du travail, article R. 4227-29 : il faut au moins un extincteur à eau pulvérisée de 6 litres pour 200 m² de plancher, et au moins un appareil par niveau. Un risque particulier, électrique par exemple, demande en plus des extincteurs adaptés.',
  ),
)

const check = write.section(
  'verif',
  'Vérifier',
  write.singleChoice(
    'choix',
    'Un bac de solvant s’enflamme contre une machine qui reste sous tension. Quel appareil prenez-vous ?',
    [
      {
        text: 'L’extincteur au CO₂',
        feedback:
          'Oui. Le CO₂ étouffe un feu de liquide et ne conduit pas le courant. Faites couper le courant dès que possible.',
        correct: true,
      },
      {
        text: 'L’extincteur à eau pulvérisée sans mention particulière',
        feedback:
          'Non. Sans autorisation sur l’étiquette, l’eau peut conduire le courant jusqu’à vous, et le jet peut étaler le solvant.',
      },
      {
        text: 'Un seau d’eau',
        feedback:
          'Non. Le solvant déborde et emporte les flammes, et l’eau conduit le courant.',
      },
      {
        text: 'L’extincteur de classe F de la cuisine',
        feedback:
          'Non. Il est fait pour l’huile et la graisse de cuisson. Relisez la lettre sur l’étiquette : un solvant est de classe B.',
      },
    ],
    'Deux questions suffisent : qu’est-ce qui brûle, et y a-t-il du courant ?',
  ),
  write.multipleChoice('avant', 'Que faites-vous **avant** d’attaquer les flammes ?', [
    {
      text: 'Je donne l’alerte',
      feedback: 'Oui. Si vous échouez, les secours seront déjà en route.',
      correct: true,
    },
    {
      text: 'J’éloigne les personnes',
      feedback: 'Oui. Une vie passe avant un bâtiment.',
      correct: true,
    },
    {
      text: 'Je vérifie qu’une issue est libre dans mon dos',
      feedback: 'Oui. Le feu ne doit jamais se trouver entre la sortie et vous.',
      correct: true,
    },
    {
      text: 'J’ouvre les fenêtres en grand',
      feedback: 'Non. L’air apporte de l’oxygène, un côté du triangle, et le feu grandit.',
    },
    {
      text: 'Je vide l’extincteur depuis le seuil, le plus loin possible',
      feedback:
        'Non. Hors de portée, le jet n’atteint pas la base des flammes et l’appareil est perdu.',
    },
  ]),
  write.numeric(
    'nombre',
    'Un atelier de plain-pied a 900 m² de plancher. Combien d’extincteurs à eau pulvérisée de 6 litres lui faut-il au minimum ?',
    { value: 5, tolerance: null, unit: 'extincteurs' },
    [
      'Exact. 900 ÷ 200 = 4,5 : on arrondit au nombre supérieur, 5.',
      'Comptez un appareil pour 200 m² de plancher, puis arrondissez au nombre supérieur.',
    ],
  ),
)

const block = 'RNCP99001BC01'

/** Which extinguisher for which fire, and when to leave instead. */
export const choisirUnExtincteur: SampleModule = {
  facts: {
    title: 'Choisir un extincteur',
    code: 'choisir-un-extincteur',
    summary:
      'Reconnaître ce qui brûle, prendre l’extincteur qui convient, s’en servir en quatre gestes et savoir renoncer.',
    objective:
      'Choisir l’extincteur adapté à un début d’incendie et l’utiliser sans se mettre en danger',
    level: 'discovery',
    language: 'fr',
    minutes: 12,
    audience: 'Agents d’atelier et de dépôt, nouveaux arrivants, personnel temporaire',
    modality: 'self-paced',
    prerequisites: 'Connaître les issues et le point de rassemblement de son lieu de travail',
    keywords: ['incendie', 'extincteur', 'classes de feu', 'sécurité', 'évacuation'],
    licence: 'cc-by-4.0',
    authors: ['Les auteurs de Grainothèque'],
    masteryPercent: 70,
  },
  alignments: [
    {
      competencyBlockCode: block,
      competencyLabel: 'Choisir et utiliser un extincteur sur un début d’incendie',
      role: 'teaches',
    },
    {
      competencyBlockCode: block,
      competencyLabel: 'Choisir et utiliser un extincteur sur un début d’incendie',
      role: 'assesses',
    },
    {
      competencyBlockCode: block,
      competencyLabel: 'Alerter les secours et évacuer',
      role: 'practises',
    },
  ],
  document: storedDocument(understand, recognise, use, check),
  assets: [
    ownAsset('triangle-du-feu.svg', 'Le triangle du feu'),
    ownAsset('classes-de-feu.svg', 'Les cinq classes de feu'),
    ownAsset('extincteur-annote.svg', 'Les parties d’un extincteur'),
    ownAsset('extincteur-quatre-gestes.mp4', 'Utiliser un extincteur en quatre gestes'),
    ownAsset('extincteur-quatre-gestes.vtt', 'Sous-titres des quatre gestes'),
    ownAsset('extincteur-quatre-gestes.jpg', 'Image fixe des quatre gestes'),
  ],
}
