import type { Behaviour } from '../behaviour.ts'
import { placeOfPaper } from '../papers.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'
import { assessmentPlayer } from './assessments.ts'
import { all } from './dom.ts'

/** Brings to life the elements that are no questions; gives what to call when something changed. */
export function createElements(
  data: PlayerData,
  session: Session,
  behaviours: ReadonlyMap<string, Behaviour>,
  afterDone: () => void,
  putBack: (place: number) => void,
): { changed(): void } {
  const listeners: (() => void)[] = []
  for (const element of all('[data-element]')) {
    const index = data.required.findIndex(({ id }) => id === element.id)
    const place = data.assessments.findIndex(({ id }) => id === element.id)
    behaviours.get(element.dataset.element ?? '')?.wire?.(element, {
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
  const above = all('form[data-question], [data-element]', section).filter(
    (each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return above.every(({ id }) => {
    const index = data.questions.findIndex(({ question }) => question.id === id)
    // The assessment as a whole is above as well, and is asked for itself.
    if (placeOfPaper(data, index) !== -1) return true
    const required = data.required.findIndex((each) => each.id === id)
    return index === -1 ? session.state.done[required] !== false : session.isFinished(index)
  })
}
