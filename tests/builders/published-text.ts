import { approve, publish, save, type Workplace } from './bank.ts'
import {
  paragraph,
  right,
  section,
  singleChoice,
  storedDoc,
  withId,
  wrong,
} from './document.ts'

/** Publishes an edition of one page with a text and a question, the same unless its answer changes. */
export function publishText(place: Workplace, text: string, answer = 'Les genoux'): void {
  const choices = ['Les genoux', 'Le dos'].map((each, index) =>
    withId(`choixnum0${index}`, each === answer ? right(each) : wrong(each)),
  )
  const ask = withId('question01', singleChoice({}, 'Que plie-t-on ?', ...choices))
  const document = storedDoc(withId('sectionn01', section('Porter', paragraph(text), ask)))
  save(place, { document })
  approve(place)
  publish(place)
}
