import { keep, kept } from '#packaging/player/keep.ts'
import { on, one } from '#packaging/player/view/dom.ts'

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
  const src = element.dataset.src!
  const { content } = one<HTMLTemplateElement>('template', element)
  const frame = one<HTMLIFrameElement>('iframe', content)
  // A frame of our own origin that kept it could reach out of its sandbox.
  if (new URL(src).origin === location.origin) frame.sandbox.remove('allow-same-origin')
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
