import { Scorm12API, Scorm2004API } from 'scorm-again'
import { forget, type Kept, keep, recall } from './attempt-store.ts'
import type { FromFrame, ToFrame } from './messages.ts'

/** Runs in the LMS page: gives the package an API, and tells the application what is said to it. */

type Api = Record<string, (...args: string[]) => string> & {
  cmi: { getCurrentTotalTime: () => string }
  loadFromJSON: (data: object, path?: string) => void
}

const own = (document.documentElement.dataset.applicationOrigins ?? '').split(' ')
const settings = { autocommit: false, logLevel: 5, mastery_override: false }
const methods = [
  ...['Initialize', 'Finish', 'Terminate', 'GetValue', 'SetValue', 'Commit'],
  ...['GetLastError', 'GetErrorString', 'GetDiagnostic'],
]

let application: string | null = null

addEventListener('message', ({ data, origin, source }: MessageEvent<ToFrame>) => {
  if (application || source !== parent || !own.includes(origin) || data?.type !== 'start')
    return
  application = origin
  start(data)
})

function start({ standard, key, reset }: ToFrame): void {
  if (reset) forget(key)
  if (standard === 'scorm-12') expose('API', new Scorm12API(settings) as never, 'LMS', key)
  if (standard === 'scorm-2004') {
    expose('API_1484_11', new Scorm2004API(settings) as never, '', key)
  }
  document.querySelector<HTMLIFrameElement>('#package')!.src = 'files/index.html'
}

function expose(name: 'API' | 'API_1484_11', api: Api, prefix: 'LMS' | '', key: string): void {
  const kept = recall(key)
  if (kept) api.loadFromJSON({ cmi: kept.cmi }, '')
  const given: Record<string, (...args: string[]) => string> = {}
  for (const method of methods.map((each) => `${prefix}${each}`)) {
    const call = api[method]
    if (call)
      given[method] = (...args) => watched(api, { prefix, method, args, key }, call.bind(api))
  }
  Object.assign(window, { [name]: given })
}

type CallMade = { prefix: string; method: string; args: string[]; key: string }

function watched(api: Api, made: CallMade, call: (...args: string[]) => string): string {
  const { prefix, method, args, key } = made
  const result = call(...args)
  if (/GetLastError|GetErrorString|GetDiagnostic/.test(method)) return result
  const errorCode = String(api[`${prefix}GetLastError`]?.() ?? '0')
  const [element = '', value = ''] = args
  tell({ type: 'call', method, element, value, result: String(result), errorCode })
  if (method.endsWith('GetValue')) return result
  const model = modelOf(api)
  if (/Commit|Finish|Terminate/.test(method)) keep(key, model)
  tell({ type: 'model', model: model.cmi })
  return result
}

function modelOf(api: Api): Kept {
  const totalTime = api.cmi.getCurrentTotalTime()
  return { ...JSON.parse(JSON.stringify({ cmi: api.cmi })), totalTime }
}

function tell(message: FromFrame): void {
  if (application) parent.postMessage(message, application)
}
