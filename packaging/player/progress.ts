import { isPassed } from '#content-schema/scoring/assessment.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import { moduleScore, type SatPaper } from '#content-schema/scoring/module-score.ts'
import { reaches, type Score } from '#content-schema/scoring/score-of.ts'
import type { Publication } from '../publication/publication.ts'
import { marksIn, paperAt } from './papers.ts'
import type { PlayerData } from './player-data.ts'
import type { LearnerState, Standing } from './state.ts'

/** How far a learner has come. */
export type Progress = {
  /** 0 to 1 of what completion asks for; 1 only once it is completed. */
  share: number
  /** All that its rule asks for is done, and success is decided. */
  completed: boolean
  /** `null` until it is completed, and where nothing is judged. */
  passed: boolean | null
  /** `null` while no question was touched. */
  score: Score | null
}

/** Something to do, and the position of the page where it stands. */
export type ToDo = { sectionIndex: number; done: boolean }
type Kind = 'pages' | 'elements' | 'questions' | 'papers'

/** What each rule of completion, and each rule of success, waits for. */
const asks: Record<Publication['completion'] | Publication['success'], Kind[]> = {
  all: ['pages', 'elements', 'questions'],
  seen: ['pages'],
  required: ['elements', 'questions'],
  evaluation: ['papers'],
  'seen-and-evaluation': ['pages', 'papers'],
  questions: ['questions', 'papers'],
  none: [],
}

/**
 * By the rules the module was published with. It is passed as soon as it can no longer be failed,
 * and failed only when nothing is left to answer.
 */
export function progressOf(data: PlayerData, state: LearnerState): Progress {
  const { completion, success } = data.publication
  const all = toDo(data, state)
  const steps = asks[completion].flatMap((kind) => all[kind])
  const taken = steps.filter(isDone).length
  const { score, passed } = judged(data, state)
  const decided = passed === true || asks[success].every((kind) => all[kind].every(isDone))
  const completed = taken === steps.length && decided
  const share = taken < steps.length ? taken / steps.length : 0.99
  return { share: completed ? 1 : share, completed, passed: completed ? passed : null, score }
}

export function standingOf({ completed, passed }: Progress): Standing {
  if (!completed) return 'none'
  if (passed === null) return 'completed'
  return passed ? 'passed' : 'failed'
}

/** What the two rules still wait for, of one kind. */
export function leftToDo(data: PlayerData, state: LearnerState, kind: Kind): ToDo[] {
  const { completion, success } = data.publication
  const asked = [...asks[completion], ...asks[success]].includes(kind)
  return asked ? toDo(data, state)[kind].filter(({ done }) => !done) : []
}

/** Questions of an assessment are done with it, all at once. */
function toDo(data: PlayerData, state: LearnerState): Record<Kind, ToDo[]> {
  const { sections, required, assessments, questions, publication } = data
  const pages = sections.flatMap(({ optional }, index) =>
    optional ? [] : { sectionIndex: index, done: state.seen[index]! },
  )
  return {
    pages: pages
      .sort((one, other) => Number(other.done) - Number(one.done))
      .slice(0, Math.ceil((pages.length * publication.seenPercent) / 100)),
    elements: required.map(({ sectionIndex }, index) => ({
      sectionIndex,
      done: state.done[index]!,
    })),
    questions: questions.flatMap(({ sectionIndex, optional, paper }, index) =>
      optional || paper !== -1 ? [] : { sectionIndex, done: isFinished(data, state, index) },
    ),
    papers: assessments.flatMap(({ sectionIndex, required }, place) =>
      required ? { sectionIndex, done: state.attempts[place]!.best !== null } : [],
    ),
  }
}

type Judgement = { score: Score | null; passed: boolean | null }

function judged(data: PlayerData, state: LearnerState): Judgement {
  const { success } = data.publication
  const papers = data.assessments.map(({ required }, place): SatPaper => {
    return { paper: paperAt(data, state, place), attempts: state.attempts[place]!, required }
  })
  const marks = marksIn(data, state)
  const alone = data.questions.filter(
    ({ paper, optional, question }) =>
      paper === -1 && success !== 'evaluation' && (!optional || marks.has(question.id)),
  )
  const questions = alone.map(({ question }) => question)
  const score = moduleScore(questions, marks, papers)
  if (success === 'evaluation') return { score, passed: judgedByPapers(papers) }
  const counts = success === 'questions' && score
  return { score, passed: counts ? reaches(score, data.masteryPercent) : null }
}

/** Each by its own threshold. */
function judgedByPapers(papers: readonly SatPaper[]): boolean | null {
  const asked = papers.filter(({ required }) => required)
  if (!asked.every(({ attempts }) => attempts.best)) return false
  const passes = asked.map(({ paper, attempts }) => isPassed(paper, attempts))
  return passes.every((each) => each === null) ? null : !passes.includes(false)
}

function isDone({ done }: ToDo): boolean {
  return done
}

/**
 * Nothing more can be answered: it was right, or every try was used; in an assessment, no attempt is
 * open.
 */
export function isFinished(data: PlayerData, state: LearnerState, index: number): boolean {
  const { paper, question, deferred } = data.questions[index]!
  if (state.attempts[paper]?.open === false) return true
  const given = state.given[index]
  if (!given || deferred) return false
  return given.tries >= question.tries || markAnswer(question, given.answer).success !== false
}
