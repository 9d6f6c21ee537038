import type { Behaviour } from '../behaviour.ts'
import { all } from '../view/dom.ts'
import { optionsForm, rightChoices } from './shared/options.ts'

const options = optionsForm(rightChoices)

/** A list to choose from, and a picture on which the same can be pressed and is seen. */
const behaviour: Behaviour = {
  element: 'hotspot',
  form: {
    ...options,
    start(form, question, seed) {
      options.start?.(form, question, seed)
      for (const region of regionsOf(form)) {
        region.addEventListener('click', () => inputOf(form, region)?.click())
      }
      for (const type of ['change', 'focusin', 'focusout', 'mouseover', 'mouseout']) {
        form.addEventListener(type, () => showRegions(form))
      }
      // A form says that it will be reset before it is.
      form.addEventListener('reset', () => queueMicrotask(() => showRegions(form)))
    },
    fill(form, question, answer) {
      options.fill(form, question, answer)
      showRegions(form)
    },
    reveal(form, question, answer, words) {
      options.reveal?.(form, question, answer, words)
      for (const region of regionsOf(form)) {
        const choice = inputOf(form, region)?.closest('.choice')
        for (const verdict of ['is-right', 'is-wrong']) {
          region.classList.toggle(verdict, choice?.classList.contains(verdict) ?? false)
        }
      }
    },
  },
}
export default behaviour

/** Regions are drawn where their line of the list is taken, has the focus or is under the pointer. */
function showRegions(form: HTMLFormElement): void {
  for (const region of regionsOf(form)) {
    const input = inputOf(form, region)
    region.classList.toggle('is-taken', input?.checked ?? false)
    region.classList.toggle(
      'is-pointed',
      input?.matches(':focus') || input?.closest('.choice')?.matches(':hover') || false,
    )
  }
}

function regionsOf(form: HTMLFormElement): SVGElement[] {
  return all<SVGElement>('[data-region]', form)
}

function inputOf(form: HTMLFormElement, { dataset }: SVGElement): HTMLInputElement | null {
  return form.querySelector(`input[value="${dataset.region}"]`)
}
