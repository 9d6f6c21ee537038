import type { Behaviour } from '../behaviour.ts'
import { all, on, one } from '../view/dom.ts'
import { seeAll } from './shared/see-all.ts'

/**
 * Titles side by side of which one is pressed; done once each has been opened.
 *
 * @see ARIA Authoring Practices Guide, Tabs Pattern (with automatic activation)
 */
const behaviour: Behaviour = {
  wire(tabs, player) {
    const panels = all('.tab', tabs)
    const list = one('.tab-list', tabs)
    const titles = all('button', list)
    const seen = seeAll(panels, player)
    titles.forEach((title, index) => {
      on(title, 'click', () => show(index))
    })
    on(list, 'keydown', (event) => {
      const to = keys(list, titles.indexOf(event.target), titles.length)[event.key]
      if (to === undefined) return
      event.preventDefault()
      show(to)
      titles[to]!.focus()
    })
    on(tabs, 'reveal', ({ target }) =>
      show(panels.findIndex((panel) => panel.contains(target))),
    )
    show(0)

    function show(index: number): void {
      const shown = panels[index]
      if (!shown) return
      panels.forEach((panel, place) => {
        const title = titles[place]!
        panel.hidden = panel !== shown
        title.setAttribute('aria-selected', String(!panel.hidden))
        title.tabIndex = panel.hidden ? -1 : 0
      })
      seen(shown)
    }
  },
}
export default behaviour

/** Where the keys of the pattern lead to from a tab. */
function keys(list: HTMLElement, from: number, count: number): Record<string, number> {
  const ahead = getComputedStyle(list).direction === 'rtl' ? -1 : 1
  return {
    Home: 0,
    End: count - 1,
    ArrowRight: (from + ahead + count) % count,
    ArrowLeft: (from - ahead + count) % count,
  }
}
