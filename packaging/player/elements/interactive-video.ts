import type { Behaviour } from '../behaviour.ts'
import { all, button } from '../view/dom.ts'

/** Stops the film where it asks something, once each time that place is passed. */
const behaviour: Behaviour = {
  element: 'interactiveVideo',
  wire(element) {
    const film = element.querySelector('video')
    if (!film) return
    const stops = all('.stop', element)
    let before = 0
    film.addEventListener('seeking', () => {
      before = film.currentTime
    })
    film.addEventListener('timeupdate', () => {
      const now = film.currentTime
      const reached = stops.find((stop) => isBetween(before, Number(stop.dataset.at), now))
      before = now
      if (reached && !isAnswered(reached)) ask(element, film, reached)
    })
    film.addEventListener('play', () => settle(element))
  },
}
export default behaviour

/** The start counts: a film may ask before anything is seen. */
function isBetween(before: number, at: number, now: number): boolean {
  return at <= now && (at > before || (at === 0 && before === 0))
}

/** What needs no answer any more stops nobody. */
function isAnswered(stop: HTMLElement): boolean {
  return stop.querySelector('form.is-finished') !== null
}

function ask(element: HTMLElement, film: HTMLVideoElement, stop: HTMLElement): void {
  film.pause()
  if (document.fullscreenElement) void document.exitFullscreen()
  settle(element)
  stop.classList.add('is-now')
  const onward = button(element.dataset.goOn ?? '', () => {
    settle(element)
    film.focus()
    void film.play()
  })
  onward.classList.add('stop-go-on')
  stop.append(onward)
  stop.querySelector<HTMLElement>('.stop-title')?.focus()
}

function settle(element: HTMLElement): void {
  for (const stop of all('.stop', element)) {
    stop.classList.remove('is-now')
    stop.querySelector('.stop-go-on')?.remove()
  }
}
