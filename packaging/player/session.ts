import {
  askedIn,
  begin,
  bestScore,
  handIn,
  isPassed,
  scoreOfAttempt,
  timesAsked,
} from '#content-schema/scoring/assessment.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Mark } from '#content-schema/scoring/question.ts'
import { statusOf } from '../publication/status.ts'
import { marksIn, paperAt } from './papers.ts'
import type { PlayerData } from './player-data.ts'
import { isFinished, type Progress, progressOf, standingOf } from './progress.ts'
import { interactionId } from './reporters/interaction-id.ts'
import { noRun } from './reporters/no-run.ts'
import type { Objective, Run } from './reporters/reporter.ts'
import { type Given, type LearnerState, newState, type Standing } from './state.ts'
import type { Stopwatch } from './stopwatch.ts'
import { readLearner, readSuspendData, writeSuspendData } from './suspend-data.ts'
import type { Traces } from './traces/traces.ts'

export type SessionParts = {
  data: PlayerData
  run: Run
  /** `null`, and never asked for, in packages that send no statements. */
  traces: ((state: LearnerState, resumed: boolean) => Traces | null) | null
  stopwatch: Stopwatch
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs something a little later, once, however often it is asked for until then. */
  later: (action: () => void) => void
}

export type Session = ReturnType<typeof createSession>

/**
 * One sitting: holds the state, and tells the LMS and the traces what changes. Knows nothing of the
 * page, so that it runs against any run-time.
 */
export function createSession({
  data,
  run,
  traces: open,
  stopwatch,
  now,
  later,
}: SessionParts) {
  const { publication } = data
  /** Whoever only looks back is heard by nobody. */
  const lms = run.records ? run : noRun
  const restored = publication.resume === 'never' ? null : readSuspendData(data, run.saved)
  const state = restored ?? newState(data, readLearner(run.saved))
  state.standing = better(state.standing, run.standing)
  const earlier = state.seconds
  const resumed = restored?.seen.some(Boolean) ?? false
  const traces = import.meta.untraced || !run.records ? null : open?.(state, resumed)
  let closed = false
  /** By position of the question, while its answer is only kept. */
  const took: number[] = []
  let sectionBegan = 0
  let answerBegan = 0

  function report(finished = false): void {
    state.seconds = earlier + Math.floor(stopwatch.open() / 1000)
    const progress = progressOf(data, state)
    const status = statusOf(publication.status, state.standing)
    lms.report({
      state: writeSuspendData(data, state),
      sectionId: data.sections[state.section]?.id ?? '',
      progress: publication.sendsScore ? progress : { ...progress, score: null },
      standing: state.standing,
      status,
      objectives: publication.objectives ? objectivesOf(data, state) : [],
      open: stopwatch.open(),
      finished: finished && status !== 'incomplete',
    })
  }

  function send(urgent = false): void {
    if (closed) return
    report()
    lms.send(urgent)
  }

  /** What an LMS shows of a learner is stored at once, all else a little later. */
  function changed(): void {
    const { standing } = state
    settle()
    if (state.standing !== standing) send()
    else {
      report()
      later(send)
    }
  }

  /** What the LMS was told of completion and success is never taken back. */
  function settle(): void {
    const progress = progressOf(data, state)
    state.standing = better(state.standing, standingOf(progress))
    traces?.settled(progress, stopwatch.open())
  }

  /** Milliseconds of attention since the last answer. */
  function timeTaken(): number {
    const time = stopwatch.active() - answerBegan
    answerBegan += time
    return time
  }

  function tellAnswer(index: number, { answer, tries }: Given, took: number): Mark {
    const asked = data.questions[index]!
    const { question, paper } = asked
    const mark = markAnswer(question, answer)
    if (publication.interactions) {
      const { code, assessments } = data
      const assessmentId = assessments[paper]?.id ?? null
      lms.answered({ ...asked, code, assessmentId, answer, mark, at: now(), took })
    }
    traces?.answered(index, answer, mark, took, timesBefore(paper, question.id) + tries)
    return mark
  }

  /** In how many earlier attempts an assessment asked a question. */
  function timesBefore(place: number, questionId: string): number {
    const { begun } = state.attempts[place] ?? { begun: 0 }
    return begun && timesAsked(paperAt(data, state, place), questionId, begun - 1)
  }

  /** Positions of the questions of the attempt at hand, in its order; of none before the first. */
  function askedAt(place: number): number[] {
    const { begun } = state.attempts[place]!
    const asked = begun ? askedIn(paperAt(data, state, place), begun) : []
    return asked.map((each) => data.questions.findIndex(({ question }) => question === each))
  }

  /** Takes back the answers to questions of one assessment, or to those that stand alone. */
  function forget(place: number): void {
    data.questions.forEach(({ paper }, index) => {
      if (paper !== place) return
      state.given[index] = null
      took[index] = 0
    })
  }

  function leaveSection(): void {
    const active = stopwatch.active()
    traces?.sectionLeft(state.section, active - sectionBegan, progressOf(data, state).share)
    sectionBegan = active
  }

  return {
    state: state as Readonly<LearnerState>,
    resumed,
    records: run.records,
    /** An LMS should be there and is not. */
    untracked: run.untracked,
    /** Whether somebody is told of what is done here. */
    isTold: run.records && !run.untracked && !run.alone,
    /** The way back to the LMS, where it has one. */
    quit: run.quit,
    /** Another window speaks for this attempt. */
    elsewhere: run.elsewhere,
    /** What is resumed had not got to the LMS. */
    recovered: restored !== null && run.recovered === true,
    progress: (): Progress => progressOf(data, state),
    isFinished: (index: number): boolean => isFinished(data, state, index),
    /** `null` where answers are not tried but handed in, and where that was done. */
    triesLeft(index: number): number | null {
      const { paper, question, deferred } = data.questions[index]!
      if (deferred || state.attempts[paper]?.open === false) return null
      return question.tries - (state.given[index]?.tries ?? 0)
    },

    /** Turns to a page; the first call of a sitting leaves none, and is stored at once. */
    show(section: number, first = false): void {
      if (closed) return
      if (!first) leaveSection()
      state.section = section
      state.seen[section] = true
      sectionBegan = answerBegan = stopwatch.active()
      if (first) {
        settle()
        send()
      } else changed()
    },

    /** Marks an answer. `null` when the question takes none any more. */
    answer(index: number, answer: Answer): Mark | null {
      if (closed || isFinished(data, state, index)) return null
      const given = { tries: (state.given[index]?.tries ?? 0) + 1, answer }
      state.given[index] = given
      const mark = tellAnswer(index, given, timeTaken())
      changed()
      return mark
    },

    /** Keeps an answer that is handed in later, and can be changed until then; `null` takes it back. */
    keep(index: number, answer: Answer | null): void {
      if (closed || !data.questions[index]!.deferred || isFinished(data, state, index)) return
      state.given[index] = answer && { tries: 1, answer }
      took[index] = (took[index] ?? 0) + timeTaken()
      later(send)
    },

    askedAt,

    /** Begins an attempt at an assessment, with nothing answered; `false` when none is left. */
    begin(place: number): boolean {
      const begun = begin(paperAt(data, state, place), state.attempts[place]!)
      if (closed || !begun) return false
      state.attempts[place] = begun
      forget(place)
      timeTaken()
      changed()
      return true
    },

    /** Ends an attempt at an assessment: its answers are told now, where they were only kept. */
    handIn(place: number): boolean {
      const attempts = state.attempts[place]!
      if (closed || !attempts.open) return false
      const paper = paperAt(data, state, place)
      const marks = marksIn(data, state)
      for (const index of askedAt(place)) {
        const given = state.given[index]
        if (given && data.questions[index]!.deferred) tellAnswer(index, given, took[index]!)
      }
      state.attempts[place] = handIn(paper, attempts, marks)
      data.required.forEach(({ id }, index) => {
        if (id === paper.assessment.id) state.done[index] = true
      })
      traces?.handedIn(place, scoreOfAttempt(paper, attempts.begun, marks), attempts.begun)
      changed()
      return true
    },

    /** An element that has to be done was; `false` when it had been already, or counts for nothing. */
    done(index: number): boolean {
      if (closed || state.done[index] !== false) return false
      state.done[index] = true
      changed()
      return true
    },

    /**
     * Takes the questions again, as another attempt of the same learner. Assessments count their own
     * attempts, and stay as they are.
     */
    startAgain(): void {
      if (closed) return
      state.attempt += 1
      forget(-1)
      traces?.startedAgain(state)
      changed()
    },

    /** Now and then, so that a machine that dies takes little with it. */
    tick(): void {
      send()
    },

    /** The page is hidden, perhaps for good: what was done is stored now. */
    hidden(): void {
      if (closed) return
      leaveSection()
      send(true)
      traces?.flush()
    },

    /** The end of the sitting, once, whichever way the page is left. */
    close(): Promise<void> | void {
      if (closed) return
      leaveSection()
      const finished = state.standing !== 'none' && progressOf(data, state).completed
      report(finished)
      traces?.left(finished, stopwatch.open())
      closed = true
      lms.send(true)
      const telling = run.close()
      traces?.flush()
      return telling
    },
  }
}

function objectivesOf(data: PlayerData, state: LearnerState): Objective[] {
  return data.assessments.flatMap(({ id, title }, place) => {
    const attempts = state.attempts[place]!
    const paper = paperAt(data, state, place)
    if (attempts.begun === 0) return []
    return {
      id: interactionId(data.code, id),
      title,
      handedIn: attempts.best !== null,
      score: bestScore(paper, attempts),
      passed: isPassed(paper, attempts),
    }
  })
}

const ranks: Standing[] = ['none', 'failed', 'completed', 'passed']

function better(one: Standing, other: Standing): Standing {
  return ranks.indexOf(one) >= ranks.indexOf(other) ? one : other
}
