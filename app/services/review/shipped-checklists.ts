import type { Language } from '#app/i18n/languages.ts'
import type { Aspect } from '#content-schema/module.ts'

/** One thing to look at, in each language; its key is never given to another. */
export type ShippedItem = { key: string } & Record<Language, string>

/** Whether an item says these words, in either language. */
export function reads(item: ShippedItem, words: string): boolean {
  return item.fr === words || item.en === words
}

/** What reviewers are given to look at until their organisation says otherwise: « no » is always what has to be worked on. */
export const shippedChecklists: Record<Aspect, readonly ShippedItem[]> = {
  content: [
    {
      key: 'facts-right',
      fr: 'Les faits, les chiffres et les définitions sont exacts.',
      en: 'Facts, figures and definitions are right.',
    },
    {
      key: 'up-to-date',
      fr: 'Les textes, les normes, les outils et les usages cités sont ceux d’aujourd’hui.',
      en: 'The laws, standards, tools and practices mentioned are today’s.',
    },
    {
      key: 'complete',
      fr: 'Rien d’indispensable au métier ne manque pour atteindre l’objectif.',
      en: 'Nothing that the job needs is missing to reach the objective.',
    },
    {
      key: 'answers-right',
      fr: 'Les réponses attendues sont justes et les mauvaises réponses vraiment fausses.',
      en: 'Expected answers are right, and wrong answers really are wrong.',
    },
    {
      key: 'examples-real',
      fr: 'Les exemples et les situations sont ceux que l’on rencontre sur le terrain.',
      en: 'Examples and situations are those met in the field.',
    },
  ],
  pedagogy: [
    {
      key: 'objective-assessed',
      fr: 'Ce que l’objectif annonce est enseigné, travaillé, puis évalué.',
      en: 'What the objective announces is taught, practised, then assessed.',
    },
    {
      key: 'level-fits',
      fr: 'Le vocabulaire et la difficulté conviennent au public visé et à ses prérequis.',
      en: 'Words and difficulty suit the intended audience and what it already knows.',
    },
    {
      key: 'steps-follow',
      fr: 'Chaque étape prépare la suivante.',
      en: 'Each step prepares the next one.',
    },
    {
      key: 'learner-acts',
      fr: 'L’apprenant répond, choisit ou produit souvent, sans attendre d’avoir tout lu.',
      en: 'Learners often answer, choose or produce something, before they have read it all.',
    },
    {
      key: 'feedback-helps',
      fr: 'Les retours expliquent pourquoi une réponse est juste ou fausse.',
      en: 'Feedback explains why an answer is right or wrong.',
    },
    {
      key: 'length-true',
      fr: 'La durée annoncée est celle qu’il faut réellement.',
      en: 'The announced length is what it really takes.',
    },
  ],
  law: [
    {
      key: 'sources-named',
      fr: 'Chaque texte, image, son ou film repris nomme son auteur et sa source.',
      en: 'Each text, picture, sound or film taken from elsewhere names its author and source.',
    },
    {
      key: 'licences-allow',
      fr: 'Les licences permettent l’usage prévu, vente comprise s’il y en a une.',
      en: 'Licences allow the intended use, sale included where there is one.',
    },
    {
      key: 'people-agreed',
      fr: 'Les personnes que l’on reconnaît ou que l’on entend y ont consenti.',
      en: 'People who can be recognised or heard have agreed to it.',
    },
    {
      key: 'no-personal-data',
      fr: 'Aucun exemple ne montre les données d’une personne réelle sans nécessité.',
      en: 'No example shows a real person’s data without need.',
    },
    {
      key: 'rules-cited',
      fr: 'Les règles de droit citées le sont avec leur référence et leur date.',
      en: 'Rules of law are quoted with their reference and date.',
    },
  ],
  technique: [
    {
      key: 'plays-through',
      fr: 'Le module se suit du début à la fin sans blocage ni message d’erreur.',
      en: 'The module can be followed from beginning to end without getting stuck or an error.',
    },
    {
      key: 'media-work',
      fr: 'Les sons, les films et les images s’affichent et restent nets.',
      en: 'Sounds, films and pictures show and stay sharp.',
    },
    {
      key: 'links-open',
      fr: 'Les liens et les documents à télécharger s’ouvrent.',
      en: 'Links and downloads open.',
    },
    {
      key: 'small-screen',
      fr: 'Tout reste utilisable sur l’écran d’un téléphone.',
      en: 'Everything stays usable on a phone’s screen.',
    },
    {
      key: 'score-kept',
      fr: 'La progression et le score sont retrouvés après une interruption.',
      en: 'Progress and score are found again after an interruption.',
    },
  ],
  accessibility: [
    {
      key: 'keyboard-only',
      fr: 'Tout se fait au clavier, et l’on voit toujours où l’on est.',
      en: 'Everything can be done by keyboard, and where one is can always be seen.',
    },
    {
      key: 'pictures-told',
      fr: 'Le texte de remplacement d’une image dit ce qu’elle apporte.',
      en: 'The text that replaces a picture says what the picture brings.',
    },
    {
      key: 'captions-true',
      fr: 'Les sous-titres et les transcriptions disent fidèlement ce qui est dit.',
      en: 'Captions and transcripts faithfully say what is said.',
    },
    {
      key: 'not-colour-alone',
      fr: 'Aucune consigne ne repose sur la seule couleur, position ou forme.',
      en: 'No instruction relies on colour, position or shape alone.',
    },
    {
      key: 'plain-words',
      fr: 'Les phrases sont courtes et les sigles expliqués.',
      en: 'Sentences are short and abbreviations explained.',
    },
  ],
  tutoring: [
    {
      key: 'tutor-knows',
      fr: 'Le tuteur sait à quels moments intervenir, et comment.',
      en: 'The tutor knows when to step in, and how.',
    },
    {
      key: 'help-found',
      fr: 'L’apprenant sait à qui demander de l’aide et sous quel délai.',
      en: 'Learners know whom to ask for help, and how soon it comes.',
    },
    {
      key: 'marking-guided',
      fr: 'Ce qui est corrigé par une personne l’est selon des critères écrits.',
      en: 'What a person marks is marked by written criteria.',
    },
    {
      key: 'stuck-seen',
      fr: 'On peut voir qu’un apprenant bloque ou décroche.',
      en: 'A learner who is stuck or drops out can be noticed.',
    },
  ],
}
