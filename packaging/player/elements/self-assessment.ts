import type { Answer } from '#content-schema/scoring/question.ts'
import type { Behaviour } from '../behaviour.ts'
import { all, make } from '../view/dom.ts'
import { opinionsForm } from './shared/opinions.ts'

const form = opinionsForm((element, _, answer) => showStanding(element, answer))

/** What the learner said of themselves, in two lists: nothing is compared with anybody else. */
const behaviour: Behaviour = {
  element: 'selfAssessment',
  form: {
    ...form,
    start(element) {
      element.addEventListener('reset', () => standingOf(element)?.replaceChildren())
    },
  },
}
export default behaviour

function showStanding(form: HTMLFormElement, answer: Answer): void {
  const region = standingOf(form)
  if (!region) return
  const lines = all('[data-opinion]', form).map((line, index) => ({
    text: line.querySelector('legend')?.textContent ?? '',
    level: Number(answer[index]),
    steps: line.querySelectorAll('input').length,
  }))
  const strong = lines.filter(({ level, steps }) => isUpper(level, steps))
  const weak = lines.filter(({ level, steps }) => !isUpper(level, steps))
  const { strong: strongName = '', weak: weakName = '', even = '' } = region.dataset
  const isEven = lines.length > 1 && lines.every(({ level }) => level === lines[0]?.level)
  region.replaceChildren(
    ...(isEven ? [make('p', '', even)] : []),
    ...listOf(strongName, strong),
    ...listOf(weakName, weak),
  )
}

/** In the upper half of the scale; the middle of an odd one is still to be worked on. */
function isUpper(level: number, steps: number): boolean {
  return level > (steps + 1) / 2
}

function listOf(name: string, lines: { text: string }[]): HTMLElement[] {
  if (lines.length === 0) return []
  const list = make('ul')
  list.append(...lines.map(({ text }) => make('li', '', text)))
  return [make('p', 'standing-title', name), list]
}

function standingOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector('.standing')
}
