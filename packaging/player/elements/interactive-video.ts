import type { Behaviour } from '../behaviour.ts'
import { all, on, one } from '../view/dom.ts'

/** Stops the film where it asks something, once each time that place is passed. */
const behaviour: Behaviour = {
  wire(element) {
    const film = element.querySelector('video')
    if (!film) return
    const stops = all('.stop', element)
    let before = 0
    for (const stop of stops) {
      on(one('.stop-go-on', stop), 'click', () => {
        settle()
        film.focus()
        film.play()
      })
    }
    on(film, 'play', () => settle())
    on(film, 'seeking', () => {
      before = film.currentTime
    })
    on(film, 'timeupdate', () => {
      const now = film.currentTime
      const reached = stops.find(({ dataset }) => isBetween(before, Number(dataset.at), now))
      before = now
      // What needs no answer any more stops nobody.
      if (!reached || reached.querySelector('form.is-finished')) return
      film.pause()
      if (document.fullscreenElement) document.exitFullscreen()
      settle(reached)
      one('.stop-title', reached).focus()
    })

    function settle(reached?: HTMLElement): void {
      for (const stop of stops) {
        stop.classList.toggle('is-now', stop === reached)
        one('.stop-go-on', stop).hidden = stop !== reached
      }
    }
  },
}
export default behaviour

/** The start counts: a film may ask before anything is seen. */
function isBetween(before: number, at: number, now: number): boolean {
  return at <= now && (at > before || (at === 0 && before === 0))
}
