import { openCopy } from '../reporters/browser-copy.ts'
import { byId } from '../view/dom.ts'
import type { FromFrame, Opening, Taken, Told } from './messages.ts'
import { apiNameOf } from './runtime.ts'
import { createShim } from './shim.ts'
import { learnerName } from './snapshot.ts'
import { underDigest } from './state-digest.ts'

/** Runs in a page of the bank, instead of its player, which it lets in once there is somebody to tell. */

const own = document.currentScript?.dataset ?? {}
const standard = own.standard === 'scorm-12' ? 'scorm-12' : 'scorm-2004'
let opened = false

/** From the page around this one alone, and once: whoever else speaks is not heard. */
addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<Opening>) => {
  if (opened || source !== parent || data?.thin !== 'open' || !port) return
  opened = true
  open(data, port)
})
if (parent !== window) tellParent({ thin: 'ready' })

/** It may be any LMS; nothing is said here that anybody may not hear. */
function tellParent(message: FromFrame): void {
  parent.postMessage(message, '*')
}

async function open({ learner, snapshot }: Opening, port: MessagePort): Promise<void> {
  if (!(await mayPlay(learner))) return location.replace('../full')
  const tell = (told: Told) => port.postMessage(told)
  const shim = createShim({
    standard,
    snapshot,
    tell,
    written: (state) => (own.state ? underDigest(state, own.state) : state),
  })
  const copy = openCopy(packageId(), snapshot[learnerName(standard)] ?? '')
  port.onmessage = ({ data }: MessageEvent<Taken>) => {
    shim.taken(data)
    const kept = data.stored ? null : copy.read()
    if (kept) copy.write({ ...kept, pending: true })
  }
  addEventListener('pagehide', shim.leave)
  Object.assign(window, { [apiNameOf(standard)]: shim.api })
  document.documentElement.hidden = false
  for (const name of own.scripts?.split(' ') ?? []) run(name, () => tell({ do: 'give-up' }))
}

/** In the order they are asked for. */
function run(path: string, onError: () => void): void {
  const script = document.createElement('script')
  script.async = false
  script.onerror = onError
  script.src = path
  document.head.append(script)
}

/** A bank that does not answer has not refused. */
async function mayPlay(learner: string): Promise<boolean> {
  try {
    const answer = await fetch('../learners', { method: 'POST', body: learner })
    return answer.status !== 403
  } catch {
    return true
  }
}

/** Under which the player keeps its copy in this browser. */
function packageId(): string {
  return JSON.parse(byId('player-data')?.textContent ?? '{}').packageId ?? ''
}
