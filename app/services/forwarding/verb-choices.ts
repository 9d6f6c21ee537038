import {
  helpVerbs,
  opinionVerbs,
  positioningVerbs,
  verbs,
  videoVerbs,
} from '#content-schema/statements/vocabulary.ts'

/** A correction is no choice: it goes where what it corrects went. */
const { voided: _voided, ...told } = verbs

/** The verbs of our profile by their names, in the order of an attempt. */
export const verbChoices = {
  ...told,
  ...opinionVerbs,
  ...videoVerbs,
  ...helpVerbs,
  ...positioningVerbs,
}

export type VerbChoice = keyof typeof verbChoices
