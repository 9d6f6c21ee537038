import { problemKinds } from '../help.ts'
import { trialCategory } from '../trial.ts'
import { extensions, helpExtensions, helpVerbs, verbs } from '../vocabulary.ts'
import type { CanonicalActivity, Extension } from './shapes.ts'

/** The words that are ours: a profile defines no word of another vocabulary again. */
export const ownExtensions: readonly Extension[] = [
  {
    id: extensions.digest,
    type: 'ContextExtension',
    prefLabel: { fr: 'empreinte de la révision', en: 'digest of the revision' },
    definition: {
      fr: 'SHA-256 de la révision du module qui a été montrée, en 64 chiffres hexadécimaux : chaque réponse reste liée au contenu exact.',
      en: 'SHA-256 of the revision of the module that was shown, as 64 hexadecimal digits: each answer stays tied to the very content.',
    },
    inlineSchema: schema({ type: 'string', pattern: '^[0-9a-f]{64}$' }),
  },
  {
    id: extensions.packageId,
    type: 'ContextExtension',
    prefLabel: { fr: 'paquet', en: 'package' },
    definition: {
      fr: 'L’export dont vient le paquet joué, et donc le déploiement. Ne dit rien de la personne.',
      en: 'The export that the played package came from, hence the deployment. Says nothing of the person.',
    },
    inlineSchema: schema({ type: 'string', minLength: 1, maxLength: 200 }),
  },
  {
    id: extensions.tryNumber,
    type: 'ResultExtension',
    prefLabel: { fr: 'numéro d’essai', en: 'number of the try' },
    definition: {
      fr: 'Le combien de fois : première réponse à cette question, ou première remise de cette évaluation, vaut 1.',
      en: 'Which time it is: the first answer to this question, or the first handing in of this assessment, is 1.',
    },
    recommendedVerbs: [verbs.answered, verbs.passed, verbs.failed, verbs.completed],
    inlineSchema: schema({ type: 'integer', minimum: 1 }),
  },
  {
    id: helpExtensions.hits,
    type: 'ResultExtension',
    prefLabel: { fr: 'résultats trouvés', en: 'results found' },
    definition: {
      fr: 'Combien de passages une recherche de l’apprenant a trouvés ; 0 quand elle est restée sans réponse.',
      en: 'How many passages a search of the learner found; 0 when it found none.',
    },
    recommendedVerbs: [helpVerbs.searched],
    inlineSchema: schema({ type: 'integer', minimum: 0 }),
  },
  {
    id: helpExtensions.problem,
    type: 'ResultExtension',
    prefLabel: { fr: 'nature du problème', en: 'kind of the problem' },
    definition: {
      fr: '« error » : quelque chose n’a pas fonctionné ; « content » : quelque chose est faux ; « access » : l’élément n’est pas utilisable par cette personne.',
      en: '“error”: something failed; “content”: something is wrong; “access”: this person cannot use the element.',
    },
    recommendedVerbs: [helpVerbs.reported],
    inlineSchema: schema({ enum: problemKinds }),
  },
  {
    id: helpExtensions.code,
    type: 'ResultExtension',
    prefLabel: { fr: 'code du problème', en: 'code of the problem' },
    definition: {
      fr: 'Ce qui n’a pas fonctionné, tel qu’un programme le nomme, par exemple « media-404 ».',
      en: 'What failed, as a program names it, for example “media-404”.',
    },
    recommendedVerbs: [helpVerbs.reported],
    inlineSchema: schema({ type: 'string', minLength: 1, maxLength: 80 }),
  },
]

export const ownActivities: readonly CanonicalActivity[] = [
  {
    id: trialCategory,
    type: 'Activity',
    activityDefinition: {
      '@context': 'https://w3id.org/xapi/profiles/activity-context',
      type: 'http://adlnet.gov/expapi/activities/profile',
      name: { fr: 'session test', en: 'trial' },
      description: {
        fr: 'Catégorie de ce qui est dit pendant une session test, avec des apprenants cibles : gardé comme preuve, compté dans aucun indicateur.',
        en: 'Category of what is told in a session with target learners: kept as evidence, counted in no figure.',
      },
    },
  },
]

function schema(rule: object): string {
  return JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...rule })
}
