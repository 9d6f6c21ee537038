import { readQuantity } from '#content-schema/scoring/kinds/numeric.ts'
import type { Behaviour } from '../behaviour.ts'
import { numberText } from '../i18n/number-text.ts'
import { fill } from '../i18n/words.ts'
import { make } from '../view/dom.ts'

const behaviour: Behaviour = {
  element: 'numeric',
  form: {
    read(form, question) {
      const answer = [fieldOf(form)?.value ?? '']
      if (question.kind !== 'numeric') return null
      return readQuantity(question.key, answer) === null ? null : answer
    },
    fill(form, _, [text = '']) {
      const field = fieldOf(form)
      if (field) field.value = text.replace('.', decimalMark())
    },
    reveal(form, question, _, words) {
      const line = form.querySelector<HTMLElement>('.number')
      if (question.kind !== 'numeric' || !line) return
      const n = numberText(question.key.value, document.documentElement.lang)
      const right = fill(line.dataset.rightNumber ?? words.rightAnswer, { n })
      if (!form.querySelector('.is-right')) line.append(make('p', 'verdict', right))
    },
  },
}
export default behaviour

function fieldOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('.number input')
}

/** A comma or a point, as the readers of the module write it. */
function decimalMark(): string {
  return numberText(1.5, document.documentElement.lang).charAt(1)
}
