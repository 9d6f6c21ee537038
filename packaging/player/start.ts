import type { Behaviours } from './behaviour.ts'
import type { PlayerData } from './player-data.ts'
import type { Reporter } from './reporters/reporter.ts'
import { createSession, type Session } from './session.ts'
import { createStopwatch } from './stopwatch.ts'
import type { TracesParts } from './traces/open-traces.ts'
import type { Traces } from './traces/traces.ts'
import { all, byId, on, one } from './view/dom.ts'
import { createElements } from './view/elements.ts'
import {
  askToGoOn,
  clearWelcome,
  showLeft,
  showResult,
  showTrouble,
  showWelcome,
} from './view/notices.ts'
import { closeOutline, createPages, showPlace, toggleOutline } from './view/pages.ts'
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
  behaviours: Behaviours,
): Promise<void> {
  const data: PlayerData = JSON.parse(one('#player-data').textContent!)
  const run = await reporter.open(data, askToGoOn)
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
  run.watch?.(showTrouble)
  watch(session, stopwatch)
  build(data, session, behaviours)
}

function build(data: PlayerData, session: Session, behaviours: Behaviours): void {
  document.documentElement.dataset.player = 'on'
  for (const each of all('[data-live]')) each.hidden = false
  on(one('#result button'), 'click', () => {
    session.startAgain()
    questions.putBack()
    elements.changed()
    const first = data.questions.find(({ paper }) => paper === -1)
    pages.show(first?.sectionIndex ?? 0)
  })
  const pages = createPages(data, session, () => {
    clearWelcome()
    showResult(data, session, false)
  })
  const progressed = () => {
    showPlace(data, session)
    showResult(data, session, true)
    elements.changed()
  }
  const elements = createElements(data, session, behaviours, progressed, (place) =>
    questions.putBack(place),
  )
  const questions = createQuestions(data, session, behaviours, progressed)
  const { section } = session.state
  const first = data.publication.resume === 'always' ? section : 0
  // An address may lead to one element, as a preview does to what is being written.
  const asked = pages.at(byId(location.hash.slice(1)))
  pages.show(asked < 0 ? first : asked, 'nowhere')
  showWelcome(data, session, pages, section)
  wireTools(session)
}

function wireTools(session: Session): void {
  on(one('#toggle-outline'), 'click', () => toggleOutline())
  on(document, 'keydown', ({ key }) => {
    if (key === 'Escape') closeOutline()
  })
  for (const quit of all('#quit')) {
    on(quit, 'click', () => {
      const telling = session.close()
      const left = showLeft(session.isTold, telling)
      if (session.quit) session.quit()
      else if (window.opener) void left.then(() => window.close())
    })
  }
}

/** Follows attention, and ends the sitting however the page is left. There is no `unload`. */
function watch(session: Session, stopwatch: ReturnType<typeof createStopwatch>): void {
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'timeupdate']) {
    document.addEventListener(sign, stopwatch.touched, { capture: true, passive: true })
  }
  setInterval(stopwatch.settle, 15_000)
  setInterval(session.tick, storeEvery)
  on(document, 'visibilitychange', () => {
    const visible = document.visibilityState === 'visible'
    if (!visible) session.hidden()
    stopwatch.turned(visible)
  })
  on(window, 'pagehide', () => session.close())
  on(window, 'pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

function debounce(milliseconds: number): (action: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (action) => {
    clearTimeout(timer)
    timer = setTimeout(action, milliseconds)
  }
}
