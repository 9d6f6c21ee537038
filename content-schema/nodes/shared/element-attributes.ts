import { flag, nodeId, text, texts, wholeNumber } from './attributes.ts'

/** What every element may be told beside its content. Text alone only carries its id. */
export const elementAttrs = {
  id: nodeId(),
  /** BCP 47; empty when it is in the module's own language. */
  lang: text('', 35),
  /** Ids of the competencies it teaches, practises or assesses. */
  competencies: texts(20, 64),
  /** For whoever accompanies learners; learners never see it. */
  tutorNote: text('', 5000),
  /** Among authors; leaves no package. */
  authorNote: text('', 5000),
  /** Changed only after it is unlocked. */
  locked: flag(),
}

/** What every question has: who it is, what it is worth, how often it may be tried. */
export const questionAttrs = {
  ...elementAttrs,
  /** Points for the right answer. */
  points: wholeNumber(1, 1, 100),
  /** How many answers may be given before the right one is shown. */
  tries: wholeNumber(2, 1, 10),
  /** Shown to whoever asks for it, before answering. */
  hint: text('', 500),
}

/** What an opinion or an open question has: no points, answered once. */
export const opinionAttrs = { ...elementAttrs, required: flag(true) }
