import { fill } from '../i18n/words.ts'
import type { PlayerData } from '../player-data.ts'
import type { Session } from '../session.ts'
import { all, byId, make } from './dom.ts'

export type Pages = { show(index: number, move?: Move): void }
/** Where the focus goes: to the page's title, to one of its elements, or nowhere at the start. */
export type Move = 'title' | 'nowhere' | HTMLElement

/** Shows one section at a time, and wires whatever leads from one to another. */
export function createPages(data: PlayerData, session: Session, afterTurn: () => void): Pages {
  const sections = all('[data-section]')

  function show(wanted: number, move: Move = 'title'): void {
    const index = Math.min(wanted, furthest(data, session))
    sections.forEach((section, position) => {
      section.hidden = position !== index
      if (position !== index) pauseMedia(section)
    })
    byId('cover')?.classList.toggle('is-folded', index > 0)
    session.show(index, move === 'nowhere')
    afterTurn()
    showPlace(data, session)
    moveTo(sections[index], move, index)
  }

  byId('previous')?.addEventListener('click', () => show(session.state.section - 1))
  byId('next')?.addEventListener('click', () => show(session.state.section + 1))
  document.addEventListener('click', (event) => followLink(event, sections, show))
  return { show }
}

/** What changes around the page: number, bar, outline, buttons, title of the window. */
export function showPlace(data: PlayerData, session: Session): void {
  const { section } = session.state
  const total = data.sections.length
  const number = byId('page-number')
  if (number) number.textContent = fill(data.words.page, { n: section + 1, total })
  const bar = byId<HTMLProgressElement>('progress')
  if (bar) bar.value = Math.round(session.progress().share * 100)
  byId('previous')?.toggleAttribute('hidden', section === 0)
  byId('next')?.toggleAttribute('hidden', section === total - 1)
  document.title = `${data.sections[section]?.title ?? ''} – ${data.title}`
  markOutline(data, session)
}

/** The last page that may be turned to: in order, it is the first that was not seen. */
function furthest({ publication, sections }: PlayerData, { state }: Session): number {
  const next = publication.navigation === 'ordered' ? state.seen.indexOf(false) : -1
  return next === -1 ? sections.length - 1 : next
}

function markOutline(data: PlayerData, session: Session): void {
  all<HTMLAnchorElement>('#outline a').forEach((link, index) => {
    if (index === session.state.section) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
    const seen = session.state.seen[index] ?? false
    if (index > furthest(data, session)) link.setAttribute('aria-disabled', 'true')
    else link.removeAttribute('aria-disabled')
    link.classList.toggle('is-seen', seen)
    if (seen && !link.querySelector('.for-screen-readers')) {
      link.append(make('span', 'for-screen-readers', ` (${data.words.seen})`))
    }
  })
}

/** A link to another place of the module turns to its page first. */
function followLink(event: MouseEvent, sections: HTMLElement[], show: Pages['show']): void {
  const link = (event.target as Element).closest?.('a[href^="#"]')
  const target = link && byId(link.getAttribute('href')?.slice(1) ?? '')
  const index = sections.findIndex((section) => target && section.contains(target))
  if (!link || !target || index === -1) return
  event.preventDefault()
  if (link.ariaDisabled === 'true') return
  closeOutline()
  show(index, target === sections[index] ? 'title' : target)
}

export function closeOutline(): void {
  byId('outline')?.classList.remove('is-open')
  byId('toggle-outline')?.setAttribute('aria-expanded', 'false')
}

function moveTo(section: HTMLElement | undefined, move: Move, index: number): void {
  if (move === 'nowhere' || !section) return
  const target = move === 'title' ? section.querySelector('h2') : move
  if (!target) return
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  if (move === 'title') window.scrollTo(0, 0)
  // An element that shows its parts one at a time shows the one that holds the target.
  else target.dispatchEvent(new Event('reveal', { bubbles: true }))
  target.focus({ preventScroll: move === 'title' && index > 0 })
}

function pauseMedia(section: HTMLElement): void {
  for (const media of all<HTMLMediaElement>('video, audio', section)) media.pause()
}
