import type { PlayerData } from '../player-data.ts'
import { reporter as nowhere, openLocal } from './nowhere.ts'
import { readLaunch } from './read-launch.ts'
import type { Reporter, Run, XapiLaunch } from './reporter.ts'

/** Where the LMS's LRS keeps the state of the module. */
const stateId = 'grainotheque-state'
/** An LRS that takes longer is not waited for: the module starts from what this browser kept. */
const patience = 4000

export const reporter: Reporter = {
  platform: 'xapi',
  async open(data) {
    const launch = readLaunch(location.search)
    return launch ? openXapi(data, launch) : nowhere.open(data)
  },
}

/** Begins a sitting: the state is asked of the LMS's LRS, which is not waited for long. */
export async function openXapi(data: PlayerData, launch: XapiLaunch): Promise<Run> {
  const local = openLocal(`grainotheque.state.${data.moduleId}.${launch.registration ?? ''}`)
  const address = stateAddress(data, launch)
  let last = ''
  let sent = ''

  /** What the LRS did not take is sent again with the next report. */
  async function put(): Promise<void> {
    if (last === sent) return
    const state = last
    sent = state
    const options = { method: 'PUT', body: state, keepalive: true }
    const response = await request(launch, address, options)
    if (!response?.ok && sent === state) sent = ''
  }

  return {
    ...local,
    saved: (await readState(launch, address)) ?? local.saved,
    launch,
    report(report) {
      local.report(report)
      last = report.state
    },
    send: () => void put(),
    close: () => void put(),
  }
}

function stateAddress(data: PlayerData, launch: XapiLaunch): string {
  const fallback = `${data.iriBase}/m/${data.moduleId}/${data.edition.major}.${data.edition.minor}`
  const query = new URLSearchParams({
    stateId,
    activityId: launch.activityId ?? fallback,
    agent: JSON.stringify(launch.actor),
    ...(launch.registration && { registration: launch.registration }),
  })
  return `${launch.endpoint.replace(/\/$/, '')}/activities/state?${query}`
}

async function readState(launch: XapiLaunch, address: string): Promise<string | null> {
  const response = await request(launch, address, { method: 'GET' })
  return response?.status === 200 ? response.text() : null
}

/** `null` when the LRS does not answer, or not in time. */
async function request(
  { auth }: XapiLaunch,
  address: string,
  options: RequestInit,
): Promise<Response | null> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    return await fetch(address, {
      ...options,
      credentials: 'omit',
      signal: giveUp.signal,
      headers: {
        Authorization: auth,
        'X-Experience-API-Version': '1.0.3',
        ...(options.body !== undefined && { 'Content-Type': 'text/plain' }),
      },
    })
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
