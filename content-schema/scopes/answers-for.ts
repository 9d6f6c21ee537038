import { type Aspect, aspects, type ModuleFacts } from '../module.ts'

type Answering = readonly Aspect[]

/** Who answers for each fact of a module. */
export const factAspects: Record<keyof ModuleFacts, Answering> = {
  title: ['content', 'pedagogy'],
  code: ['technique'],
  summary: ['content', 'pedagogy'],
  objective: ['content', 'pedagogy'],
  level: ['pedagogy'],
  language: ['content', 'technique', 'accessibility'],
  minutes: ['pedagogy', 'tutoring'],
  audience: ['pedagogy', 'tutoring'],
  modality: ['pedagogy', 'tutoring'],
  prerequisites: ['content', 'pedagogy'],
  keywords: ['content'],
  licence: ['law'],
  authors: ['law'],
  masteryPercent: ['pedagogy', 'technique'],
  // Asks for other signatures, and voids none.
  intendedUse: [],
  kind: ['pedagogy', 'technique'],
}

const wording: Answering = ['content']
const answers: Answering = ['content', 'pedagogy']
const marking: Answering = ['pedagogy', 'technique']
const presentation: Answering = ['content', 'accessibility']
const file: Answering = ['content', 'law', 'technique', 'accessibility']

/** Who answers for each attribute of a node, by its name. Nobody does for what leaves no draft. */
const attributeAspects: Record<string, Answering> = {
  authorNote: [],
  locked: [],
  tutorNote: ['tutoring'],
  competencies: ['pedagogy'],
  lang: ['technique', 'accessibility'],
  ...each(['asset', 'captions', 'poster', 'url'], file),
  ...each(['caption', 'source'], ['content', 'law', 'accessibility']),
  ...each(['title', 'alt', 'decorative', 'longDescription', 'transcript'], presentation),
  ...each(['spoken', 'label', 'summary', 'fallback'], presentation),
  ...each(['level', 'kind', 'layout', 'display', 'ratio'], presentation),
  ...each(['crop', 'focus', 'colspan', 'rowspan', 'colwidth'], presentation),
  ...each(['latex', 'language', 'type', 'rows', 'unit', 'scale', 'subject', 'at'], wording),
  ...each(['correct', 'answer', 'value', 'tolerance', 'otherUnits', 'accepted'], answers),
  ...each(['choices', 'capitals', 'accents', 'spelling', 'bank', 'leadsTo'], answers),
  ...each(['shape', 'x', 'y', 'width', 'height'], ['content', 'pedagogy', 'accessibility']),
  hint: ['content', 'pedagogy', 'tutoring'],
  ...each(['points', 'tries', 'partialCredit', 'shuffle', 'several'], marking),
  ...each(['threshold', 'attempts', 'draw', 'correction'], marking),
  ...each(['required', 'rule', 'least'], marking),
  // Whether what a learner writes reaches a tutor.
  sent: ['law', 'technique', 'tutoring'],
}

/** An attribute that nobody thought of yet concerns everybody. */
export function attributeAnswering(name: string): Answering {
  return attributeAspects[name] ?? aspects
}

function each(names: readonly string[], answering: Answering): Record<string, Answering> {
  return Object.fromEntries(names.map((name) => [name, answering]))
}
