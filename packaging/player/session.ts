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
import { answersIn, isDeferred, paperAt, placeOfPaper } from './papers.ts'
import type { PlayerData } from './player-data.ts'
import { isFinished, type Progress, progressOf } from './progress.ts'
import { interactionId } from './reporters/interaction-id.ts'
import type { Objective, Run } from './reporters/reporter.ts'
import { type LearnerState, newState, type Standing } from './state.ts'
import type { Stopwatch } from './stopwatch.ts'
import { readLearner, readSuspendData, writeSuspendData } from './suspend-data.ts'
import type { Traces } from './traces/traces.ts'

export type SessionParts = {
  data: PlayerData
  run: Run
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
  const again = run.saved && publication.resume !== 'never'
  const restored = again ? readSuspendData(data, run.saved) : null
  const learner = readLearner(run.saved)
  const state: LearnerState = restored ?? { ...newState(data), ...(learner && { learner }) }
  state.standing = better(state.standing, run.standing)
  const earlier = state.seconds
  const resumed = restored?.seen.some(Boolean) ?? false
  const traces = run.records ? (open?.(state, resumed) ?? null) : null
  let closed = false
  let { completed: outcomeTold, passed: passedTold } = progressOf(data, state)
  const took = new Map<number, number>()
  let sectionBegan = 0
  let answerBegan = 0

  function report(finished = false): void {
    if (!run.records) return
    state.seconds = earlier + Math.floor(stopwatch.open() / 1000)
    const progress = progressOf(data, state)
    const status = statusOf(publication.status, state.standing)
    run.report({
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
    if (closed || !run.records) return
    report()
    run.send(urgent)
  }

  /** What an LMS shows of a learner is stored at once, all else a little later. */
  function changed(): void {
    const { standing } = state
    settleStanding()
    if (state.standing !== standing) send()
    else {
      report()
      later(send)
    }
  }

  /** Said once an attempt; what the LMS was told of completion and success is never taken back. */
  function settleStanding(): void {
    const progress = progressOf(data, state)
    state.standing = better(state.standing, standingOf(progress))
    if (!progress.completed) return
    // An assessment that was taken again may pass a module that was failed at first.
    if (outcomeTold && passedTold === false && progress.passed) {
      traces?.judged(progress, stopwatch.open())
    } else if (!outcomeTold) traces?.finished(progress, stopwatch.open())
    outcomeTold = true
    passedTold ||= progress.passed
  }

  /** Milliseconds of attention since the last answer. */
  function timeTaken(): number {
    const time = stopwatch.active() - answerBegan
    answerBegan += time
    return time
  }

  function tellAnswer(index: number, answer: Answer, took: number): Mark | null {
    const asked = data.questions[index]
    if (!asked) return null
    const mark = markAnswer(asked.question, answer)
    const { question, described } = asked
    const { code } = data
    const place = placeOfPaper(data, index)
    const assessment = data.assessments[place]
    if (run.records && publication.interactions) {
      const objective = assessment && { objectiveId: interactionId(code, assessment.id) }
      run.answered({ code, question, described, answer, mark, at: now(), took, ...objective })
    }
    const tries = state.given[index]?.tries ?? 1
    const earlier = assessment ? timesBefore(place, question.id) : 0
    traces?.answered(index, answer, mark, took, earlier + tries)
    return mark
  }

  function timesBefore(place: number, questionId: string): number {
    const { begun } = state.attempts[place]!
    return timesAsked(paperAt(data, state, place), questionId, begun - 1)
  }

  /** Positions of the questions of the attempt at hand, in its order; of none before the first. */
  function askedAt(place: number): number[] {
    const { begun } = state.attempts[place]!
    if (begun === 0) return []
    return askedIn(paperAt(data, state, place), begun).map(({ id }) =>
      data.questions.findIndex(({ question }) => question.id === id),
    )
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
    untracked: run.untracked ?? false,
    /** The way back to the LMS, where it has one. */
    quit: run.quit,
    /** Another window speaks for this attempt. */
    elsewhere: run.elsewhere ?? false,
    /** What is resumed had not got to the LMS. */
    recovered: restored !== null && run.recovered === true,
    progress: (): Progress => progressOf(data, state),
    isFinished: (index: number): boolean => isFinished(data, state, index),
    /** `null` where answers are not tried but handed in, and where that was done. */
    triesLeft(index: number): number | null {
      const attempts = state.attempts[placeOfPaper(data, index)]
      if (isDeferred(data, index) || attempts?.open === false) return null
      const { tries = 1 } = data.questions[index]?.question ?? {}
      return tries - (state.given[index]?.tries ?? 0)
    },

    /** Turns to a page; the first call of a sitting leaves none, and is stored at once. */
    show(section: number, first = false): void {
      if (closed) return
      if (!first) leaveSection()
      state.section = section
      state.seen[section] = true
      sectionBegan = stopwatch.active()
      answerBegan = sectionBegan
      if (first) {
        settleStanding()
        send()
      } else changed()
    },

    /** Marks an answer. `null` when the question takes none any more. */
    answer(index: number, answer: Answer): Mark | null {
      if (closed || !data.questions[index] || isFinished(data, state, index)) return null
      const tries = (state.given[index]?.tries ?? 0) + 1
      state.given[index] = { tries, answer }
      const mark = tellAnswer(index, answer, timeTaken())
      changed()
      return mark
    },

    /** Keeps an answer that is handed in later, and can be changed until then; `null` takes it back. */
    keep(index: number, answer: Answer | null): void {
      if (closed || !isDeferred(data, index) || isFinished(data, state, index)) return
      state.given[index] = answer && { tries: 1, answer }
      took.set(index, (took.get(index) ?? 0) + timeTaken())
      later(send)
    },

    askedAt,

    /** Begins an attempt at an assessment, with nothing answered; `false` when none is left. */
    begin(place: number): boolean {
      const begun = begin(paperAt(data, state, place), state.attempts[place]!)
      if (closed || !begun) return false
      state.attempts[place] = begun
      data.questions.forEach((_, index) => {
        if (placeOfPaper(data, index) !== place) return
        state.given[index] = null
        took.delete(index)
      })
      timeTaken()
      changed()
      return true
    },

    /** Ends an attempt at an assessment: its answers are told now, where they were only kept. */
    handIn(place: number): boolean {
      const attempts = state.attempts[place]!
      if (closed || !attempts.open) return false
      const paper = paperAt(data, state, place)
      const answers = answersIn(data, state)
      for (const index of askedAt(place)) {
        const given = state.given[index]
        if (given && isDeferred(data, index)) {
          tellAnswer(index, given.answer, took.get(index) ?? 0)
        }
      }
      state.attempts[place] = handIn(paper, attempts, answers)
      const required = data.required.findIndex(({ id }) => id === paper.assessment.id)
      if (required !== -1) state.done[required] = true
      const score = scoreOfAttempt(paper, attempts.begun, answers)
      traces?.handedIn(place, score, attempts.begun)
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
      state.given = state.given.map((given, index) =>
        placeOfPaper(data, index) === -1 ? null : given,
      )
      outcomeTold = false
      passedTold = null
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
    close(): void {
      if (closed) return
      leaveSection()
      const finished = state.standing !== 'none' && progressOf(data, state).completed
      report(finished)
      traces?.left(finished, stopwatch.open())
      closed = true
      if (run.records) run.send(true)
      run.close()
      traces?.flush()
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

function standingOf({ completed, passed }: Progress): Standing {
  if (!completed) return 'none'
  if (passed === null) return 'completed'
  return passed ? 'passed' : 'failed'
}
