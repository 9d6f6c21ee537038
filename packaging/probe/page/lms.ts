export type Standard = 'scorm-12' | 'scorm-2004'

/** The run-time of an LMS, asked by names that are the same in both standards. */
export type Lms = {
  standard: Standard
  begin: () => boolean
  /** Empty where there is nothing, or an error. */
  get: (name: Name) => string
  set: (name: Name, value: string) => boolean
  commit: () => boolean
  finish: () => void
}

/** Names of the data model, each as SCORM 1.2 and SCORM 2004 have it. */
const names = {
  exit: ['core.exit', 'exit'],
  entry: ['core.entry', 'entry'],
  mode: ['core.lesson_mode', 'mode'],
  location: ['core.lesson_location', 'location'],
  status: ['core.lesson_status', 'completion_status'],
  success: ['core.lesson_status', 'success_status'],
  raw: ['core.score.raw', 'score.raw'],
  min: ['core.score.min', 'score.min'],
  max: ['core.score.max', 'score.max'],
  scaled: ['core.score.raw', 'score.scaled'],
  sessionTime: ['core.session_time', 'session_time'],
  totalTime: ['core.total_time', 'total_time'],
  state: ['suspend_data', 'suspend_data'],
  answers: ['interactions._count', 'interactions._count'],
  answerId: ['interactions.0.id', 'interactions.0.id'],
  answerType: ['interactions.0.type', 'interactions.0.type'],
  answerGiven: ['interactions.0.student_response', 'interactions.0.learner_response'],
  answerResult: ['interactions.0.result', 'interactions.0.result'],
  objectives: ['objectives._count', 'objectives._count'],
  objectiveId: ['objectives.0.id', 'objectives.0.id'],
  objectiveStatus: ['objectives.0.status', 'objectives.0.success_status'],
} as const

export type Name = keyof typeof names

type Functions = Record<string, ((...values: string[]) => unknown) | undefined>

/** Whatever the LMS throws is a refusal: a probe goes on. */
export function openLms(standard: Standard, api: object): Lms {
  const is12 = standard === 'scorm-12'
  const call = (name: string, ...values: string[]): string => {
    try {
      return String((api as Functions)[(is12 ? 'LMS' : '') + name]?.(...values) ?? '')
    } catch {
      return 'false'
    }
  }
  const nameOf = (name: Name) => `cmi.${names[name][is12 ? 0 : 1]}`
  return {
    standard,
    begin: () => call('Initialize', '') !== 'false',
    get: (name) => call('GetValue', nameOf(name)).replace(/^(false|null|undefined)$/, ''),
    set: (name, value) => call('SetValue', nameOf(name), value) === 'true',
    commit: () => call('Commit', '') === 'true',
    finish: () => void call(is12 ? 'Finish' : 'Terminate', ''),
  }
}
