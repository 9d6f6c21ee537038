import { longestPath } from '#content-schema/scoring/kinds/scenario.ts'
import type { Behaviour } from '../behaviour.ts'
import { all, make, on, one } from '../view/dom.ts'

/** One scene at a time; the answer is handed in by itself at the end. The path is the answer. */
const behaviour: Behaviour = {
  form: {
    start(form) {
      restart(form)
      on(form, 'reset', () => restart(form))
      on(form, 'click', ({ target }) => {
        const button = target.closest('button')
        if (button?.matches('.scene-choice')) decide(form, button)
        if (button?.matches('.scene-go-on')) goOn(form)
        if (button?.matches('.scene-again')) playAgain(form)
      })
    },
    read(form) {
      const taken = stepsOf(form).map(({ dataset }) => dataset.taken!)
      return one('.path', form).hidden || taken.length === 0 ? null : taken
    },
    fill(form, _, answer) {
      restart(form)
      for (const id of answer) {
        const item = all('[data-decision]', form).find(({ dataset }) => dataset.decision === id)
        if (item) addStep(form, item)
      }
      showEnd(form)
    },
    reveal(form) {
      one<HTMLButtonElement>('.scene-again', form).disabled = false
    },
  },
}
export default behaviour

function stepsOf(form: HTMLFormElement): HTMLElement[] {
  return all('.path li', form)
}

function restart(form: HTMLFormElement): void {
  for (const step of stepsOf(form)) step.remove()
  showEnd(form, false)
  one('.replaying', form).hidden = true
  showScene(form, one('.scene', form))
}

/** A scene that one comes back to is asked anew. */
function showScene(form: HTMLFormElement, shown: HTMLElement): void {
  for (const scene of all('.scene', form)) scene.hidden = scene !== shown
  for (const hidden of all('.scene-consequence, .scene-go-on', shown)) hidden.hidden = true
  for (const choice of all<HTMLButtonElement>('button', shown)) {
    choice.disabled = false
    choice.classList.remove('is-taken')
  }
}

/** Says what comes of a choice; the others of its scene can no longer be taken. */
function decide(form: HTMLFormElement, choice: HTMLElement): void {
  const item = choice.closest<HTMLElement>('[data-decision]')!
  const scene = choice.closest<HTMLElement>('.scene')!
  addStep(form, item)
  for (const other of all<HTMLButtonElement>('.scene-choice', scene)) other.disabled = true
  choice.classList.add('is-taken')
  const onward = [...all('.scene-consequence', item), one('.scene-go-on', scene)]
  for (const each of onward) each.hidden = false
  onward[0]!.focus()
}

function goOn(form: HTMLFormElement): void {
  const steps = stepsOf(form)
  const next = all('.scene', form).find(
    ({ id }) => id === steps[steps.length - 1]?.dataset.leadsTo,
  )
  if (next && steps.length < longestPath) {
    showScene(form, next)
    one('.scene-title', next).focus()
    return
  }
  showEnd(form)
  one('.path-title', form).focus()
  form.dispatchEvent(new Event('submit', { cancelable: true }))
}

/** The path, decision by decision, then what is to be taken away from it. */
function showEnd(form: HTMLFormElement, ended = true): void {
  if (ended) for (const scene of all('.scene', form)) scene.hidden = true
  for (const end of all('.path, .scenario-debrief', form)) end.hidden = !ended
}

function addStep(form: HTMLFormElement, item: HTMLElement): void {
  const made = make('li')
  const { decision, leadsTo } = item.dataset
  Object.assign(made.dataset, { taken: decision, leadsTo })
  const said = (selector: string, within = item) =>
    within.querySelector(selector)?.textContent ?? ''
  made.append(
    make('span', 'path-scene', said('.scene-name', item.closest<HTMLElement>('.scene')!)),
    make('strong', '', said('.scene-choice')),
  )
  const consequence = said('.scene-consequence')
  if (consequence) made.append(make('span', 'path-consequence', consequence))
  one('.path ol', form).append(made)
}

function playAgain(form: HTMLFormElement): void {
  restart(form)
  if (form.matches('.is-finished')) one('.replaying', form).hidden = false
  one('.scene-title', form).focus()
}
