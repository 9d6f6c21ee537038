import { profileId } from '../vocabulary.ts'
import type { Pattern } from './shapes.ts'
import { templateId, templates } from './templates.ts'

const patternId = (name: string) => `${profileId}#pattern-${name}`

/** What opens or ends a sitting, and so happens at no other time; a correction is of no attempt. */
const around = ['initialized', 'resumed', 'suspended', 'terminated', 'voided'].map(templateId)

/** In which order the statements of one registration come. */
export const patterns: readonly Pattern[] = [
  {
    id: patternId('attempt'),
    type: 'Pattern',
    primary: true,
    prefLabel: { fr: 'Tentative', en: 'Attempt' },
    definition: {
      fr: 'Une tentative sur un module : une séance ou plusieurs, de même inscription (registration). Une page qui se ferme brusquement peut manquer de dire la fin d’une séance.',
      en: 'An attempt at a module: one sitting or several, of the same registration. A page that ends abruptly may fail to tell the end of a sitting.',
    },
    oneOrMore: patternId('sitting'),
  },
  {
    id: patternId('sitting'),
    type: 'Pattern',
    prefLabel: { fr: 'Séance', en: 'Sitting' },
    definition: {
      fr: 'Du module ouvert au module fermé.',
      en: 'From the module opened to the module closed.',
    },
    sequence: [
      templateId('initialized'),
      ...['may-resume', 'happenings', 'may-suspend', 'may-end'].map(patternId),
    ],
  },
  { id: patternId('may-resume'), type: 'Pattern', optional: templateId('resumed') },
  { id: patternId('happenings'), type: 'Pattern', zeroOrMore: patternId('happening') },
  {
    id: patternId('happening'),
    type: 'Pattern',
    alternates: templates.map(({ id }) => id).filter((id) => !around.includes(id)),
  },
  { id: patternId('may-suspend'), type: 'Pattern', optional: templateId('suspended') },
  { id: patternId('may-end'), type: 'Pattern', optional: templateId('terminated') },
]
