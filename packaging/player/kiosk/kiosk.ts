import type { PlayerData } from '../player-data.ts'
import { byId, make } from '../view/dom.ts'

/** Long enough to read it and to answer. @see WCAG 2.2, success criterion 2.2.1 */
const countdownSeconds = 20

type Kiosk = NonNullable<PlayerData['kiosk']>

/**
 * Goes back to the first page, with nothing answered, once nobody has touched anything for a while;
 * says so before, and any key or touch keeps the module as it is. A page that nobody touched yet is
 * at its beginning already.
 */
export function watchKiosk(): void {
  const { kiosk }: PlayerData = JSON.parse(byId('player-data')?.textContent ?? '{}')
  if (!kiosk) return
  const warning = makeWarning(kiosk)
  let touchedAt: number | null = null
  const touched = (event: Event) => {
    if (!warning.isOpen()) touchedAt = Date.now()
    else if (event.type === 'keydown' || event.type === 'pointerdown') {
      touchedAt = Date.now()
      warning.close()
      event.preventDefault()
      event.stopPropagation()
    }
  }
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'timeupdate'])
    window.addEventListener(sign, touched, { capture: true, passive: false })
  setInterval(() => {
    if (touchedAt === null) return
    const left = touchedAt + kiosk.minutes * 60_000 + countdownSeconds * 1000 - Date.now()
    if (left <= 0) startOver()
    else if (left <= countdownSeconds * 1000) warning.show(Math.ceil(left / 1000))
  }, 250)
}

/** Browsers put back what was typed in a page that is loaded again: it is emptied first. */
function startOver(): void {
  for (const form of Array.from(document.forms)) form.reset()
  location.replace(location.href.split('#')[0] ?? '')
}

function makeWarning({ words }: Kiosk) {
  const dialog = make('dialog', 'kiosk')
  const title = make('h2', '', words.still)
  const text = make('p', '', words.soon)
  const seconds = make('p', 'kiosk-seconds')
  const stay = make('button', '', words.stay)
  title.id = 'kiosk-title'
  text.id = 'kiosk-text'
  stay.type = 'button'
  // Said once, as it opens: a voice that counts would not let anybody think.
  seconds.setAttribute('aria-hidden', 'true')
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', title.id)
  dialog.setAttribute('aria-describedby', text.id)
  dialog.append(title, text, seconds, stay)
  document.body.append(dialog)
  return {
    isOpen: () => dialog.open,
    close: () => dialog.close(),
    show(left: number): void {
      seconds.textContent = String(left)
      if (!dialog.open) dialog.showModal()
    },
  }
}
