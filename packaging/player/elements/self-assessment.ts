import type { Answer } from '#content-schema/scoring/question.ts'
import type { Behaviour } from '../behaviour.ts'
import { all, make, on, one, showWhen } from '../view/dom.ts'
import { opinionsForm } from './shared/opinions.ts'

/** What the learner said of themselves, in two lists: nothing is compared with anybody else. */
const behaviour: Behaviour<'likert'> = {
  form: {
    ...opinionsForm,
    reveal: showStanding,
    start(form) {
      on(form, 'reset', () => showWhen(one('.standing', form), {}))
    },
  },
}
export default behaviour

function showStanding(form: HTMLFormElement, _: unknown, answer: Answer): void {
  const lines = all('[data-opinion]', form)
  const standing = one('.standing', form)
  const [strong, weak] = all('ul', standing) as [HTMLElement, HTMLElement]
  strong.textContent = weak.textContent = ''
  lines.forEach((line, index) => {
    const steps = all('input', line).length
    // In the upper half of the scale; the middle of an odd one is still to be worked on.
    const list = Number(answer[index]) > (steps + 1) / 2 ? strong : weak
    list.append(make('li', '', one('legend', line).textContent!))
  })
  const levels = new Set(lines.map((_, index) => answer[index]))
  showWhen(standing, {
    even: lines.length > 1 && levels.size === 1,
    strong: strong.firstChild,
    weak: weak.firstChild,
  })
}
