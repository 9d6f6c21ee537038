import { longestPath } from '#content-schema/scoring/kinds/scenario.ts'
import type { Behaviour } from '../behaviour.ts'
import { all, button, make } from '../view/dom.ts'

/** Decisions taken so far, and whether the end was reached. */
type Path = { taken: string[]; ended: boolean }

const paths = new WeakMap<HTMLFormElement, Path>()

/** One scene at a time; the answer is handed in by itself at the end. */
const behaviour: Behaviour = {
  element: 'scenario',
  form: {
    start(form) {
      restart(form)
      for (const choice of all('.scene-choice', form)) {
        choice.addEventListener('click', () => decide(form, choice))
      }
      form.addEventListener('reset', () => restart(form))
    },
    read(form) {
      const path = pathOf(form)
      return path.ended && path.taken.length > 0 ? path.taken : null
    },
    fill(form, _, answer) {
      restart(form)
      pathOf(form).taken = [...answer]
      showEnd(form)
    },
    reveal(form) {
      const again = form.querySelector<HTMLButtonElement>('.scene-again')
      if (again) again.disabled = false
    },
  },
}
export default behaviour

function pathOf(form: HTMLFormElement): Path {
  const path = paths.get(form) ?? { taken: [], ended: false }
  paths.set(form, path)
  return path
}

function restart(form: HTMLFormElement): void {
  paths.set(form, { taken: [], ended: false })
  form.querySelector('.path')?.remove()
  form.querySelector('.scenario-debrief')?.setAttribute('hidden', '')
  for (const made of all('.scene-go-on', form)) made.remove()
  for (const consequence of all('.scene-consequence', form)) consequence.hidden = true
  for (const choice of all<HTMLButtonElement>('.scene-choice', form)) {
    choice.disabled = false
    choice.classList.remove('is-taken')
  }
  showScene(form, all('.scene', form)[0])
}

function showScene(form: HTMLFormElement, shown: HTMLElement | undefined): void {
  for (const scene of all('.scene', form)) scene.hidden = scene !== shown
}

/** Says what comes of a choice; the others of its scene can no longer be taken. */
function decide(form: HTMLFormElement, choice: HTMLElement): void {
  const item = choice.closest<HTMLElement>('[data-decision]')
  const scene = choice.closest<HTMLElement>('.scene')
  if (!item || !scene) return
  pathOf(form).taken.push(item.dataset.decision ?? '')
  for (const other of all<HTMLButtonElement>('.scene-choice', scene)) other.disabled = true
  choice.classList.add('is-taken')
  const onward = button(wordsOf(form).goOn ?? '', () => goOn(form, item))
  onward.classList.add('scene-go-on')
  scene.append(onward)
  const consequence = item.querySelector<HTMLElement>('.scene-consequence')
  if (consequence) consequence.hidden = false
  const next = consequence ?? onward
  next.focus()
}

function goOn(form: HTMLFormElement, item: HTMLElement): void {
  const next = all('.scene', form).find((scene) => scene.dataset.scene === item.dataset.leadsTo)
  if (!next || pathOf(form).taken.length >= longestPath) {
    showEnd(form)
    form.querySelector<HTMLElement>('.path-title')?.focus()
    form.dispatchEvent(new Event('submit', { cancelable: true }))
    return
  }
  clearScene(next)
  showScene(form, next)
  next.querySelector<HTMLElement>('.scene-title')?.focus()
}

/** A scene that one comes back to is asked anew. */
function clearScene(scene: HTMLElement): void {
  scene.querySelector('.scene-go-on')?.remove()
  for (const consequence of all('.scene-consequence', scene)) consequence.hidden = true
  for (const choice of all<HTMLButtonElement>('.scene-choice', scene)) {
    choice.disabled = false
    choice.classList.remove('is-taken')
  }
}

/** The path, decision by decision, then what is to be taken away from it. */
function showEnd(form: HTMLFormElement): void {
  const path = pathOf(form)
  path.ended = true
  showScene(form, undefined)
  const region = make('div', 'path')
  const title = make('p', 'path-title', wordsOf(form).end)
  title.tabIndex = -1
  const list = make('ol')
  list.append(...path.taken.map((id) => step(form, id)))
  const again = button(wordsOf(form).again ?? '', () => playAgain(form))
  again.classList.add('scene-again')
  region.append(title, list, again)
  form.querySelector('.scenes')?.append(region)
  form.querySelector('.scenario-debrief')?.removeAttribute('hidden')
}

function step(form: HTMLFormElement, id: string): HTMLElement {
  const item = all('[data-decision]', form).find((each) => each.dataset.decision === id)
  const made = make('li')
  const scene = item?.closest('.scene')
  made.append(
    make('span', 'path-scene', scene?.querySelector('.scene-name')?.textContent ?? ''),
    make('strong', '', item?.querySelector('.scene-choice')?.textContent ?? ''),
  )
  const consequence = item?.querySelector('.scene-consequence')?.textContent ?? ''
  if (consequence) made.append(make('span', 'path-consequence', consequence))
  return made
}

function playAgain(form: HTMLFormElement): void {
  restart(form)
  const first = all('.scene', form)[0]
  if (form.classList.contains('is-finished') && !form.querySelector('.replaying')) {
    form.querySelector('.scenes')?.prepend(make('p', 'replaying', wordsOf(form).replaying))
  }
  first?.querySelector<HTMLElement>('.scene-title')?.focus()
}

function wordsOf(form: HTMLFormElement): DOMStringMap {
  return form.querySelector<HTMLElement>('.scenes')?.dataset ?? {}
}
