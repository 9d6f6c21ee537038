import type { Played } from '#app/services/play/lms-frame/messages.ts'
import { durationText } from './duration-text.ts'
import type { Call } from './use-lms.ts'

/** One thing the module told, in as many calls as the standard takes for it. */
export type Line = {
  says: Sentence
  /** What stands in the sentence; `result` and `status` are words of the standard. */
  values: Record<string, string>
  /** Of the first of these calls that the LMS refused. */
  errorCode: string | null
  /** What the LMS did without a word. */
  silently: Call['silently'] | null
  calls: Call[]
}

/** What a line can say: each has its sentence in both languages. */
export const sentences = [
  ...(['begins', 'finds', 'findsNothing', 'reads', 'keepsProgress', 'page'] as const),
  ...(['status', 'score', 'progress', 'time', 'exitSuspend', 'exitDone'] as const),
  ...(['answer', 'assessment', 'sets', 'stores', 'ends'] as const),
] as const

export type Sentence = (typeof sentences)[number]

/** Names of the data model that are told in one sentence, whatever the standard calls them. */
const topics: [RegExp, Sentence][] = [
  [/^cmi\.suspend_data$/, 'keepsProgress'],
  [/^cmi\.(core\.lesson_)?location$/, 'page'],
  [/^cmi\.(core\.lesson|completion|success)_status$/, 'status'],
  [/^cmi\.(core\.)?score\./, 'score'],
  [/^cmi\.progress_measure$/, 'progress'],
  [/^cmi\.(core\.)?session_time$/, 'time'],
  [/^cmi\.(core\.)?exit$/, 'exitDone'],
  [/^cmi\.interactions\./, 'answer'],
  [/^cmi\.objectives\./, 'assessment'],
]

/** Calls in a row that have the same topic are one line. */
export function topicOf({ method, element }: Call): string {
  const [row] = /^cmi\.(interactions|objectives)\.\d+/.exec(element) ?? []
  if (method.endsWith('GetValue')) return element === 'cmi.suspend_data' ? 'finds' : 'reads'
  if (!method.endsWith('SetValue')) return method
  return row ?? topics.find(([name]) => name.test(element))?.[1] ?? element
}

/** @param calls of one topic, at least one */
export function lineOf(calls: Call[], played: Played): Line {
  const says = sentenceOf(calls)
  return {
    says,
    values: valuesOf[says]?.(fieldsOf(calls), played, calls) ?? {},
    errorCode: calls.find(isRefused)?.errorCode ?? null,
    silently: calls.find(({ silently }) => silently)?.silently ?? null,
    calls,
  }
}

/** Reading what was never set is 403 in SCORM 2004, and no fault of the package. */
export function isRefused({ method, errorCode }: Call): boolean {
  return errorCode !== '0' && !(method === 'GetValue' && errorCode === '403')
}

function sentenceOf([first]: Call[]): Sentence {
  const { method, element, result, value } = first!
  if (method.endsWith('Initialize')) return 'begins'
  if (/Finish|Terminate/.test(method)) return 'ends'
  if (method.endsWith('Commit')) return 'stores'
  if (method.endsWith('GetValue')) {
    if (element !== 'cmi.suspend_data') return 'reads'
    return result === '' ? 'findsNothing' : 'finds'
  }
  const found = topics.find(([name]) => name.test(element))?.[1] ?? 'sets'
  return found === 'exitDone' && value === 'suspend' ? 'exitSuspend' : found
}

/** What was set, by the last part of its name. */
type Fields = Record<string, string>

function fieldsOf(calls: Call[]): Fields {
  return Object.fromEntries(
    calls.map(({ element, value }) => [element.split('.').at(-1) ?? '', value]),
  )
}

type Reading = (fields: Fields, played: Played, calls: Call[]) => Record<string, string>

const valuesOf: { [sentence in Sentence]?: Reading } = {
  finds: (_, __, [call]) => ({ length: String(call!.result.length) }),
  reads: (_, __, calls) => ({ elements: calls.map(({ element }) => element).join(', ') }),
  keepsProgress: (_, __, [call]) => ({ length: String(call!.value.length) }),
  page: (_, { pages }, [call]) => ({ page: pages[call!.value] ?? call!.value }),
  status: (fields) => ({ status: statusIn(fields) }),
  score: ({ raw, scaled, max }) => ({
    score: raw ?? String(Number(scaled) * 100),
    max: max ?? '100',
  }),
  progress: (_, __, [call]) => ({ percent: String(Math.round(Number(call!.value) * 100)) }),
  time: (_, __, [call]) => ({ time: durationText(call!.value) }),
  answer: ({ id = '', result = '', ...fields }, { asked }) => ({
    asked: asked[id] ?? id,
    response: fields.student_response ?? fields.learner_response ?? '',
    result: result === 'incorrect' ? 'wrong' : result,
  }),
  assessment: ({ id = '', ...fields }, { asked }) => ({
    asked: asked[id] ?? id,
    status: statusIn(fields),
  }),
  sets: (_, __, [call]) => ({ element: call!.element, value: call!.value }),
}

/** SCORM 2004 says completion and success apart: the second is said where there is one. */
function statusIn(fields: Fields): string {
  const { lesson_status, status, success_status, completion_status } = fields
  return lesson_status ?? status ?? success_status ?? completion_status ?? ''
}
