import { fill } from '../i18n/words.ts'

/** The element of this id, which the page was written with. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind | null {
  return document.getElementById(id) as Kind | null
}

export function all<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind[] {
  return [...within.querySelectorAll<Kind>(selector)]
}

/** The first that a selector finds, of what the export always writes. */
export function one<Kind extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind {
  return within.querySelector<Kind>(selector)!
}

/** What is read of the events that a listener is called with: each has what its name says. */
export type Heard = MouseEvent &
  KeyboardEvent &
  PageTransitionEvent &
  SecurityPolicyViolationEvent & { target: HTMLElement }

/** Has a listener called on each of these events, named between spaces. */
export function on(target: EventTarget, types: string, listener: (event: Heard) => void): void {
  for (const type of types.split(' ')) target.addEventListener(type, listener as EventListener)
}

/** An element with a text in it; text is never read as HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

export function button(text: string, action: () => void): HTMLButtonElement {
  const made = make('button', '', text)
  made.type = 'button'
  on(made, 'click', action)
  return made
}

type Values = Parameters<typeof fill>[1]

/**
 * Shows those parts, right in an element, whose `data-when` names a fact, and hides the others. A part that
 * has a sentence in `data-say` says it with these values; the same words are not said again.
 */
export function showWhen(
  within: ParentNode,
  facts: Record<string, unknown>,
  values: Values = {},
): void {
  for (const part of all(':scope > [data-when]', within)) {
    part.hidden = !facts[part.dataset.when!]
    if (part.dataset.say) say(part, fill(part.dataset.say, values))
  }
}

/** The same words are not said again. */
export function say(part: HTMLElement, sentence: string): void {
  if (part.textContent !== sentence) part.textContent = sentence
}

/** Moves the focus to something that may not be a field. */
export function focusOn(element: HTMLElement, options?: FocusOptions): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus(options)
}
