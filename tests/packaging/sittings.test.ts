import { describe, expect, it } from 'vitest'
import { readDocument } from '#content-schema/document.ts'
import type { Answer } from '#content-schema/scoring/question.ts'
import { standardPublication } from '#packaging/index.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import type { Session } from '#packaging/player/session.ts'
import { doc, paragraph } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import {
  answers,
  dataOf,
  type Held,
  learner,
  readAll,
  type Standard,
} from '#tests/builders/sitting.ts'

const standards: Standard[] = ['scorm-12', 'scorm-2004']

/** What the LMS holds, in words that are the same for both standards. */
function told(standard: Standard, held: Held) {
  const get = (in12: string, in2004: string) =>
    held.get(`cmi.${standard === 'scorm-12' ? in12 : in2004}`) ?? null
  return {
    status: get('core.lesson_status', 'completion_status'),
    success: held.get('cmi.success_status') ?? null,
    raw: get('core.score.raw', 'score.raw'),
    exit: get('core.exit', 'exit'),
    time: get('core.session_time', 'session_time'),
    place: get('core.lesson_location', 'location'),
  }
}

function answerAll(session: Session, given: Answer[]): void {
  given.forEach((answer, index) => {
    session.answer(index, answer)
  })
}

function finish(session: Session, data: PlayerData, given = answers.right): void {
  readAll(session, data)
  answerAll(session, given)
}

describe.each(standards)('a learner in %s', (standard) => {
  const is12 = standard === 'scorm-12'

  it('who opens the module and leaves has a place and no score', () => {
    const { sit, data } = learner(standard)
    const held = sit((session) => session.close())
    expect(told(standard, held)).toMatchObject({
      status: 'incomplete',
      raw: null,
      exit: 'suspend',
      place: data.sections[0]?.id,
    })
  })

  it('who answers one question has its share of the points, and is not done', () => {
    const { sit } = learner(standard)
    const held = sit((session) => {
      session.show(2)
      session.answer(0, answers.right[0]!)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({
      status: 'incomplete',
      raw: '20',
      exit: 'suspend',
    })
    expect(held.get('cmi.success_status')).toBeUndefined()
  })

  it('who sees and answers everything rightly has passed, and the attempt may end', () => {
    const { sit, data } = learner(standard)
    const held = sit((session) => {
      finish(session, data)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({
      status: is12 ? 'passed' : 'completed',
      success: is12 ? null : 'passed',
      raw: '100',
      exit: is12 ? '' : 'normal',
    })
  })

  it('who answers everything but one page stays incomplete', () => {
    const { sit } = learner(standard)
    const held = sit((session) => {
      session.show(2)
      answerAll(session, answers.right)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({ status: 'incomplete', raw: '100' })
  })

  it('who uses every try wrongly has failed with a score of zero, not without one', () => {
    const { sit, data } = learner(standard)
    const held = sit((session) => {
      finish(session, data, answers.wrong)
      answerAll(session, answers.wrong)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({
      status: is12 ? 'failed' : 'completed',
      success: is12 ? null : 'failed',
      raw: '0',
    })
  })

  it('who comes back finds the page, the answers and the tries used', () => {
    const { sit } = learner(standard)
    sit((session) => {
      session.show(2)
      session.answer(0, answers.wrong[0]!)
      session.answer(3, answers.right[3]!)
      session.close()
    })
    sit((session) => {
      expect(session.resumed).toBe(true)
      expect(session.state.section).toBe(2)
      expect(session.state.given).toEqual([
        { tries: 1, answer: answers.wrong[0] },
        null,
        null,
        { tries: 1, answer: ['18.2'] },
      ])
      session.answer(0, answers.wrong[0]!)
      expect(session.isFinished(0)).toBe(true)
    })
  })

  it('who comes back after a crash finds what was stored until then', () => {
    const { sit } = learner(standard)
    sit((session) => {
      session.show(1)
      session.hidden()
    })
    sit((session) => expect(session.state.section).toBe(1))
  })

  it('who passed keeps it, whatever happens later', () => {
    const { sit, data } = learner(standard)
    sit((session) => {
      finish(session, data)
      session.hidden()
    })
    const held = sit((session) => {
      session.startAgain()
      answerAll(session, answers.wrong)
      answerAll(session, answers.wrong)
      session.close()
    })
    expect(told(standard, held)).toMatchObject(
      is12 ? { status: 'passed' } : { status: 'completed', success: 'passed' },
    )
  })

  it('who failed may answer again, and pass', () => {
    const { sit, data } = learner(standard)
    const held = sit((session) => {
      finish(session, data, answers.wrong)
      answerAll(session, answers.wrong)
      session.startAgain()
      answerAll(session, answers.right)
      session.close()
    })
    expect(told(standard, held)).toMatchObject({ raw: '100' })
    expect(held.get(is12 ? 'cmi.core.lesson_status' : 'cmi.success_status')).toBe('passed')
  })

  it('who reads a module without questions has completed it, with no score', () => {
    const source = packageSource(doc(paragraph('À lire.')))
    const proposed = standardPublication(readDocument(source.document))
    const { sit } = learner(standard, dataOf(source, proposed))
    const held = sit((session) => session.close())
    expect(told(standard, held)).toMatchObject({
      status: 'completed',
      success: null,
      raw: null,
    })
  })

  it('is credited with the time spent, not with the hours a computer slept', () => {
    const { sit } = learner(standard)
    const held = sit((session, pass) => {
      for (let minute = 0; minute < 3; minute += 1) {
        pass(60_500)
        session.hidden()
      }
      pass(8 * 3_600_000)
      session.close()
    })
    expect(told(standard, held).time).toBe(is12 ? '0000:04:31.50' : 'PT4M31.5S')
  })

  it('who only looks back changes nothing', () => {
    const { sit, data, calls } = learner(standard, dataOf(), 'review')
    sit((session) => {
      expect(session.records).toBe(false)
      finish(session, data)
      session.hidden()
      session.close()
    })
    expect(calls.filter(({ name }) => /SetValue|Commit/.test(name))).toEqual([])
  })
})

describe.each(standards)('the calls to an LMS in %s', (standard) => {
  const is12 = standard === 'scorm-12'
  const lms = (name: string) => (is12 ? `LMS${name}` : name)
  const end = is12 ? 'LMSFinish' : 'Terminate'

  function everything() {
    const { sit, data, calls } = learner(standard)
    sit((session, pass) => {
      readAll(session, data)
      pass(12_345)
      answerAll(session, answers.wrong)
      pass(1_119)
      answerAll(session, answers.right)
      session.hidden()
      session.close()
      session.close()
      session.hidden()
    })
    return calls
  }

  it('are few at the start: at most fifteen, one of them a commit', () => {
    const { sit, calls, postponed } = learner(standard)
    sit(() => undefined)
    expect(calls.length).toBeLessThanOrEqual(15)
    expect(calls.filter(({ name }) => name === lms('Commit'))).toHaveLength(1)
    expect(postponed).toEqual([])
  })

  it('are never refused', () => {
    const refused = everything().filter(
      ({ name, answer }) => !/GetValue$/.test(name) && answer !== 'true',
    )
    expect(refused).toEqual([])
  })

  it('end exactly once, and nothing is said after the end', () => {
    const names = everything().map(({ name }) => name)
    expect(names.filter((name) => name === end)).toHaveLength(1)
    expect(names.at(-1)).toBe(end)
  })

  it('set the exit before anything else can go wrong', () => {
    const first = everything().find(({ name }) => name === lms('SetValue'))
    expect(first?.args).toEqual([is12 ? 'cmi.core.exit' : 'cmi.exit', 'suspend'])
  })

  it('never ask the LMS to navigate', () => {
    expect(everything().some(({ args }) => args[0]?.startsWith('adl.nav'))).toBe(false)
  })

  it('number the interactions one after the other, the type before the answers', () => {
    const elements = everything()
      .map(({ args }) => args[0] ?? '')
      .filter((element) => /interactions\.\d/.test(element))
    const numbers = elements.map((element) => Number(element.split('.')[2]))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(numbers).size).toBe(Math.max(...numbers) + 1)
    const first = elements.filter((element) => element.startsWith('cmi.interactions.0.'))
    expect(first[1]).toBe('cmi.interactions.0.type')
  })

  it('only carry values that every LMS and the standard’s own tests accept', () => {
    const sets = everything().filter(({ name }) => name === lms('SetValue'))
    for (const { args } of sets) {
      const [element = '', value = ''] = args
      const rule = Object.entries(safe[standard]).find(([end]) => element.endsWith(end))
      expect(rule, element).toBeDefined()
      expect(value, element).toMatch(rule?.[1] ?? /^$/)
    }
  })
})

const id = /^[A-Za-z0-9._-]{1,250}$/
const short = /^\P{Cc}{0,250}$/u

/** What may be written to each element without a judge or an LMS refusing it, by its ending. */
const safe: Record<Standard, Record<string, RegExp>> = {
  'scorm-12': {
    'core.exit': /^(suspend)?$/,
    'core.lesson_status': /^(incomplete|completed|passed|failed)$/,
    'core.lesson_location': id,
    'core.session_time': /^\d{4}:\d\d:\d\d\.\d\d$/,
    'score.raw': /^(\d{1,2}(\.\d{1,2})?|100)$/,
    'score.min': /^0$/,
    'score.max': /^100$/,
    suspend_data: /^[ -~]{1,4096}$/,
    '.id': id,
    '.type': /^(choice|true-false|numeric)$/,
    '.time': /^\d\d:\d\d:\d\d$/,
    '.pattern': /^([a-z](,[a-z])*|[tf]|-?\d+(\.\d+)?)$/,
    '.student_response': /^([a-z](,[a-z])*|[tf]|-?\d+(\.\d+)?)$/,
    '.weighting': /^\d+$/,
    '.result': /^(correct|wrong)$/,
    '.latency': /^\d{4}:\d\d:\d\d\.\d\d$/,
  },
  'scorm-2004': {
    'cmi.exit': /^(suspend|normal)$/,
    'cmi.completion_status': /^(incomplete|completed)$/,
    'cmi.success_status': /^(passed|failed)$/,
    'cmi.location': id,
    'cmi.session_time': /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
    'cmi.progress_measure': /^(0(\.\d{1,4})?|1)$/,
    'score.scaled': /^(0(\.\d{1,4})?|1)$/,
    'score.raw': /^(\d{1,2}(\.\d{1,2})?|100)$/,
    'score.min': /^0$/,
    'score.max': /^100$/,
    suspend_data: /^[ -~]{1,64000}$/,
    '.id': id,
    '.type': /^(choice|true-false|numeric)$/,
    '.timestamp': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ$/,
    '.pattern': /^(\w+(\[,\]\w+)*|true|false|-?[\d.]+\[:\]-?[\d.]+)$/,
    '.learner_response': /^(\w+(\[,\]\w+)*|true|false|-?\d+(\.\d+)?)$/,
    '.weighting': /^\d+$/,
    '.result': /^(correct|incorrect)$/,
    '.latency': /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
    '.description': short,
  },
}
