import { readQuantity } from '#content-schema/scoring/kinds/numeric.ts'
import type { Behaviour } from '../behaviour.ts'
import { make, one } from '../view/dom.ts'
import { fieldsForm } from './shared/fields.ts'

const fields = fieldsForm<'numeric'>((values, { key }) => readQuantity(key, values) !== null)

const behaviour: Behaviour<'numeric'> = {
  form: {
    ...fields,
    fill(form, question, [text = '']) {
      // A comma or a point, as the readers of the module write it.
      fields.fill(form, question, [text.replace('.', one('.number', form).dataset.point!)])
    },
    reveal(form) {
      const line = one('.number', form)
      if (form.querySelector('.is-right')) return
      line.append(make('p', 'verdict', line.dataset.right))
    },
  },
}
export default behaviour
