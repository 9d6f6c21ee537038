import { problemKinds, severities } from '../help.ts'
import { longestRemark, ratingScale, ratings } from '../opinion.ts'
import {
  activityTypes,
  extensions,
  helpExtensions,
  helpVerbs,
  moreActivityTypes,
  opinionVerbs,
  positioningExtensions,
  positioningVerbs,
  profileId,
  verbs,
  videoExtensions,
  videoVerbs,
} from '../vocabulary.ts'
import type { LanguageMap, Rule, Template } from './shapes.ts'

const included = (location: string, scopeNote?: LanguageMap): Rule => ({
  location,
  presence: 'included',
  ...(scopeNote && { scopeNote }),
})
const inResult = (id: string) => `$.result.extensions['${id}']`
const inContext = (id: string) => `$.context.extensions['${id}']`

/** What is true of every statement of an attempt. */
const always: readonly Rule[] = [
  included('$.id'),
  included('$.timestamp'),
  included('$.context.registration', {
    fr: 'UUID de la tentative : le même quand elle reprend, un autre quand elle recommence.',
    en: 'UUID of the attempt: the same when it is resumed, another when it starts again.',
  }),
  included('$.context.revision', {
    fr: 'Numéro de l’édition, « 2.4 ».',
    en: 'Number of the edition, “2.4”.',
  }),
  included('$.context.language'),
  {
    location: '$.context.platform',
    all: ['scorm-12', 'scorm-2004', 'cmi5', 'xapi', 'web'],
  },
  included('$.context.contextActivities.grouping[1].id', {
    fr: 'D’abord la lignée du module, puis l’édition.',
    en: 'First the line of the module, then the edition.',
  }),
  { location: '$.context.contextActivities.category[*].id', any: [profileId] },
  included(inContext(extensions.digest)),
  included(inContext(extensions.packageId)),
  included(inContext(extensions.sessionId)),
]

const duration = included('$.result.duration')
const parent = included('$.context.contextActivities.parent[0].id')
const unnamed: readonly Rule[] = [
  {
    location: '$.actor.name',
    presence: 'excluded',
    scopeNote: {
      fr: 'Ce qu’un apprenant pense n’est dit qu’à la banque, sous un pseudonyme.',
      en: 'What a learner thinks is told to the bank alone, under a pseudonym.',
    },
  },
  { location: '$.actor.mbox', presence: 'excluded' },
]

export const templateId = (name: string) => `${profileId}#template-${name}`

type Said = Omit<Template, 'id' | 'type' | 'prefLabel' | 'definition'>

/** Label, then what it says. */
function template(
  name: string,
  fr: [string, string],
  en: [string, string],
  said: Said,
): Template {
  return {
    id: templateId(name),
    type: 'StatementTemplate',
    prefLabel: { fr: fr[0], en: en[0] },
    definition: { fr: fr[1], en: en[1] },
    ...said,
    rules: 'objectStatementRefTemplate' in said ? said.rules : [...always, ...said.rules],
  }
}

const { module: onModule, section, question, assessment } = activityTypes
const completion: Rule = { location: '$.result.completion', all: [true] }
const score: Rule = {
  location: '$.result.score',
  presence: 'recommended',
  scopeNote: {
    fr: 'Absent, sous cmi5, quand le seuil demandé par le LMS le contredirait.',
    en: 'Left out, under cmi5, where the mastery score that the LMS asks for would contradict it.',
  },
}
const tryNumber = included(inResult(extensions.tryNumber))

const ofAttempts: readonly Template[] = [
  template(
    'initialized',
    ['Module ouvert', 'Le module est prêt ; une séance commence.'],
    ['Module opened', 'The module is ready; a sitting begins.'],
    { verb: verbs.initialized, objectActivityType: onModule, rules: [] },
  ),
  template(
    'resumed',
    ['Module repris', 'La séance reprend une tentative où elle en était restée.'],
    ['Module resumed', 'The sitting takes up an attempt where it was left.'],
    { verb: verbs.resumed, objectActivityType: onModule, rules: [] },
  ),
  template(
    'experienced',
    ['Section lue', 'Une section est quittée ; la durée est le temps d’attention.'],
    ['Section read', 'A section was left; the duration is time of attention.'],
    {
      verb: verbs.experienced,
      objectActivityType: section,
      rules: [
        duration,
        {
          location: inResult(extensions.progress),
          presence: 'recommended',
          scopeNote: {
            fr: 'N’est plus dit, sous cmi5, une fois le module terminé.',
            en: 'No longer told, under cmi5, once the module is completed.',
          },
        },
      ],
    },
  ),
  template(
    'answered',
    ['Question répondue', 'Une réponse à une question, chaque essai à part.'],
    ['Question answered', 'An answer to a question, each try apart.'],
    {
      verb: verbs.answered,
      objectActivityType: question,
      rules: [
        included('$.result.response'),
        duration,
        tryNumber,
        parent,
        {
          location: '$.result.success',
          presence: 'recommended',
          scopeNote: {
            fr: 'Absent là où rien n’est juste ni faux.',
            en: 'Absent where nothing is right or wrong.',
          },
        },
      ],
    },
  ),
  ...[
    ['completed', 'remise', 'handed in'] as const,
    ['passed', 'réussie', 'passed'] as const,
    ['failed', 'échouée', 'failed'] as const,
  ].map(([name, fr, en]) =>
    template(
      `assessment-${name}`,
      [`Évaluation ${fr}`, 'Une évaluation du module est remise ; chaque tentative à part.'],
      [`Assessment ${en}`, 'An assessment of the module was handed in; each attempt apart.'],
      {
        verb: verbs[name],
        objectActivityType: assessment,
        rules: [completion, tryNumber, parent],
      },
    ),
  ),
  template(
    'completed',
    ['Module terminé', 'Tout ce qui est demandé a été vu ; dit une fois par tentative.'],
    ['Module completed', 'All that is asked was seen; told once an attempt.'],
    { verb: verbs.completed, objectActivityType: onModule, rules: [completion, duration] },
  ),
  template(
    'passed',
    ['Module réussi', 'Le seuil de réussite est atteint.'],
    ['Module passed', 'The mastery score was reached.'],
    {
      verb: verbs.passed,
      objectActivityType: onModule,
      rules: [{ location: '$.result.success', all: [true] }, score, duration],
    },
  ),
  template(
    'failed',
    ['Module échoué', 'Le seuil de réussite n’est pas atteint.'],
    ['Module failed', 'The mastery score was not reached.'],
    {
      verb: verbs.failed,
      objectActivityType: onModule,
      rules: [{ location: '$.result.success', all: [false] }, score, duration],
    },
  ),
  template(
    'suspended',
    ['Module interrompu', 'La séance finit avant le module.'],
    ['Module suspended', 'The sitting ends before the module does.'],
    { verb: verbs.suspended, objectActivityType: onModule, rules: [duration] },
  ),
  template(
    'terminated',
    ['Module fermé', 'La séance est finie.'],
    ['Module closed', 'The sitting is over.'],
    { verb: verbs.terminated, objectActivityType: onModule, rules: [duration] },
  ),
  template(
    'rated',
    ['Avis donné', 'Combien une partie du module a aidé, de 1 à 5.'],
    ['Part rated', 'How much a part of the module helped, 1 to 5.'],
    {
      verb: opinionVerbs.rated,
      rules: [
        { location: '$.result.score.raw', all: ratings },
        { location: '$.result.score.min', all: [ratingScale.min] },
        { location: '$.result.score.max', all: [ratingScale.max] },
        ...unnamed,
      ],
    },
  ),
  template(
    'commented',
    [
      'Remarque laissée',
      `Une remarque sur une partie, de ${longestRemark} caractères au plus ; adresses et numéros en sont ôtés avant l’envoi.`,
    ],
    [
      'Remark left',
      `A remark on a part, of ${longestRemark} characters at most; addresses and numbers are left out before it is sent.`,
    ],
    {
      verb: opinionVerbs.commented,
      rules: [
        included('$.result.response'),
        { location: '$.result.score', presence: 'excluded' },
        ...unnamed,
      ],
    },
  ),
  template(
    'paused',
    ['Vidéo quittée', 'Une vidéo a été vue ; une déclaration par visionnage.'],
    ['Video left', 'A video was watched; a statement a viewing.'],
    {
      verb: videoVerbs.paused,
      objectActivityType: moreActivityTypes.video,
      rules: [
        duration,
        parent,
        included(inResult(videoExtensions.time)),
        included(inResult(videoExtensions.progress)),
        included(inResult(videoExtensions.playedSegments)),
        included(inContext(videoExtensions.length)),
      ],
    },
  ),
  template(
    'searched',
    ['Recherche', 'Une recherche dans le module, avec ce qu’elle a trouvé.'],
    ['Search', 'A search in the module, with how much it found.'],
    {
      verb: helpVerbs.searched,
      objectActivityType: onModule,
      rules: [
        included('$.result.response'),
        included(inResult(helpExtensions.hits)),
        ...unnamed,
      ],
    },
  ),
  template(
    'asked',
    ['Aide demandée', 'Une question posée à une personne.'],
    ['Help asked', 'A question put to a person.'],
    { verb: helpVerbs.asked, rules: [included('$.result.response'), ...unnamed] },
  ),
  template(
    'reported',
    ['Problème signalé', 'Par l’apprenant, ou par le programme lui-même.'],
    ['Problem reported', 'By the learner, or by the program itself.'],
    {
      verb: helpVerbs.reported,
      rules: [
        { location: inResult(helpExtensions.problem), all: problemKinds },
        { location: inResult(helpExtensions.severity), all: severities },
        included(inResult(helpExtensions.code)),
        { location: inResult(helpExtensions.browser), presence: 'recommended' },
      ],
    },
  ),
  template(
    'scored',
    ['Compétence évaluée', 'Ce qu’une évaluation a montré d’une compétence.'],
    ['Competency scored', 'What an assessment showed of one competency.'],
    {
      verb: positioningVerbs.scored,
      objectActivityType: assessment,
      rules: [
        included('$.result.score.scaled'),
        {
          location: inResult(positioningExtensions.assessmentType),
          all: ['positioning', 'final'],
        },
        {
          location: '$.context.contextActivities.grouping[*].definition.type',
          any: [moreActivityTypes.competency],
        },
      ],
    },
  ),
  template(
    'skipped',
    ['Section dispensée', 'Un positionnement a montré que la section est connue.'],
    ['Section waived', 'A positioning test showed that the section is known.'],
    {
      verb: positioningVerbs.skipped,
      objectActivityType: section,
      rules: [{ location: inResult(positioningExtensions.reason), all: ['Tested Out'] }],
    },
  ),
]

/** Every kind of statement that our profile knows. */
export const templates: readonly Template[] = [
  ...ofAttempts,
  template(
    'voided',
    [
      'Correction',
      'Une déclaration était fausse et ne compte plus ; jamais dit par un paquet.',
    ],
    ['Correction', 'A statement was wrong and no longer counts; never told by a package.'],
    {
      verb: verbs.voided,
      objectStatementRefTemplate: ofAttempts.map(({ id }) => id),
      rules: [{ location: '$.object.objectType', all: ['StatementRef'] }],
    },
  ),
]
