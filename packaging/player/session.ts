import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Mark } from '#content-schema/scoring/question.ts'
import type { PlayerData } from './player-data.ts'
import { isFinished, type Progress, progressOf } from './progress.ts'
import type { Run } from './reporters/reporter.ts'
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
  const restored = run.saved ? readSuspendData(data, run.saved) : null
  const learner = readLearner(run.saved)
  const state: LearnerState = restored ?? { ...newState(data), ...(learner && { learner }) }
  state.standing = better(state.standing, run.standing)
  const earlier = state.seconds
  const resumed = restored?.seen.some(Boolean) ?? false
  const traces = run.records ? (open?.(state, resumed) ?? null) : null
  let closed = false
  let outcomeTold = progressOf(data, state).completed
  let sectionBegan = 0
  let answerBegan = 0

  function report(finished = false): void {
    if (!run.records) return
    state.seconds = earlier + Math.floor(stopwatch.open() / 1000)
    run.report({
      state: writeSuspendData(data, state),
      sectionId: data.sections[state.section]?.id ?? '',
      progress: progressOf(data, state),
      standing: state.standing,
      open: stopwatch.open(),
      finished,
    })
  }

  function send(): void {
    if (closed || !run.records) return
    report()
    run.send()
  }

  function changed(): void {
    settleStanding()
    report()
    later(send)
  }

  /** Said once an attempt; what the LMS was told of completion and success is never taken back. */
  function settleStanding(): void {
    const progress = progressOf(data, state)
    state.standing = better(state.standing, standingOf(progress))
    if (!progress.completed || outcomeTold) return
    outcomeTold = true
    traces?.finished(progress, stopwatch.open())
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
    progress: (): Progress => progressOf(data, state),
    isFinished: (index: number): boolean => isFinished(data, state, index),

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
      const asked = data.questions[index]
      if (closed || !asked || isFinished(data, state, index)) return null
      const mark = markAnswer(asked.question, answer)
      const tries = (state.given[index]?.tries ?? 0) + 1
      state.given[index] = { tries, answer }
      const took = stopwatch.active() - answerBegan
      answerBegan += took
      if (run.records) {
        const { question, described } = asked
        const { code } = data
        run.answered({ code, question, described, answer, mark, at: now(), took })
      }
      traces?.answered(index, answer, mark, took, tries)
      changed()
      return mark
    },

    /** An element that has to be done was; `false` when it had been already, or counts for nothing. */
    done(index: number): boolean {
      if (closed || state.done[index] !== false) return false
      state.done[index] = true
      changed()
      return true
    },

    /** Takes the questions again, as another attempt of the same learner. */
    startAgain(): void {
      if (closed) return
      state.attempt += 1
      state.given = data.questions.map(() => null)
      outcomeTold = false
      traces?.startedAgain(state)
      changed()
    },

    /** The page is hidden, perhaps for good: what was done is stored now. */
    hidden(): void {
      if (closed) return
      leaveSection()
      send()
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
      if (run.records) run.send()
      run.close()
      traces?.flush()
    },
  }
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
