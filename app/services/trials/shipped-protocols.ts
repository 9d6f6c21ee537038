import type { Protocol } from '#content-schema/trials/trial-words.ts'

const consents = {
  fr: 'Vous allez essayer un module de formation avant sa publication. C’est le module qui est évalué, pas vous. Votre participation est libre : vous pouvez arrêter à tout moment, sans donner de raison. Ce que vous acceptez est gardé sous un code, sans votre nom, et ne sert qu’à améliorer le module.',
  en: 'You are about to try a learning module before it is published. The module is being assessed, not you. Taking part is up to you: you may stop at any time without giving a reason. What you agree to is kept under a code, without your name, and only serves to improve the module.',
}

/** The questions that follow the module, by language. */
const closing = {
  fr: [
    { id: 'clear', kind: 'scale', text: 'Les consignes et les explications étaient claires.' },
    { id: 'useful', kind: 'scale', text: 'Ce que j’ai appris me servira.' },
    {
      id: 'length',
      kind: 'choice',
      text: 'La durée du module vous a paru :',
      choices: ['trop courte', 'juste', 'trop longue'],
    },
    { id: 'change', kind: 'text', text: 'Que faudrait-il changer en premier ?' },
  ],
  en: [
    { id: 'clear', kind: 'scale', text: 'The instructions and explanations were clear.' },
    { id: 'useful', kind: 'scale', text: 'What I learned will be useful to me.' },
    {
      id: 'length',
      kind: 'choice',
      text: 'How did you find the length of the module?',
      choices: ['too short', 'about right', 'too long'],
    },
    { id: 'change', kind: 'text', text: 'What should be changed first?' },
  ],
} as const

function questions(language: 'fr' | 'en'): Protocol['questions'] {
  return closing[language].map((each) => ({
    ...each,
    choices: 'choices' in each ? [...each.choices] : [],
  }))
}

const fr: Record<string, Protocol> = {
  'one-to-one-fr': {
    name: 'Un par un, à voix haute',
    kind: 'one-to-one',
    tasks: [
      {
        id: 'begin',
        text: 'Ouvrez le module et dites ce que vous pensez y apprendre.',
        success: 'L’objectif est redit avec ses propres mots.',
      },
      {
        id: 'follow',
        text: 'Suivez le module jusqu’au bout, en disant ce que vous pensez.',
        success: 'Toutes les pages sont vues sans aide.',
      },
      {
        id: 'answer',
        text: 'Répondez aux questions du module.',
        success: 'Chaque question est comprise à la première lecture.',
      },
    ],
    wanted: [
      { profile: 'débutant', count: 1 },
      { profile: 'intermédiaire', count: 1 },
      { profile: 'avancé', count: 1 },
    ],
    sus: true,
    questions: questions('fr'),
    consent: consents.fr,
  },
  'small-group-fr': {
    name: 'Petit groupe, en autonomie',
    kind: 'small-group',
    tasks: [
      {
        id: 'follow',
        text: 'Suivez le module seul, du début à la fin.',
        success: 'Le module est terminé sans l’aide de l’animateur.',
      },
      {
        id: 'retrieve',
        text: 'Revenez à la page qui explique le point que vous avez trouvé le plus difficile.',
        success: 'La page est retrouvée en moins d’une minute.',
      },
    ],
    wanted: [{ profile: 'public visé', count: 8 }],
    sus: true,
    questions: questions('fr'),
    consent: consents.fr,
  },
  'walkthrough-fr': {
    name: 'Parcours commenté par un pair',
    kind: 'walkthrough',
    tasks: [
      {
        id: 'review',
        text: 'Parcourez le module comme le ferait un apprenant et dites ce qui l’arrêterait.',
        success: 'Chaque page a été commentée.',
      },
    ],
    wanted: [{ profile: 'pair', count: 1 }],
    sus: false,
    questions: questions('fr').filter(({ kind }) => kind === 'text'),
    consent: consents.fr,
  },
  'field-trial-fr': {
    name: 'Essai en conditions réelles',
    kind: 'field-trial',
    tasks: [
      {
        id: 'use',
        text: 'Utilisez le module là où et quand vous vous en serviriez.',
        success: 'Le module est terminé dans la semaine.',
      },
    ],
    wanted: [{ profile: 'public visé', count: 20 }],
    sus: true,
    questions: questions('fr'),
    consent: consents.fr,
  },
}

const en: Record<string, Protocol> = {
  'one-to-one-en': {
    name: 'One to one, thinking aloud',
    kind: 'one-to-one',
    tasks: [
      {
        id: 'begin',
        text: 'Open the module and say what you expect to learn.',
        success: 'The objective is said again in one’s own words.',
      },
      {
        id: 'follow',
        text: 'Follow the module to its end, saying what you think.',
        success: 'Every page is seen without help.',
      },
      {
        id: 'answer',
        text: 'Answer the questions of the module.',
        success: 'Each question is understood at first reading.',
      },
    ],
    wanted: [
      { profile: 'beginner', count: 1 },
      { profile: 'intermediate', count: 1 },
      { profile: 'advanced', count: 1 },
    ],
    sus: true,
    questions: questions('en'),
    consent: consents.en,
  },
  'small-group-en': {
    name: 'Small group, on their own',
    kind: 'small-group',
    tasks: [
      {
        id: 'follow',
        text: 'Follow the module by yourself, from beginning to end.',
        success: 'The module is finished without help from the facilitator.',
      },
      {
        id: 'retrieve',
        text: 'Go back to the page that explains what you found most difficult.',
        success: 'The page is found within a minute.',
      },
    ],
    wanted: [{ profile: 'target learners', count: 8 }],
    sus: true,
    questions: questions('en'),
    consent: consents.en,
  },
  'walkthrough-en': {
    name: 'A colleague’s walk-through',
    kind: 'walkthrough',
    tasks: [
      {
        id: 'review',
        text: 'Go through the module as a learner would and say what would stop them.',
        success: 'Each page was commented on.',
      },
    ],
    wanted: [{ profile: 'colleague', count: 1 }],
    sus: false,
    questions: questions('en').filter(({ kind }) => kind === 'text'),
    consent: consents.en,
  },
  'field-trial-en': {
    name: 'In real conditions',
    kind: 'field-trial',
    tasks: [
      {
        id: 'use',
        text: 'Use the module where and when you would need it.',
        success: 'The module is finished within the week.',
      },
    ],
    wanted: [{ profile: 'target learners', count: 20 }],
    sus: true,
    questions: questions('en'),
    consent: consents.en,
  },
}

/** Protocols that come with the product, by language, under ids that never change. */
export const shippedProtocols = { fr, en }
