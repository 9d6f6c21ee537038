import { describe, expect, it } from 'vitest'
import { elements } from '#content-schema/nodes/index.ts'
import { elementNames } from '#content-schema/schema.ts'
import type { Answer, Question } from '#content-schema/scoring/question.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import type { Session } from '#packaging/player/session.ts'
import { doc, section } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { dataOf, learner, type Standard } from '#tests/builders/sitting.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'
import type { ElementSample } from '#tests/catalogue/sample.ts'
import { faultsIn, type Rule } from './strict-data-model.ts'

const standards: Standard[] = ['scorm-12', 'scorm-2004']
const samples: Record<string, ElementSample> = elementSamples

/** A title with every script, quotes, markup, emoji and line breaks; it goes wherever a title does. */
const awkward = '« Né » <b>&amp;</b> ]]> "d’où" \'x\' שלום مرحبا 你好 😀👩‍🚒\r\n\tfin '
/** Longer than any field keeps, cut in the middle of a character by whoever counts badly. */
const endless = `aaaa${'😀é\n[,]'.repeat(900)}`

describe.each(standards)(
  'every call of the player in %s is one that all LMSs take',
  (standard) => {
    it.each(elementNames)('for the element %s', (name) => {
      const title = elements[name].names.fr
      const data = dataOf(packageSource(doc(section(title, samples[name]!.node))))
      expect(faultsOf(standard, data)).toEqual([])
    })

    it('for all of them in one module whose texts and code are as awkward as can be', () => {
      const pages = elementNames.map((name) => section(awkward, samples[name]!.node))
      const source = packageSource(doc(...pages))
      const facts = { ...source.facts, title: awkward.repeat(9), code: '9 étages/«é»' }
      expect(faultsOf(standard, dataOf({ ...source, facts }))).toEqual([])
    })
  },
)

/** What the checker says of a learner who answers wrongly, leaves, comes back, answers and passes. */
function faultsOf(standard: Standard, data: PlayerData) {
  const { sit, calls } = learner(standard, data)
  const held = sit((session) => {
    goThrough(session, data, wrongTo)
    session.hidden()
    session.startAgain()
    session.close()
  })
  const objectives = [...held].flatMap(([name, value]) =>
    /^cmi\.objectives\.\d+\.id$/.test(name) ? value : [],
  )
  const faults = faultsIn(standard, calls)
  const before = calls.length
  sit((session, pass) => {
    pass(12_345)
    goThrough(session, data, rightTo)
    session.tick()
    session.close()
    session.close()
    session.hidden()
  })
  return [...faults, ...faultsIn(standard, calls.slice(before), objectives)]
}

function goThrough(session: Session, data: PlayerData, answer: (question: Question) => Answer) {
  for (const index of data.sections.keys()) session.show(index)
  for (const index of data.required.keys()) session.done(index)
  for (const place of data.assessments.keys()) session.begin(place)
  data.questions.forEach(({ question }, index) => {
    session.keep(index, answer(question))
    for (let tries = 0; tries < question.tries; tries += 1) {
      session.answer(index, answer(question))
    }
  })
  for (const place of data.assessments.keys()) session.handIn(place)
}

function rightTo(question: Question): Answer {
  const { kind, key } = question
  if (kind === 'choice') return key.choices.filter(({ correct }) => correct).map(({ id }) => id)
  if (kind === 'trueFalse') return [String(key.answer)]
  if (kind === 'numeric') return [String(key.value)]
  if (kind === 'fillIn') return [key.accepted[0] ?? '']
  if (kind === 'cloze') return key.gaps.map(({ accepted }) => accepted[0] ?? '')
  if (kind === 'matching') return key.sources.map(({ target }) => target)
  if (kind === 'sequencing') return key.items
  if (kind === 'likert') return [...key.statements.map(() => '1'), awkward]
  if (kind === 'open') return [awkward]
  return path(question, 0)
}

function wrongTo(question: Question): Answer {
  const { kind, key } = question
  if (kind === 'choice')
    return key.choices.filter(({ correct }) => !correct).map(({ id }) => id)
  if (kind === 'trueFalse') return [String(!key.answer)]
  if (kind === 'numeric') return ['-1234567,125']
  if (kind === 'fillIn') return [endless]
  if (kind === 'cloze') return key.gaps.map(() => endless)
  if (kind === 'matching') return key.sources.map(() => key.targets[0] ?? '')
  if (kind === 'sequencing') return [...key.items].reverse()
  if (kind === 'likert') return [...key.statements.map(() => String(key.steps)), endless]
  if (kind === 'open') return [endless]
  return path(question, -1)
}

/** A way through a scenario, always by the same choice. */
function path({ kind, key }: Question, choice: number): Answer {
  if (kind !== 'scenario') throw new RangeError(kind)
  const taken: string[] = []
  let scene = key.scenes[0]
  while (scene && taken.length < 40) {
    const made = scene.choices.at(choice)
    taken.push(made?.id ?? '')
    scene = key.scenes.find(({ id }) => id === made?.leadsTo)
  }
  return taken
}

/** One wrong call, or several, by the rule they break; `LMS` is put before names in SCORM 1.2. */
const i = 'cmi.interactions.'
const question = [`SetValue ${i}0.id q1`, `SetValue ${i}0.type choice`]
const broken: Record<Rule, Partial<Record<Standard | 'both', string[][]>>> = {
  'unknown-call': { both: [['GetEverything x']] },
  argument: { both: [['Commit x'], ['SetValue cmi.suspend_data']] },
  'begins-once': { both: [['Initialize ']] },
  'exit-first': { both: [] },
  'after-end': { both: [] },
  'no-end': { both: [] },
  navigation: { both: [['SetValue adl.nav.request exit']] },
  'unknown-element': {
    'scorm-12': [
      ['SetValue cmi.core.student_name x'],
      ['SetValue cmi.completion_status completed'],
    ],
    'scorm-2004': [['SetValue cmi.learner_id x'], ['SetValue cmi.core.exit suspend']],
  },
  unreadable: {
    'scorm-12': [[`GetValue ${i}0.id`], ['GetValue cmi.core.session_time']],
    'scorm-2004': [['GetValue cmi.session_time'], ['GetValue cmi.exit']],
  },
  index: { both: [[`SetValue ${i}1.id q1`], ['SetValue cmi.objectives.3.id o']] },
  'id-first': { both: [[`SetValue ${i}0.type choice`]] },
  'type-first': {
    'scorm-12': [[`SetValue ${i}0.id q`, `SetValue ${i}0.student_response a`]],
    'scorm-2004': [[`SetValue ${i}0.id q`, `SetValue ${i}0.learner_response a`]],
  },
  'repeated-id': {
    both: [
      ['SetValue cmi.objectives.0.id o', 'SetValue cmi.objectives.1.id o'],
      ['SetValue cmi.objectives.0.id o', 'SetValue cmi.objectives.0.id p'],
    ],
  },
  identifier: {
    both: [
      [`SetValue ${i}0.id a b`],
      [`SetValue ${i}0.id é`],
      [`SetValue ${i}0.id ${'a'.repeat(251)}`],
      [`SetValue ${i}0.id 1a`],
    ],
  },
  vocabulary: {
    'scorm-12': [
      ...['not attempted', 'unknown', 'Passed', ''].map((word) => [
        `SetValue cmi.core.lesson_status ${word}`,
      ]),
      ...['logout', 'normal', 'time-out'].map((word) => [`SetValue cmi.core.exit ${word}`]),
      [...question, `SetValue ${i}0.result incorrect`],
      [`SetValue ${i}0.id q`, `SetValue ${i}0.type long-fill-in`],
    ],
    'scorm-2004': [
      ['SetValue cmi.completion_status passed'],
      ['SetValue cmi.success_status unknown'],
      ...['', 'logout', 'time-out'].map((word) => [`SetValue cmi.exit ${word}`]),
      [...question, `SetValue ${i}0.result wrong`],
      [`SetValue ${i}0.id q`, `SetValue ${i}0.type hotspot`],
    ],
  },
  number: {
    'scorm-12': [['SetValue cmi.core.score.raw 85,5'], ['SetValue cmi.core.score.raw ']],
    'scorm-2004': [['SetValue cmi.score.scaled 1e-7'], ['SetValue cmi.progress_measure NaN']],
  },
  range: {
    'scorm-12': [['SetValue cmi.core.score.raw 101'], ['SetValue cmi.core.score.raw -1']],
    'scorm-2004': [['SetValue cmi.score.scaled 1.2'], ['SetValue cmi.progress_measure 1.5']],
  },
  time: {
    'scorm-12': [
      [...question, `SetValue ${i}0.time 24:00:00`],
      [...question, `SetValue ${i}0.time 9:00:00`],
    ],
    'scorm-2004': [
      [...question, `SetValue ${i}0.timestamp 2026-03-14T10:00:00.123Z`],
      [...question, `SetValue ${i}0.timestamp 14/03/2026`],
    ],
  },
  duration: {
    'scorm-12': [
      ['SetValue cmi.core.session_time 0:01:30'],
      ['SetValue cmi.core.session_time 00000:01:30'],
      ['SetValue cmi.core.session_time 00:01:30.123'],
    ],
    'scorm-2004': [
      ['SetValue cmi.session_time PT1M30.123S'],
      ['SetValue cmi.session_time 00:01:30'],
      ['SetValue cmi.session_time PT'],
    ],
  },
  'suspend-data': {
    'scorm-12': [[`SetValue cmi.suspend_data ${'a'.repeat(4097)}`]],
    'scorm-2004': [[`SetValue cmi.suspend_data ${'a'.repeat(64_001)}`]],
    both: [['SetValue cmi.suspend_data é']],
  },
  text: {
    'scorm-12': [[`SetValue cmi.core.lesson_location ${'a'.repeat(256)}`]],
    'scorm-2004': [
      [`SetValue cmi.location ${'a'.repeat(1001)}`],
      [...question, `SetValue ${i}0.description ${'a'.repeat(251)}`],
      [...question, `SetValue ${i}0.description two\nlines`],
      [...question, `SetValue ${i}0.description half \ud83d`],
    ],
  },
  response: {
    'scorm-12': [
      [...question, `SetValue ${i}0.student_response ab`],
      [...question, `SetValue ${i}0.student_response `],
    ],
    'scorm-2004': [
      [...question, `SetValue ${i}0.learner_response Réponse é`],
      [...question, `SetValue ${i}0.learner_response a,b`],
      [...question, `SetValue ${i}0.learner_response a[,]a`],
      [
        `SetValue ${i}0.id q`,
        `SetValue ${i}0.type true-false`,
        `SetValue ${i}0.learner_response vrai`,
      ],
      [
        `SetValue ${i}0.id q`,
        `SetValue ${i}0.type numeric`,
        `SetValue ${i}0.learner_response 3,5`,
      ],
    ],
  },
  pattern: {
    both: [[...question, `SetValue ${i}0.correct_responses.0.pattern a b`]],
    'scorm-2004': [
      [
        `SetValue ${i}0.id q`,
        `SetValue ${i}0.type numeric`,
        `SetValue ${i}0.correct_responses.0.pattern 3`,
      ],
    ],
  },
  'pattern-count': {
    both: [
      [
        `SetValue ${i}0.id q`,
        `SetValue ${i}0.type fill-in`,
        ...Array.from(
          { length: 11 },
          (_, at) => `SetValue ${i}0.correct_responses.${at}.pattern a`,
        ),
      ],
    ],
  },
}

describe.each(standards)('the checker of calls in %s', (standard) => {
  const prefix = standard === 'scorm-12' ? 'LMS' : ''
  const end = standard === 'scorm-12' ? 'LMSFinish ' : 'Terminate '
  const exit = standard === 'scorm-12' ? 'cmi.core.exit' : 'cmi.exit'
  const begin = [`${prefix}Initialize `, `${prefix}SetValue ${exit} suspend`]
  const rulesOf = (lines: string[]) =>
    faultsIn(standard, lines.map(read)).map(({ rule }) => rule)

  it('has nothing to say of a sitting in which nothing is wrong', () => {
    expect(rulesOf([...begin, `${prefix}Commit `, end])).toEqual([])
  })

  const cases = Object.entries(broken).flatMap(([rule, wrong]) =>
    [...(wrong.both ?? []), ...(wrong[standard] ?? [])].map((lines) => [rule, lines] as const),
  )
  it.each(cases)('finds %s in %j, and nothing else', (rule, lines) => {
    const named = lines.map((line) => prefix + line)
    expect(rulesOf([...begin, ...named, end])).toEqual([rule])
  })

  it('finds what is wrong with the order of calls', () => {
    const [first = '', second = ''] = begin
    expect(rulesOf([first, `${prefix}SetValue cmi.suspend_data x`, second, end])).toEqual([
      'exit-first',
    ])
    expect(rulesOf([first, `${prefix}SetValue ${exit} `, end])).toContain('exit-first')
    expect(rulesOf([...begin, end, end])).toEqual(['after-end'])
    expect(rulesOf([...begin, end, `${prefix}Commit `])).toEqual(['after-end'])
    expect(rulesOf(begin)).toEqual(['no-end'])
    expect(rulesOf([second, first, end])).toContain('begins-once')
  })

  it('has a wrong call for every rule it knows, but for those about order', () => {
    const ordered = ['exit-first', 'after-end', 'no-end']
    const untried = Object.keys(broken).filter(
      (rule) => !cases.some(([tried]) => tried === rule),
    )
    expect(untried).toEqual(ordered)
  })
})

/** `SetValue name value`: the value is all that follows the second space. */
function read(line: string): { name: string; args: string[] } {
  const [name = '', ...rest] = line.split(' ')
  if (!name.endsWith('SetValue')) return { name, args: [rest.join(' ')] }
  const [element = '', ...value] = rest
  return { name, args: value.length > 0 ? [element, value.join(' ')] : [element] }
}
