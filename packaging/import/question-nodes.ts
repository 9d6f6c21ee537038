import { type Inline, joined } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'

/** A question as other programs write it, in our words. */
export type ForeignChoice = { text: Inline; correct: boolean; feedback: Inline }

/** What is said to whoever answered rightly, and wrongly. */
export type Said = { right: Inline; wrong: Inline }

/** As the schema's questions. */
const most = {
  choices: 36,
  pairs: 24,
  distractors: 12,
  items: 24,
  accepted: 30,
  acceptedLength: 80,
}

/** One right choice makes a single choice, several a multiple choice; `null` when it can be neither. */
export function choiceQuestion(
  prompt: Inline,
  choices: ForeignChoice[],
  feedback: Inline,
  attrs: { shuffle?: boolean; partialCredit?: boolean } = {},
): NodeJson | null {
  const right = choices.filter(({ correct }) => correct).length
  if (choices.length < 2 || choices.length > most.choices || right === 0) return null
  const { partialCredit, ...shared } = attrs
  return {
    type: right === 1 ? 'singleChoice' : 'multipleChoice',
    attrs:
      right === 1 ? shared : { ...shared, ...(partialCredit === false && { partialCredit }) },
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
  { right, wrong }: Said,
): NodeJson {
  const said = answer ? { right, wrong } : { right: wrong, wrong: right }
  return { type: 'trueFalse', attrs: { answer }, content: answered(prompt, [], said) }
}

export type ForeignNumber = {
  value: number
  tolerance: number
  unit?: string
  otherUnits?: string[]
}

export function numericQuestion(
  prompt: Inline,
  { value, tolerance, unit, otherUnits }: ForeignNumber,
  said: Said,
): NodeJson | null {
  if (!Number.isFinite(value) || !Number.isFinite(tolerance) || tolerance < 0) return null
  const units = { ...(unit && { unit }), ...(otherUnits?.length && { otherUnits }) }
  return {
    type: 'numeric',
    attrs: { value, tolerance, ...units },
    content: answered(prompt, [], said),
  }
}

/** How an answer is read where it comes from: letter by letter, capitals as told. */
export const exactly = (capitals: boolean) => ({ capitals, accents: true, spelling: false })

/** @param accepted those that are too long or too many are left; `null` when none is left */
export function shortAnswerQuestion(
  prompt: Inline,
  accepted: string[],
  capitals: boolean,
  said: Said,
): NodeJson | null {
  const kept = keptAnswers(accepted)
  if (kept.length === 0) return null
  return {
    type: 'shortAnswer',
    attrs: { accepted: kept, ...exactly(capitals) },
    content: answered(prompt, [], said),
  }
}

export function keptAnswers(accepted: string[]): string[] {
  return accepted
    .filter((each) => each !== '' && each.length <= most.acceptedLength)
    .slice(0, most.accepted)
}

/** @param distractors targets that go with nothing */
export function matchingQuestion(
  prompt: Inline,
  pairs: { source: Inline; target: string }[],
  distractors: string[],
  attrs: { shuffle?: boolean },
  said: Said,
): NodeJson | null {
  if (pairs.length < 2 || pairs.length > most.pairs) return null
  if (distractors.length > most.distractors) return null
  const target = (words: string) => textblock('matchingTarget', plain(words))
  const content = [
    ...pairs.map(({ source, target: words }) => ({
      type: 'matchingPair',
      content: [textblock('matchingSource', source), target(words)],
    })),
    ...distractors.map((words) => ({ type: 'matchingDistractor', content: [target(words)] })),
  ]
  return { type: 'matching', attrs, content: answered(prompt, content, said) }
}

/** @param items in their right order */
export function orderingQuestion(
  prompt: Inline,
  items: Inline[],
  said: Said,
  attrs: { partialCredit?: boolean } = {},
): NodeJson | null {
  if (items.length < 2 || items.length > most.items) return null
  const content = items.map((item) => ({
    type: 'orderingItem',
    content: [textblock('orderingText', item)],
  }))
  return { type: 'ordering', attrs, content: answered(prompt, content, said) }
}

/** @param model what its author would have answered, shown afterwards */
export function openQuestion(prompt: Inline, model: Inline): NodeJson {
  const reflectionModel = { type: 'reflectionModel', content: [textblock('paragraph', model)] }
  return { type: 'reflection', content: [textblock('prompt', prompt), reflectionModel] }
}

/** @param lines of the text, gaps among their words */
export function clozeQuestion(
  prompt: Inline,
  lines: Inline[],
  attrs: Record<string, unknown>,
  said: Said,
): NodeJson {
  const content = lines.map((line) => textblock('clozeText', line))
  return { type: 'cloze', attrs, content: answered(prompt, content, said) }
}

/** What is said to one kind of answer, then what is said to all. */
export function both(own: Inline, shared: Inline): Inline {
  return joined([own, shared])
}

function answered(prompt: Inline, content: NodeJson[], { right, wrong }: Said): NodeJson[] {
  return [
    textblock('prompt', prompt),
    ...content,
    textblock('feedback', right),
    textblock('feedback', wrong),
  ]
}

function plain(words: string): Inline {
  return words === '' ? [] : [{ type: 'text', text: words }]
}

function textblock(type: string, content: Inline): NodeJson {
  return { type, content }
}
