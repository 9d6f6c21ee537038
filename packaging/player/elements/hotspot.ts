import type { Behaviour } from '../behaviour.ts'
import { all, on, one } from '../view/dom.ts'
import { optionsForm } from './shared/options.ts'

/** A list to choose from, and a picture on which the same can be pressed and is seen. */
const behaviour: Behaviour = {
  form: {
    ...optionsForm,
    start(form) {
      for (const region of regionsOf(form)) {
        on(region, 'click', () => inputOf(form, region).click())
      }
      on(form, 'change focusin focusout mouseover mouseout', () => showRegions(form))
      // A form says that it will be reset before it is.
      on(form, 'reset', () => queueMicrotask(() => showRegions(form)))
    },
    fill(form, question, answer) {
      optionsForm.fill(form, question, answer)
      showRegions(form)
    },
    reveal(form, question, answer, words) {
      optionsForm.reveal(form, question, answer, words)
      showRegions(form)
    },
  },
}
export default behaviour

/** Regions are drawn where their line of the list is taken, has the focus or is under the pointer. */
function showRegions(form: HTMLFormElement): void {
  for (const region of regionsOf(form)) {
    const input = inputOf(form, region)
    const choice = input.closest('.choice')!
    const { classList } = region
    classList.toggle('is-taken', input.checked)
    classList.toggle('is-pointed', input.matches(':focus') || choice.matches(':hover'))
    for (const verdict of ['is-right', 'is-wrong']) {
      classList.toggle(verdict, choice.matches(`.${verdict}`))
    }
  }
}

function regionsOf(form: HTMLFormElement): SVGElement[] {
  return all<SVGElement>('[data-region]', form)
}

function inputOf(form: HTMLFormElement, { dataset }: SVGElement): HTMLInputElement {
  return one(`input[value="${dataset.region}"]`, form)
}
