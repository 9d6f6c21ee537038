import {
  attemptsLeft,
  bestScore,
  isCorrected,
  scoreOfAttempt,
} from '#content-schema/scoring/assessment.ts'
import { reaches } from '#content-schema/scoring/score-of.ts'
import type { AssessmentPlayer } from '../behaviour.ts'
import { marksIn, paperAt } from '../papers.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'

/**
 * What an element may ask of the assessment at a place; `null` when there is none.
 *
 * @param turned called when an attempt was begun or handed in
 */
export function assessmentPlayer(
  data: PlayerData,
  session: Session,
  place: number,
  turned: () => void,
): AssessmentPlayer | null {
  const rules = data.assessments[place]
  if (!rules) return null
  return {
    now() {
      const attempts = session.state.attempts[place]!
      const paper = paperAt(data, session.state, place)
      const { open, begun } = attempts
      const handedIn = !open && begun > 0
      const score = handedIn ? scoreOfAttempt(paper, begun, marksIn(data, session.state)) : null
      return {
        open,
        begun,
        left: attemptsLeft(rules, attempts),
        last: score && { score, passed: reaches(score, rules.threshold) },
        best: bestScore(paper, attempts),
        corrected: isCorrected(paper, attempts),
      }
    },
    asked: () =>
      session.askedAt(place).map((index) => {
        const { id } = data.questions[index]!.question
        return { id, answered: session.state.given[index] !== null }
      }),
    begin() {
      if (session.begin(place)) turned()
    },
    handIn() {
      if (session.handIn(place)) turned()
    },
  }
}
