import type { Call, Standard } from '#tests/builders/sitting.ts'

/** What a call to an LMS can do wrong. */
export type Rule =
  | 'unknown-call'
  | 'argument'
  | 'begins-once'
  | 'exit-first'
  | 'after-end'
  | 'no-end'
  | 'navigation'
  | 'unknown-element'
  | 'unreadable'
  | 'index'
  | 'id-first'
  | 'type-first'
  | 'repeated-id'
  | 'identifier'
  | 'vocabulary'
  | 'number'
  | 'range'
  | 'time'
  | 'duration'
  | 'suspend-data'
  | 'text'
  | 'response'
  | 'pattern'
  | 'pattern-count'

export type Fault = { rule: Rule; call: string }

type Sent = Pick<Call, 'name' | 'args'>
/** What is known of an interaction when one of its values is set. */
type Place = { type: string; patterns: number }
type Check = (value: string, place: Place) => Rule | null

/**
 * Judges the calls of one sitting as the strictest of three judges would (ADL's test suite, Moodle,
 * scorm-again) and as the safe subset asks: what passes here is taken by every LMS we know of.
 *
 * Written from the standards and from what those judges answered, without a look at the player.
 *
 * @param objectives ids of those that the LMS holds from earlier sittings, in order
 */
export function faultsIn(
  standard: Standard,
  calls: readonly Sent[],
  objectives: readonly string[] = [],
): Fault[] {
  const judge = createJudge(standard, objectives)
  const faults = calls.flatMap((call) =>
    judge(call).map((rule) => ({ rule, call: `${call.name}(${call.args.join(', ')})` })),
  )
  const end = standard === 'scorm-12' ? 'LMSFinish' : 'Terminate'
  const ended = calls.some(({ name }) => name === end)
  return ended ? faults : [...faults, { rule: 'no-end', call: '' }]
}

function createJudge(
  standard: Standard,
  objectives: readonly string[],
): (call: Sent) => Rule[] {
  const is12 = standard === 'scorm-12'
  const prefix = is12 ? 'LMS' : ''
  const end = is12 ? 'LMSFinish' : 'Terminate'
  const exit = is12 ? 'cmi.core.exit' : 'cmi.exit'
  const names = [
    ...['Initialize', 'GetValue', 'SetValue', 'Commit'].map((n) => prefix + n),
    end,
  ]
  const counts = new Map<string, number>([['cmi.objectives', objectives.length]])
  const ids = new Map(objectives.map((id, at) => [`cmi.objectives.${at}.id`, id]))
  const types = new Map<string, string>()
  let begun = false
  let ended = false
  let anythingSet = false

  function set([element = '', value = '']: string[]): Rule[] {
    if (element.startsWith('adl.nav')) return ['navigation']
    const found: (Rule | null)[] = []
    if (!anythingSet && (element !== exit || value !== 'suspend')) found.push('exit-first')
    anythingSet = true
    const check = settable[standard][element.replace(/\.\d+(?=\.|$)/g, '.n')]
    if (!check) return [...found, 'unknown-element'].filter((rule) => rule !== null) as Rule[]
    found.push(...placed(element, value))
    const row = rowOf(element)
    const patterns = counts.get(`${row}.correct_responses`) ?? 0
    found.push(check(value, { type: types.get(row) ?? '', patterns }))
    if (/^cmi\.interactions\.\d+\.type$/.test(element)) types.set(row, value)
    return found.filter((rule) => rule !== null)
  }

  /** Rows are opened one after the other, each by its id; what depends on the type comes after it. */
  function placed(element: string, value: string): (Rule | null)[] {
    const found: (Rule | null)[] = []
    for (const [, list = '', position = '', field = ''] of listsIn(element)) {
      const count = counts.get(list) ?? 0
      const index = Number(position)
      if (index > count) found.push('index')
      if (index === count) {
        const opens = list.endsWith('correct_responses') ? 'pattern' : 'id'
        if (field !== opens) found.push('id-first')
        counts.set(list, count + 1)
      }
    }
    const row = rowOf(element)
    const depends = /correct_responses|(student|learner)_response$/.test(element)
    if (depends && !types.has(row)) found.push('type-first')
    if (/\.(interactions|objectives)\.\d+\.id$/.test(element)) {
      const list = element.replace(/\.\d+\.id$/, '')
      const others = [...ids].filter(([name]) => name.startsWith(list) && name !== element)
      const isObjective = list === 'cmi.objectives'
      if (isObjective && others.some(([, id]) => id === value)) found.push('repeated-id')
      if (isObjective && (ids.get(element) ?? value) !== value) found.push('repeated-id')
      ids.set(element, value)
    }
    return found
  }

  return ({ name, args }) => {
    const found: Rule[] = []
    if (ended) found.push('after-end')
    if (!names.includes(name)) return [...found, 'unknown-call']
    const arity = name.endsWith('SetValue') ? 2 : 1
    const texts = args.every((value) => typeof value === 'string')
    if (!texts || args.length !== arity) return [...found, 'argument']
    if (name.endsWith('Initialize') === begun) found.push('begins-once')
    begun = true
    if (/Initialize|Commit|Finish|Terminate/.test(name) && args[0] !== '')
      found.push('argument')
    if (name.endsWith('GetValue') && !readable[standard].test(args[0] ?? '')) {
      found.push('unreadable')
    }
    if (name.endsWith('SetValue')) found.push(...set(args))
    if (name === end) ended = true
    return found
  }
}

/** `cmi.interactions.3.type` stands in the row `cmi.interactions.3`. */
function rowOf(element: string): string {
  return /^cmi\.\w+\.\d+/.exec(element)?.[0] ?? element
}

/** Every list that a name goes through, with the position in it and the field that follows. */
function listsIn(element: string): RegExpMatchArray[] {
  const parts = element.split('.')
  return parts.flatMap((part, at) => {
    if (!/^\d+$/.test(part)) return []
    return [['', parts.slice(0, at).join('.'), part, parts[at + 1] ?? ''] as RegExpMatchArray]
  })
}

const when = (rule: Rule, holds: (value: string) => boolean): Check => {
  return (value) => (holds(value) ? null : rule)
}
const matching = (rule: Rule, pattern: RegExp) => when(rule, (value) => pattern.test(value))
const oneOf = (...words: string[]) => when('vocabulary', (value) => words.includes(value))
const real = /^-?\d+(\.\d{1,7})?$/
const number: Check = matching('number', real)
const within =
  (least: number, most: number): Check =>
  (value) => {
    if (!real.test(value)) return 'number'
    return Number(value) >= least && Number(value) <= most ? null : 'range'
  }
/** Spaces, accents and colons are refused by two judges out of three. */
const identifier = matching('identifier', /^[A-Za-z][A-Za-z0-9._-]{0,249}$/)
/** No control character, no half of a character, at most 250. */
const isText = (value: string, most: number) =>
  value.length <= most &&
  !/\p{Surrogate}/u.test(value) &&
  ![...value].some((character) => character < ' ' && !'\t\n\r'.includes(character))
const text = when('text', (value) => isText(value, 250) && !/[\r\n\t]/.test(value))
const ascii = (most: number) =>
  when('suspend-data', (value) => value.length <= most && /^[ -~]*$/.test(value))
const location = (most: number) =>
  when('text', (value) => value.length <= most && /^[ -~]*$/.test(value))
const timespan = matching('duration', /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/)
const interval = matching(
  'duration',
  /^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
)
const clock = matching('time', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/)
const timestamp = matching(
  'time',
  /^(19[7-9]\d|20[0-3]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?(Z|[+-]\d\d:\d\d)?$/,
)

/** What a learner may have answered, by type. */
const answers: Record<Standard, Record<string, (value: string) => boolean>> = {
  'scorm-12': {
    'true-false': (value) => /^[tf01]$/.test(value),
    choice: (value) => /^[a-z0-9](,[a-z0-9])*$/.test(value),
    'fill-in': (value) => isText(value, 255),
    matching: (value) => /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/.test(value),
    sequencing: (value) => /^[a-z0-9](,[a-z0-9])*$/.test(value),
    likert: (value) => /^[a-z0-9]$/.test(value),
    numeric: (value) => real.test(value),
  },
  'scorm-2004': {
    'true-false': (value) => /^(true|false)$/.test(value),
    choice: (value) => isSet(value.split('[,]')),
    'fill-in': (value) => value.split('[,]').every((part) => isText(part, 250)),
    'long-fill-in': (value) => isText(value, 4000),
    matching: (value) => value.split('[,]').every((pair) => areIds(pair.split('[.]'), 2)),
    sequencing: (value) => areIds(value.split('[,]')),
    likert: (value) => areIds([value]),
    numeric: (value) => real.test(value),
  },
}

const areIds = (values: string[], count = values.length) =>
  values.length === count && values.every((value) => /^[A-Za-z0-9._-]{1,250}$/.test(value))
const isSet = (values: string[]) => areIds(values) && new Set(values).size === values.length

const response =
  (standard: Standard): Check =>
  (value, { type }) =>
    type === '' || answers[standard][type]?.(value) ? null : 'response'

/** Types that have one right answer, or none: a second pattern is refused. */
const single = ['true-false', 'likert', 'numeric', 'long-fill-in']

const pattern =
  (standard: Standard): Check =>
  (value, { type, patterns }) => {
    if (patterns > (single.includes(type) ? 1 : 10)) return 'pattern-count'
    if (type === 'numeric' && standard === 'scorm-2004') {
      const ends = value.split('[:]')
      return ends.length === 2 && ends.every((end) => end === '' || real.test(end))
        ? null
        : 'pattern'
    }
    const bare = value.replace(/^\{(case_matters|order_matters)=(true|false)\}/, '')
    return answers[standard][type]?.(bare) ? null : 'pattern'
  }

const score = (of: string): Record<string, Check> => ({
  [`${of}.raw`]: within(0, 100),
  [`${of}.min`]: within(0, 0),
  [`${of}.max`]: within(100, 100),
})

/** Every element that may be set, and to what; indexes stand as `n`. */
const settable: Record<Standard, Record<string, Check>> = {
  'scorm-12': {
    'cmi.core.exit': oneOf('', 'suspend'),
    'cmi.core.lesson_status': oneOf('passed', 'completed', 'failed', 'incomplete'),
    'cmi.core.lesson_location': location(255),
    'cmi.core.session_time': timespan,
    ...score('cmi.core.score'),
    'cmi.suspend_data': ascii(4096),
    'cmi.objectives.n.id': identifier,
    'cmi.objectives.n.status': oneOf('passed', 'completed', 'failed', 'incomplete'),
    ...score('cmi.objectives.n.score'),
    'cmi.interactions.n.id': identifier,
    'cmi.interactions.n.type': oneOf(...Object.keys(answers['scorm-12'])),
    'cmi.interactions.n.time': clock,
    'cmi.interactions.n.correct_responses.n.pattern': pattern('scorm-12'),
    'cmi.interactions.n.student_response': response('scorm-12'),
    'cmi.interactions.n.result': (value) =>
      real.test(value) ? null : oneOf('correct', 'wrong', 'neutral')(value, none),
    'cmi.interactions.n.weighting': number,
    'cmi.interactions.n.latency': timespan,
  },
  'scorm-2004': {
    'cmi.exit': oneOf('suspend', 'normal'),
    'cmi.completion_status': oneOf('completed', 'incomplete'),
    'cmi.success_status': oneOf('passed', 'failed'),
    'cmi.progress_measure': within(0, 1),
    'cmi.location': location(1000),
    'cmi.session_time': interval,
    'cmi.score.scaled': within(-1, 1),
    ...score('cmi.score'),
    'cmi.suspend_data': ascii(64_000),
    'cmi.objectives.n.id': identifier,
    'cmi.objectives.n.description': text,
    'cmi.objectives.n.completion_status': oneOf('completed', 'incomplete'),
    'cmi.objectives.n.success_status': oneOf('passed', 'failed'),
    'cmi.objectives.n.score.scaled': within(-1, 1),
    ...score('cmi.objectives.n.score'),
    'cmi.interactions.n.id': identifier,
    'cmi.interactions.n.type': oneOf(...Object.keys(answers['scorm-2004'])),
    'cmi.interactions.n.objectives.n.id': identifier,
    'cmi.interactions.n.timestamp': timestamp,
    'cmi.interactions.n.correct_responses.n.pattern': pattern('scorm-2004'),
    'cmi.interactions.n.learner_response': response('scorm-2004'),
    'cmi.interactions.n.result': (value) =>
      real.test(value) ? null : oneOf('correct', 'incorrect', 'neutral')(value, none),
    'cmi.interactions.n.weighting': number,
    'cmi.interactions.n.latency': interval,
    'cmi.interactions.n.description': text,
  },
}

const none: Place = { type: '', patterns: 0 }

/** What may be asked for: interactions are write-only in SCORM 1.2, but for their count. */
const readable: Record<Standard, RegExp> = {
  'scorm-12': new RegExp(
    [
      '^cmi\\.(suspend_data|launch_data|interactions\\._count|objectives\\._count',
      'core\\.(student_id|student_name|lesson_status|lesson_location|lesson_mode|entry|credit)',
      'objectives\\.\\d+\\.(id|status|score\\.(raw|min|max)))$',
    ].join('|'),
  ),
  'scorm-2004': new RegExp(
    [
      '^cmi\\.(suspend_data|launch_data|interactions\\._count|objectives\\._count',
      'learner_id|learner_name|completion_status|success_status|location|mode|entry|credit',
      'objectives\\.\\d+\\.(id|description|success_status|completion_status|score\\.(scaled|raw|min|max)))$',
    ].join('|'),
  ),
}
