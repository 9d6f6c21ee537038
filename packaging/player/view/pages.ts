import { fill } from '../i18n/words.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'
import { all, byId, focusOn, type Heard, on, one } from './dom.ts'

export type Pages = {
  show(index: number, move?: Move): void
  /** Position of the page where something stands; -1 for nothing, and for what is on none. */
  at(target: Element | null): number
}
/** Where the focus goes: to the page's title, to one of its elements, or nowhere at the start. */
export type Move = 'title' | 'nowhere' | HTMLElement

/** Shows one section at a time, and wires whatever leads from one to another. */
export function createPages(data: PlayerData, session: Session, afterTurn: () => void): Pages {
  const sections = all('[data-section]')

  function show(wanted: number, move: Move = 'title'): void {
    const index = Math.min(wanted, furthest(data, session))
    sections.forEach((section, position) => {
      section.hidden = position !== index
      if (section.hidden) pauseMedia(section)
    })
    byId('cover')?.classList.toggle('is-folded', index > 0)
    session.show(index, move === 'nowhere')
    afterTurn()
    showPlace(data, session)
    if (move !== 'nowhere') moveTo(sections[index]!, move, index)
  }

  on(one('#previous'), 'click', () => show(session.state.section - 1))
  on(one('#next'), 'click', () => show(session.state.section + 1))
  const at = (target: Element | null) =>
    sections.findIndex((section) => section.contains(target))
  const pages = { show, at }
  on(document, 'click', (event) => followLink(event, pages))
  return pages
}

/** What changes around the page: number, bar, outline, buttons, title of the window. */
export function showPlace(data: PlayerData, session: Session): void {
  const { section, seen } = session.state
  const { sections, title } = data
  const number = one('#page-number')
  const total = sections.length
  number.textContent = fill(number.dataset.say!, { n: section + 1, total })
  one<HTMLProgressElement>('#progress').value = Math.round(session.progress().share * 100)
  one('#previous').hidden = section === 0
  one('#next').hidden = section === total - 1
  document.title = `${sections[section]!.title} – ${title}`
  all('#outline a').forEach((link, index) => {
    link.setAttribute('aria-current', index === section ? 'page' : 'false')
    link.setAttribute('aria-disabled', String(index > furthest(data, session)))
    link.classList.toggle('is-seen', seen[index])
    one('.for-screen-readers', link).hidden = !seen[index]
  })
}

/** The last page that may be turned to: in order, it is the first that was not seen. */
function furthest({ publication, sections }: PlayerData, { state }: Session): number {
  const next = publication.navigation === 'ordered' ? state.seen.indexOf(false) : -1
  return next === -1 ? sections.length - 1 : next
}

/** A link to another place of the module turns to its page first. */
function followLink(event: Heard, { at, show }: Pages): void {
  const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]')
  const target = link && byId(link.hash.slice(1))
  if (!target || at(target) < 0) return
  event.preventDefault()
  if (link.matches('[aria-disabled=true]')) return
  closeOutline()
  show(at(target), target.matches('[data-section]') ? 'title' : target)
}

export function closeOutline(): void {
  toggleOutline(false)
}

/** @param open the other way round, when left out */
export function toggleOutline(open?: boolean): void {
  const isOpen = one('#outline').classList.toggle('is-open', open)
  one('#toggle-outline').setAttribute('aria-expanded', String(isOpen))
}

function moveTo(section: HTMLElement, move: 'title' | HTMLElement, index: number): void {
  if (move === 'title') {
    window.scrollTo(0, 0)
    focusOn(one('h2', section), { preventScroll: index > 0 })
    return
  }
  // An element that shows its parts one at a time shows the one that holds the target.
  move.closest('details')?.setAttribute('open', '')
  move.dispatchEvent(new Event('reveal', { bubbles: true }))
  focusOn(move)
}

function pauseMedia(section: HTMLElement): void {
  for (const media of all<HTMLMediaElement>('video, audio', section)) media.pause()
}
