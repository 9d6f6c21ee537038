import { type IconName, icons } from '../icons.ts'

type Attributes = Record<string, string | number | boolean>

/** Makes an element; `true` writes an attribute without value, `false` leaves it out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (globalThis.Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** An outline on a grid of 20; decoration beside words. */
export function icon(outline: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('class', 'me-icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', outline)
  svg.append(path)
  return svg
}

/**
 * Draws anew what may hold the focus: it then goes to the first control that is there, or where
 * `otherwise` says, so that the keyboard never falls back to the top of the page.
 */
export function redrawn(dom: HTMLElement, draw: () => void, otherwise: () => void): void {
  const held = dom.contains(document.activeElement)
  draw()
  if (!held || dom.contains(document.activeElement)) return
  const control = dom.querySelector<HTMLElement>('input, button')
  if (control) control.focus({ preventScroll: true })
  else otherwise()
}

/** A button with an icon and, for those who do not see it, its words. */
export function iconButton(
  name: IconName,
  label: string,
  press: () => void,
): HTMLButtonElement {
  const button = h(
    'button',
    { type: 'button', class: 'me-icon-button', title: label },
    icon(icons[name]),
  )
  button.setAttribute('aria-label', label)
  button.addEventListener('click', press)
  return button
}

export function textButton(
  name: IconName,
  label: string,
  press: () => void,
): HTMLButtonElement {
  const button = h(
    'button',
    { type: 'button', class: 'me-text-button' },
    icon(icons[name]),
    label,
  )
  button.addEventListener('click', press)
  return button
}

/** Controls keep their events; the rest of a node view leaves them to the editor. */
export function isControl(event: Event): boolean {
  const target = event.target as Element | null
  return (
    target?.closest?.(
      'button, input, select, textarea, label, video, audio, a.me-file, .me-regions',
    ) != null
  )
}
