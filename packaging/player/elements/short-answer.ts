import { acceptedAs, plainWords } from '#content-schema/scoring/read-words.ts'
import type { Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { make } from '../view/dom.ts'

const behaviour: Behaviour = {
  element: 'shortAnswer',
  form: {
    read(form) {
      const typed = fieldOf(form)?.value.trim() ?? ''
      return typed === '' ? null : [typed]
    },
    fill(form, _, [text = '']) {
      const field = fieldOf(form)
      if (field) field.value = text
    },
    /** What was right, or how what was meant is written. */
    reveal(form, question, [typed = '']) {
      const line = form.querySelector<HTMLElement>('.typed')
      if (question.kind !== 'fillIn' || !line) return
      const { accepted, ...tolerance } = question.key
      const found = acceptedAs(typed, accepted, tolerance)
      const exact =
        found !== null && plainWords(found, tolerance) === plainWords(typed, tolerance)
      if (exact) return
      const sentence = (found === null ? line.dataset.right : line.dataset.written) ?? ''
      line.append(make('p', 'verdict', fill(sentence, { n: found ?? accepted[0] ?? '' })))
    },
  },
}
export default behaviour

function fieldOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('.typed input')
}
