import { rightGaps } from '#content-schema/scoring/kinds/cloze.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import type { Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { make } from '../view/dom.ts'

type Field = HTMLInputElement | HTMLSelectElement

const behaviour: Behaviour = {
  element: 'cloze',
  form: {
    read(form, question) {
      const given = fieldsOf(form, question).map((field) => field?.value.trim() ?? '')
      return given.some(Boolean) ? given : null
    },
    fill(form, question, answer) {
      fieldsOf(form, question).forEach((field, index) => {
        if (field) field.value = answer[index] ?? ''
      })
    },
    /** Right or wrong is written in each gap, not only coloured. */
    reveal(form, question, answer) {
      if (question.kind !== 'cloze') return
      const { key } = question
      const right = rightGaps(key, answer)
      const said = form.querySelector<HTMLElement>('.cloze')?.dataset
      fieldsOf(form, question).forEach((field, index) => {
        const isRight = right[index] ?? false
        const place = field?.parentElement
        const n = key.gaps[index]?.accepted[0] ?? ''
        place?.classList.add(isRight ? 'is-right' : 'is-wrong')
        place?.append(
          verdict(isRight, fill((isRight ? said?.right : said?.wrong) ?? '', { n })),
        )
      })
    },
  },
}
export default behaviour

function verdict(isRight: boolean, sentence: string): HTMLElement {
  const made = make('span', 'verdict')
  const sign = make('span', '', isRight ? '✓' : '✗')
  sign.setAttribute('aria-hidden', 'true')
  made.append(sign, make('span', isRight ? 'for-screen-readers' : '', ` ${sentence}`))
  return made
}

function fieldsOf(form: HTMLFormElement, { kind, key }: Question): (Field | null)[] {
  if (kind !== 'cloze') return []
  return key.gaps.map(({ id }) => form.querySelector<Field>(`.gap > [name="${id}"]`))
}
