import { rightGaps } from '#content-schema/scoring/kinds/cloze.ts'
import type { Behaviour } from '../behaviour.ts'
import { all, make } from '../view/dom.ts'
import { fieldsForm } from './shared/fields.ts'

const behaviour: Behaviour<'cloze'> = {
  form: {
    ...fieldsForm((values) => values.some(Boolean)),
    /** Right or wrong is written in each gap, not only coloured. */
    reveal(form, { key }, answer) {
      const right = rightGaps(key, answer)
      all('.gap', form).forEach((gap, index) => {
        const name = right[index] ? 'right' : 'wrong'
        const verdict = make('span', 'verdict')
        const sign = make('span', '', right[index] ? '✓' : '✗')
        const said = make('span', right[index] ? 'for-screen-readers' : '')
        sign.setAttribute('aria-hidden', 'true')
        said.textContent = ` ${gap.dataset[name]}`
        verdict.append(sign, said)
        gap.classList.add(`is-${name}`)
        gap.append(verdict)
      })
    },
  },
}
export default behaviour
