import type { SampleModule } from '../sample-module.ts'
import { storedDocument, writer } from '../write-document.ts'

const write = writer('con')

const writing = write.section(
  'ecrit',
  'Ce qui s’écrit',
  write.paragraph(
    'intro',
    'À la relève, deux équipes se croisent quelques minutes. Ce qui n’est pas écrit sur le cahier de liaison se perd, et la panne de la nuit se répète le jour.',
  ),
  write.bulletList(
    'quoi',
    '**Ce qui est en cours** : la commande entamée, la machine qui chauffe.',
    '**Ce qui ne va pas** : l’anomalie, depuis quand, et qui a été prévenu.',
    '**Ce qui est prévu** : la livraison, le contrôle, la visite.',
  ),
  write.callout(
    'faits',
    'tip',
    'On écrit des faits et des heures. « Bruit côté moteur depuis 3 h 40, maintenance appelée à 4 h » aide ; « la machine est bizarre » n’aide personne.',
  ),
)

const saying = write.section(
  'dire',
  'Ce qui se dit',
  write.paragraph(
    'refor',
    'Qui reçoit une consigne la redit avec ses propres mots. C’est le moyen le plus simple de découvrir qu’elle a été mal comprise, tant que la personne qui l’a donnée est encore là.',
  ),
)

const check = write.section(
  'verif',
  'Vérifier',
  write.singleChoice('note', 'Quelle note aidera le plus l’équipe suivante ?', [
    {
      text: 'Fuite d’huile sous la presse 2 depuis 5 h, bac posé, maintenance prévenue à 5 h 10',
      feedback: 'Oui : le lieu, l’heure, ce qui a été fait et qui le sait.',
      correct: true,
    },
    { text: 'Presse 2 : à surveiller', feedback: 'Non : surveiller quoi, et depuis quand ?' },
    { text: 'Rien à signaler, sauf la presse', feedback: 'Non : il manque tout ce qui sert.' },
  ]),
  write.trueFalse('redit', 'Redire une consigne avec ses mots fait perdre du temps.', false, [
    'Non : une erreur découverte à la relève coûte une minute, découverte après elle coûte la nuit.',
    'Exact : c’est là que l’on découvre un malentendu.',
  ]),
)

const block = 'RNCP99001BC04'
const handing = 'Transmettre les informations utiles à l’équipe suivante'

/** What the next team needs to read and to hear. */
export const transmettreLesConsignes: SampleModule = {
  facts: {
    title: 'Transmettre les consignes à la relève',
    code: 'transmettre-les-consignes',
    summary: 'Remplir le cahier de liaison avec des faits, et faire redire ce qui compte.',
    objective: 'Transmettre à l’équipe suivante ce dont elle a besoin pour continuer',
    level: 'beginner',
    language: 'fr',
    minutes: 5,
    audience: 'Équipes qui se relaient sur un poste',
    modality: 'self-paced',
    prerequisites: 'Aucun',
    keywords: ['relève', 'cahier de liaison', 'consignes', 'communication'],
    licence: 'etalab-2.0',
    authors: ['Yann Corbel'],
    masteryPercent: 70,
  },
  alignments: [
    { competencyBlockCode: block, competencyLabel: handing, role: 'teaches' },
    { competencyBlockCode: block, competencyLabel: handing, role: 'assesses' },
  ],
  document: storedDocument(writing, saying, check),
  assets: [],
}
