import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'

/** A question as other programs write it, in our words. */
export type ForeignChoice = { text: Inline; correct: boolean; feedback: Inline }

/** Our questions hold from two choices to eight. */
const fewestChoices = 2
const mostChoices = 8

/** One right choice makes a single choice, several a multiple choice; `null` when it can be neither. */
export function choiceQuestion(
  prompt: Inline,
  choices: ForeignChoice[],
  feedback: Inline,
): NodeJson | null {
  const right = choices.filter(({ correct }) => correct).length
  if (choices.length < fewestChoices || choices.length > mostChoices || right === 0) return null
  return {
    type: right === 1 ? 'singleChoice' : 'multipleChoice',
    content: [
      textblock('prompt', prompt),
      ...choices.map(({ text, correct, feedback: said }) => ({
        type: 'choice',
        attrs: { correct },
        content: [textblock('choiceText', text), textblock('feedback', said)],
      })),
      textblock('feedback', feedback),
    ],
  }
}

export function trueFalseQuestion(
  prompt: Inline,
  answer: boolean,
  { right, wrong }: { right: Inline; wrong: Inline },
): NodeJson {
  const [saidTrue, saidFalse] = answer ? [right, wrong] : [wrong, right]
  return {
    type: 'trueFalse',
    attrs: { answer },
    content: [
      textblock('prompt', prompt),
      textblock('feedback', saidTrue),
      textblock('feedback', saidFalse),
    ],
  }
}

export function numericQuestion(
  prompt: Inline,
  { value, tolerance }: { value: number; tolerance: number },
  { right, wrong }: { right: Inline; wrong: Inline },
): NodeJson | null {
  if (!Number.isFinite(value) || !Number.isFinite(tolerance) || tolerance < 0) return null
  return {
    type: 'numeric',
    attrs: { value, tolerance },
    content: [
      textblock('prompt', prompt),
      textblock('feedback', right),
      textblock('feedback', wrong),
    ],
  }
}

function textblock(type: string, content: Inline): NodeJson {
  return { type, content }
}
