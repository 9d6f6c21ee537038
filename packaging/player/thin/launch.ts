import { hash } from '#content-schema/scoring/shuffled.ts'
import { findApi } from '../reporters/find-api.ts'
import { takeSeat } from '../reporters/take-seat.ts'
import { byId } from '../view/dom.ts'
import { fallbackApi, holdsLaterWork } from './fallback-api.ts'
import { createLine } from './line.ts'
import type { FromFrame, LauncherFacts, Opening, Taken, Told } from './messages.ts'
import { apiNameOf, type LmsRuntime, runtimeOf } from './runtime.ts'
import { watchTime } from './session-time.ts'
import { begin, learnerName, leftAsItWas, looksBack, snapshotOf } from './snapshot.ts'

/** Runs in the LMS: opens the module in the bank and speaks to the LMS for it; or plays the one beside it. */

/** A bank that has not answered by then is away. */
const patience = 8000
/** A page that came and says nothing is not the bank's, or is broken. */
const silence = 1500
/** An LMS that sets up its run-time after the module is given so many chances, so far apart. */
const chances = 10
const chanceEvery = 200

const facts: LauncherFacts = JSON.parse(byId('thin')?.textContent ?? '{}')
const { standard } = facts
const { origin } = new URL(facts.address)
const frame = byId<HTMLIFrameElement>('module')!
/** Whether it is known who plays: nobody is heard any more on who should. */
let decided = false

void launch()

async function launch(): Promise<void> {
  const leaveSeat = await takeSeat()
  if (!leaveSeat) return say('elsewhere')
  addEventListener('pagehide', leaveSeat)
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  addEventListener('message', hear)
  document.addEventListener('securitypolicyviolation', fallBack)
  setTimeout(fallBack, patience)
  frame.addEventListener('load', () => setTimeout(fallBack, silence), { once: true })
  frame.src = facts.address
}

function hear({ source, origin: from, data }: MessageEvent<FromFrame>): void {
  if (source !== frame.contentWindow || from !== origin) return
  if (data?.thin === 'closed') decided = true
  if (data?.thin !== 'ready' || decided) return
  decided = true
  void open()
}

async function open(): Promise<void> {
  const lms = await seekLms()
  if (!lms) return playFallback(null)
  const { port1, port2 } = new MessageChannel()
  const snapshot = snapshotOf(lms, standard)
  relay(lms, port1, snapshot)
  const learner = digestOf(snapshot[learnerName(standard)] ?? '')
  const message: Opening = { thin: 'open', learner, snapshot }
  frame.contentWindow?.postMessage(message, origin, [port2])
}

/** Another one in each package, too short to find anybody by: it is only to be counted. */
function digestOf(learner: string): string {
  return (hash(facts.address + learner) >>> 0).toString(36)
}

/** What the LMS has was begun already; the LMS of one's own page is `null` where there is none. */
async function seekLms(): Promise<LmsRuntime | null> {
  for (let chance = 0; chance < chances; chance += 1) {
    const api = findApi<object>(apiNameOf(standard), window)
    const lms = api && runtimeOf(api, standard)
    if (lms && begin(lms, standard)) return lms
    await new Promise((resolve) => setTimeout(resolve, chanceEvery))
  }
  return null
}

/** Ends the sitting however the page is left: what the frame says last may not arrive any more. */
function relay(lms: LmsRuntime, port: MessagePort, snapshot: Opening['snapshot']): void {
  const line = createLine(lms)
  const timeSpent = watchTime(standard)
  const records = !looksBack(snapshot, standard)
  let heard = false
  const end = () => {
    if (line.isEnded()) return
    const last = heard ? [timeSpent()] : leftAsItWas(snapshot, standard)
    for (const [name, value] of records ? last : []) line.set(name, value)
    line.end()
  }
  addEventListener('pagehide', end)
  port.onmessage = ({ data: told }: MessageEvent<Told>) => {
    heard ||= told.do === 'set'
    if (told.do === 'set') return line.set(told.name, told.value)
    if (told.do === 'give-up') {
      removeEventListener('pagehide', end)
      return playFallback(lms)
    }
    const taken: Taken = told.do === 'commit' ? line.commit() : line.end()
    port.postMessage(taken)
    if (told.do === 'end' && window.opener) window.close()
  }
}

/** The bank is away. */
async function fallBack(): Promise<void> {
  if (decided) return
  decided = true
  if (facts.endsAt !== null && Date.now() > facts.endsAt) say('ended')
  else playFallback(await seekLms())
}

function playFallback(lms: LmsRuntime | null): void {
  if (lms) {
    const keeps = holdsLaterWork(lms, facts)
    Object.assign(window, { [apiNameOf(standard)]: fallbackApi(lms, facts, keeps) })
    if (keeps) byId('kept')!.hidden = false
  }
  frame.src = 'fallback/index.html'
}

/** A sentence instead of the module. */
function say(id: 'ended' | 'elsewhere'): void {
  byId(id)!.hidden = false
  frame.hidden = true
}
