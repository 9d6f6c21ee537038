import { fill } from '#packaging/player/i18n/words.ts'
import { button, make } from '#packaging/player/view/dom.ts'

/**
 * Shows one of several parts at a time, with buttons to the one before and the one after. The
 * buttons keep the focus; which part is shown is said aloud. Words are in the element's `data-`.
 *
 * @param shown told of each part that is shown, the first among them
 */
export function stepper(
  element: HTMLElement,
  parts: HTMLElement[],
  shown: (index: number) => void = () => undefined,
): void {
  const { previous = '', next = '', place = '' } = element.dataset
  let current = 0
  const back = button(previous, () => show(current - 1))
  const on = button(next, () => show(current + 1))
  const where = make('p', 'stepper-place')
  where.setAttribute('role', 'status')
  const bar = make('div', 'stepper')
  bar.append(back, where, on)
  element.append(bar)
  element.addEventListener('reveal', ({ target }) =>
    show(parts.findIndex((part) => part.contains(target as Node))),
  )
  for (const part of parts) part.classList.add('stepper-part')
  show(0)

  function show(index: number): void {
    const part = parts[index]
    if (!part) return
    current = index
    for (const each of parts) each.hidden = each !== part
    const title = part.querySelector('h3')?.textContent
    const said = fill(place, { n: index + 1, total: parts.length })
    where.textContent = title ? `${said} – ${title}` : said
    // Not `disabled`: a button that loses the focus while it is pressed leads nowhere.
    back.setAttribute('aria-disabled', String(index === 0))
    on.setAttribute('aria-disabled', String(index === parts.length - 1))
    shown(index)
  }
}
