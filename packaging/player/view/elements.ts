import type { Behaviours } from '../behaviour.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'
import { assessmentPlayer } from './assessments.ts'
import { all } from './dom.ts'

/** Brings to life the elements that are no questions; gives what to call when something changed. */
export function createElements(
  data: PlayerData,
  session: Session,
  behaviours: Behaviours,
  afterDone: () => void,
  putBack: (place: number) => void,
): { changed(): void } {
  const listeners: (() => void)[] = []
  for (const element of all('[data-element]')) {
    const index = data.required.findIndex(({ id }) => id === element.id)
    const place = data.assessments.findIndex(({ id }) => id === element.id)
    behaviours[element.dataset.element!]?.wire?.(element, {
      seed: session.state.learner + element.id,
      isDone: session.state.done[index] ?? false,
      done() {
        if (session.done(index)) afterDone()
      },
      isAnsweredAbove: () => isAnsweredAbove(element, data, session),
      onChange: (listener) => listeners.push(listener),
      assessment: assessmentPlayer(data, session, place, () => {
        putBack(place)
        afterDone()
      }),
    })
  }
  return {
    changed: () => {
      for (const listener of listeners) listener()
    },
  }
}

function isAnsweredAbove(element: HTMLElement, data: PlayerData, session: Session): boolean {
  const section = element.closest('[data-section]') ?? document
  const acting = all('[data-element]', section)
  return acting.slice(0, acting.indexOf(element)).every(({ id }) => {
    const index = data.questions.findIndex(({ question }) => question.id === id)
    const required = data.required.findIndex((each) => each.id === id)
    // The assessment as a whole is above as well, and is asked for itself.
    if (data.questions[index]?.paper === -1) return session.isFinished(index)
    return session.state.done[required] !== false
  })
}
