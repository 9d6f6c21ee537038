import { fill } from '#packaging/player/i18n/words.ts'
import { all, on, one } from '#packaging/player/view/dom.ts'

/**
 * Shows one of several parts at a time, with buttons to the one before and the one after, where the
 * export wrote them. The buttons keep the focus; which part is shown is said aloud.
 *
 * @param shown told of each part that is shown, the first among them
 */
export function stepper(element: HTMLElement, shown?: (part: HTMLElement) => void): void {
  const parts = all('.stepper-part', element)
  const [back, go] = all('.stepper button', element)
  if (!back || !go) return
  const where = one('.stepper-place', element)
  let current = 0
  on(back, 'click', () => show(current - 1))
  on(go, 'click', () => show(current + 1))
  on(element, 'reveal', ({ target }) => show(parts.findIndex((part) => part.contains(target))))
  show(0)

  function show(index: number): void {
    const part = parts[index]
    if (!part) return
    current = index
    for (const each of parts) each.hidden = each !== part
    const title = part.querySelector('h3')?.textContent
    const said = fill(where.dataset.say!, { n: index + 1, total: parts.length })
    where.textContent = title ? `${said} – ${title}` : said
    // Not `disabled`: a button that loses the focus while it is pressed leads nowhere.
    back!.setAttribute('aria-disabled', String(index === 0))
    go!.setAttribute('aria-disabled', String(!parts[index + 1]))
    shown?.(part)
  }
}
