import { make, on, one } from '#packaging/player/view/dom.ts'
import { keep, kept } from '#packaging/player/view/keep.ts'

/**
 * A button that loads what another site shows: nothing is asked of that site before it is pressed.
 * The choice holds for this element and this sitting.
 */
export function wireEmbedded(element: HTMLElement): void {
  const key = `shown ${element.id}`
  const ask = one('.embedded-ask', element)
  on(ask, 'click', () => {
    keep(key, '1', 'sessionStorage')
    show(element, ask).focus()
  })
  if (kept(key, 'sessionStorage')) show(element, ask)
}

function show(element: HTMLElement, ask: HTMLElement): HTMLIFrameElement {
  const { src = '', title = '' } = element.dataset
  const frame = make('iframe')
  frame.title = title
  frame.allow = 'fullscreen; picture-in-picture'
  // A frame of our own origin that kept it could reach out of its sandbox.
  const own = new URL(src).origin === location.origin
  frame.setAttribute(
    'sandbox',
    `allow-scripts allow-forms allow-popups allow-presentation${own ? '' : ' allow-same-origin'}`,
  )
  // Video sites refuse to play for a page that does not say where it stands; they are told no more.
  frame.referrerPolicy = element.matches('.embedded-video')
    ? 'strict-origin-when-cross-origin'
    : 'no-referrer'
  on(document, 'securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective !== 'frame-src' || !frame.isConnected) return
    frame.remove()
    const said = one('.embedded-blocked', element)
    said.textContent = said.dataset.blocked!
  })
  frame.src = src
  ask.replaceWith(frame)
  return frame
}
