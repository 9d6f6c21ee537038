import { button, make } from '#packaging/player/view/dom.ts'

/**
 * A button that loads what another site shows: nothing is asked of that site before it is pressed.
 * The choice holds for this element and this sitting.
 */
export function wireEmbedded(element: HTMLElement): void {
  const { src = '', title = '', load = '', blocked = '' } = element.dataset
  const key = `shown ${element.id}`
  const ask = button(load, () => {
    remember(key)
    show().focus()
  })
  element.querySelector('.embedded-link')?.before(ask)
  if (isRemembered(key)) show()

  function show(): HTMLIFrameElement {
    const frame = make('iframe')
    frame.title = title
    frame.allow = 'fullscreen; picture-in-picture'
    frame.setAttribute('sandbox', sandboxFor(src))
    // Video sites refuse to play for a page that does not say where it stands; they are told no more.
    frame.referrerPolicy = element.matches('.embedded-video')
      ? 'strict-origin-when-cross-origin'
      : 'no-referrer'
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if (effectiveDirective === 'frame-src' && frame.isConnected) refuse(frame)
    })
    frame.src = src
    ask.replaceWith(frame)
    return frame
  }

  function refuse(frame: HTMLIFrameElement): void {
    const said = make('p', 'embedded-blocked', blocked)
    said.setAttribute('role', 'status')
    frame.replaceWith(said)
  }
}

/** A frame of our own origin that kept it could reach out of its sandbox. */
function sandboxFor(src: string): string {
  const own = new URL(src).origin === location.origin
  return `allow-scripts allow-forms allow-popups allow-presentation${own ? '' : ' allow-same-origin'}`
}

function remember(key: string): void {
  try {
    sessionStorage.setItem(key, '1')
  } catch {
    // Nothing can be kept: it is asked again.
  }
}

function isRemembered(key: string): boolean {
  try {
    return sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}
