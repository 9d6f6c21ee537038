import type { Behaviour } from './behaviour.ts'
import { placeOfPaper } from './papers.ts'
import type { PlayerData } from './player-data.ts'
import type { Reporter } from './reporters/reporter.ts'
import { createSession, type Session } from './session.ts'
import { createStopwatch } from './stopwatch.ts'
import type { TracesParts } from './traces/open-traces.ts'
import type { Traces } from './traces/traces.ts'
import { all, byId } from './view/dom.ts'
import { createElements } from './view/elements.ts'
import {
  askToGoOn,
  clearWelcome,
  showLeft,
  showResult,
  showTrouble,
  showWelcome,
} from './view/notices.ts'
import { closeOutline, createPages, showPlace } from './view/pages.ts'
import { createQuestions } from './view/questions.ts'

/** Stored so often even if nothing changes: what an LMS forgets, it forgets little of. */
const storeEvery = 60_000
/** A change is stored so much later: several at once are one request to the LMS. */
const storeAfter = 1500

/**
 * Brings the page to life.
 *
 * @param behaviours of the elements that the module has
 * @param openTraces `null` in packages that send no statements, which then do not carry the code
 */
export async function start(
  reporter: Reporter,
  openTraces: ((parts: TracesParts) => Traces | null) | null,
  behaviours: readonly Behaviour[],
): Promise<void> {
  const text = byId('player-data')?.textContent
  if (!text) return
  const data: PlayerData = JSON.parse(text)
  const run = await reporter.open(data, () => askToGoOn(data))
  const now = () => Date.now()
  const { platform } = reporter
  const { launch } = run
  const stopwatch = createStopwatch(() => performance.now())
  const session = createSession({
    data,
    run,
    stopwatch,
    now,
    later: debounce(storeAfter),
    traces:
      openTraces &&
      ((state, resumed) => openTraces({ data, platform, launch, state, resumed, now })),
  })
  run.watch?.((trouble) => showTrouble(data, trouble))
  watch(session, stopwatch)
  build(data, session, new Map(behaviours.map((each) => [each.element, each])))
}

function build(
  data: PlayerData,
  session: Session,
  behaviours: ReadonlyMap<string, Behaviour>,
): void {
  document.documentElement.dataset.player = 'on'
  const again = () => {
    session.startAgain()
    questions.putBack()
    elements.changed()
    const first = data.questions.find((_, index) => placeOfPaper(data, index) === -1)
    pages.show(first?.sectionIndex ?? 0)
  }
  const pages = createPages(data, session, () => {
    clearWelcome()
    showResult(data, session, again, false)
  })
  const progressed = () => {
    showPlace(data, session)
    showResult(data, session, again, true)
    elements.changed()
  }
  const elements = createElements(data, session, behaviours, progressed, (place) =>
    questions.putBack(place),
  )
  const questions = createQuestions(data, session, behaviours, progressed)
  const { section } = session.state
  const first = data.publication.resume === 'always' ? section : 0
  pages.show(pageOfAddress() ?? first, 'nowhere')
  showWelcome(data, session, pages, section)
  wireTools(data, session)
}

/** An address may lead to one element, as a preview does to what is being written. */
function pageOfAddress(): number | null {
  const target = location.hash ? byId(location.hash.slice(1)) : null
  const section = target?.closest('[data-section]')
  const index = section ? all('[data-section]').indexOf(section as HTMLElement) : -1
  return index === -1 ? null : index
}

function wireTools(data: PlayerData, session: Session): void {
  const toggle = byId('toggle-outline')
  toggle?.addEventListener('click', () => {
    const open = byId('outline')?.classList.toggle('is-open') ?? false
    toggle.setAttribute('aria-expanded', String(open))
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeOutline()
  })
  byId('quit')?.addEventListener('click', () => {
    session.close()
    showLeft(data)
    if (session.quit) session.quit()
    else if (window.opener) window.close()
  })
}

/** Follows attention, and ends the sitting however the page is left. There is no `unload`. */
function watch(session: Session, stopwatch: ReturnType<typeof createStopwatch>): void {
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'timeupdate']) {
    document.addEventListener(sign, stopwatch.touched, { capture: true, passive: true })
  }
  setInterval(stopwatch.settle, 15_000)
  setInterval(session.tick, storeEvery)
  document.addEventListener('visibilitychange', () => {
    const visible = document.visibilityState === 'visible'
    if (!visible) session.hidden()
    stopwatch.turned(visible)
  })
  window.addEventListener('pagehide', () => session.close())
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

function debounce(milliseconds: number): (action: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (action) => {
    clearTimeout(timer)
    timer = setTimeout(action, milliseconds)
  }
}
