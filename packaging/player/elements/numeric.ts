import { readQuantity } from '#content-schema/scoring/kinds/numeric.ts'
import type { Behaviour } from '../behaviour.ts'
import { numberText } from '../i18n/number-text.ts'
import { fill } from '../i18n/words.ts'
import { make, one } from '../view/dom.ts'
import { fieldsForm } from './shared/fields.ts'

const fields = fieldsForm(
  (values, { kind, key }) => kind === 'numeric' && readQuantity(key, values) !== null,
)

const behaviour: Behaviour = {
  form: {
    ...fields,
    fill(form, question, [text = '']) {
      fields.fill(form, question, [text.replace('.', decimalMark())])
    },
    reveal(form, { kind, key }) {
      if (kind !== 'numeric' || form.querySelector('.is-right')) return
      const line = one('.number', form)
      const n = numberText(key.value, document.documentElement.lang)
      line.append(make('p', 'verdict', fill(line.dataset.rightNumber!, { n })))
    },
  },
}
export default behaviour

/** A comma or a point, as the readers of the module write it. */
function decimalMark(): string {
  return numberText(1.5, document.documentElement.lang).charAt(1)
}
