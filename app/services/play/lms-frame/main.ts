import { Scorm12API, Scorm2004API } from 'scorm-again'
import type { PlayerData } from '#packaging/player/player-data.ts'
import { interactionId } from '#packaging/player/reporters/interaction-id.ts'
import { type Api, answering, type Standard } from './answering.ts'
import { forget, type Kept, keep, recall } from './attempt-store.ts'
import type { FromFrame, Played, Start, ToFrame } from './messages.ts'
import { launchOverXapi } from './xapi-launch.ts'

/** Runs in the LMS page: gives the package an LMS, and tells the application what is said to it. */

type DataModel = {
  cmi: { getCurrentTotalTime: () => string }
  loadFromJSON: (data: object, path?: string) => void
}

const own = (document.documentElement.dataset.applicationOrigins ?? '').split(' ')
const settings = { autocommit: false, logLevel: 5, mastery_override: false }
const frame = document.querySelector<HTMLIFrameElement>('#package')!

let application: string | null = null
let isAlive = true

addEventListener('message', ({ data, origin, source }: MessageEvent<ToFrame>) => {
  if (source !== parent || !own.includes(origin)) return
  if (data?.type === 'session') live(data.alive)
  if (data?.type !== 'start' || application) return
  application = origin
  void start(data)
})

function live(alive: boolean): void {
  isAlive = alive
  void fetch('session', { method: 'POST', body: alive ? 'alive' : 'dead' })
}

async function start(given: Start): Promise<void> {
  const { standard, key, reset, tryOut } = given
  if (reset) forget(key)
  if (standard === 'scorm-12') expose('API', new Scorm12API(settings) as never, given)
  if (standard === 'scorm-2004') {
    expose('API_1484_11', new Scorm2004API(settings) as never, given)
  }
  const address = tryOut.network === 'slow' ? 'slow/files' : 'files'
  const isXapi = standard === 'cmi5' || standard === 'xapi'
  const search = isXapi ? await launchOverXapi(given, tellStatement) : ''
  frame.addEventListener('load', () => tellPackage())
  frame.src = `${address}/index.html${search}`
}

function expose(name: 'API' | 'API_1484_11', api: Api & DataModel, given: Start): void {
  const { key, tryOut } = given
  const standard = given.standard as Standard
  const kept = recall(key)
  api.loadFromJSON({ cmi: { ...kept?.cmi, ...modeOf(given, kept) } }, '')
  const answers = answering({
    api,
    standard,
    tryOut,
    isAlive: () => isAlive,
    wait: (milliseconds) => {
      const end = performance.now() + milliseconds
      while (performance.now() < end);
    },
    onCall: (call) => {
      tell({ type: 'call', ...call })
      if (call.method.endsWith('GetValue')) return
      const model = modelOf(api)
      if (isAlive && /Commit|Finish|Terminate/.test(call.method)) keep(key, model)
      tell({ type: 'model', model: model.cmi })
    },
  })
  Object.assign(window, { [name]: answers })
}

/** A learner who only looks back or around is given no credit for it. */
function modeOf({ standard, tryOut: { mode } }: Start, kept: Kept | null): object {
  const credit = mode === 'normal' ? 'credit' : 'no-credit'
  if (standard !== 'scorm-12') return { mode, credit }
  return { core: { ...(kept?.cmi.core as object), lesson_mode: mode, credit } }
}

function modelOf(api: Api & DataModel): Kept {
  const totalTime = api.cmi.getCurrentTotalTime()
  return { ...JSON.parse(JSON.stringify({ cmi: api.cmi })), totalTime }
}

/** A package is on this page's own origin: what it is made of can be read. */
function tellPackage(): void {
  const text = frame.contentDocument?.getElementById('player-data')?.textContent
  if (text) tell({ type: 'package', ...namesIn(JSON.parse(text)) })
}

function namesIn({ code, sections, questions, assessments }: PlayerData): Played {
  const prompts = questions.flatMap(({ described }) =>
    Object.entries(described).map(([id, { prompt }]) => [interactionId(code, id), prompt]),
  )
  const titles = assessments.map(({ id, title }) => [interactionId(code, id), title])
  return {
    pages: Object.fromEntries(sections.map(({ id, title }) => [id, title])),
    asked: Object.fromEntries([...prompts, ...titles]),
  }
}

function tellStatement(
  statement: Extract<FromFrame, { type: 'statement' }>['statement'],
): void {
  tell({ type: 'statement', statement })
}

function tell(message: FromFrame): void {
  if (application) parent.postMessage(message, application)
}
