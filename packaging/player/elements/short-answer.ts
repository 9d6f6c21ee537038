import { acceptedAs, plainWords } from '#content-schema/scoring/read-words.ts'
import type { Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { make, one } from '../view/dom.ts'
import { fieldsForm } from './shared/fields.ts'

const behaviour: Behaviour<'fillIn'> = {
  form: {
    ...fieldsForm(([typed]) => typed !== ''),
    /** What was right, or how what was meant is written. */
    reveal(form, question, [typed = '']) {
      const { accepted, ...tolerance } = question.key
      const line = one('.typed', form)
      const found = acceptedAs(typed, accepted, tolerance)
      const isExact = found && plainWords(found, tolerance) === plainWords(typed, tolerance)
      if (isExact) return
      const sentence = line.dataset[found ? 'written' : 'right']!
      line.append(make('p', 'verdict', fill(sentence, { n: found ?? accepted[0]! })))
    },
  },
}
export default behaviour
