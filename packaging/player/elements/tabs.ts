import type { Behaviour } from '../behaviour.ts'
import { all, button, make } from '../view/dom.ts'

/**
 * Titles side by side of which one is pressed; done once each has been opened.
 *
 * @see ARIA Authoring Practices Guide, Tabs Pattern (with automatic activation)
 */
const behaviour: Behaviour = {
  element: 'tabs',
  wire(tabs, player) {
    const panels = all('.tab', tabs)
    const left = new Set(panels)
    const list = make('div', 'tab-list')
    list.setAttribute('role', 'tablist')
    list.setAttribute('aria-label', tabs.dataset.label ?? '')
    const titles = panels.map((panel, index) => titleOf(panel, () => show(index)))
    list.append(...titles)
    tabs.prepend(list)
    list.addEventListener('keydown', (event) => {
      const to = target(event, titles.indexOf(event.target as HTMLButtonElement), titles.length)
      if (to === null) return
      event.preventDefault()
      show(to)
      titles[to]?.focus()
    })
    tabs.addEventListener('reveal', ({ target }) =>
      show(panels.findIndex((panel) => panel.contains(target as Node))),
    )
    show(0)

    function show(index: number): void {
      const shown = panels[index]
      if (!shown) return
      panels.forEach((panel, place) => {
        panel.hidden = panel !== shown
        titles[place]?.setAttribute('aria-selected', String(panel === shown))
        if (titles[place]) titles[place].tabIndex = panel === shown ? 0 : -1
      })
      left.delete(shown)
      if (left.size === 0) player.done()
    }
  },
}
export default behaviour

/** The button that opens a panel; the panel is named by it and can be reached from it. */
function titleOf(panel: HTMLElement, press: () => void): HTMLButtonElement {
  const title = button(panel.querySelector('h3')?.textContent ?? '', press)
  title.id = `${panel.id}-tab`
  title.setAttribute('role', 'tab')
  title.setAttribute('aria-controls', panel.id)
  panel.setAttribute('role', 'tabpanel')
  panel.setAttribute('aria-labelledby', title.id)
  panel.tabIndex = 0
  return title
}

/** Where a key leads to from a tab; `null` when it is not one of the pattern's. */
function target(event: KeyboardEvent, from: number, count: number): number | null {
  const ahead = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1
  if (event.key === 'Home') return 0
  if (event.key === 'End') return count - 1
  if (event.key === 'ArrowRight') return (from + ahead + count) % count
  if (event.key === 'ArrowLeft') return (from - ahead + count) % count
  return null
}
