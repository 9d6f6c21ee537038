import type { PlayerData } from '../player-data.ts'
import { askLrs, lrsAddress } from './ask-lrs.ts'
import { openLocalState } from './local-state.ts'
import { reporter as nowhere } from './nowhere.ts'
import { readLaunch } from './read-launch.ts'
import type { Reporter, Run, Trouble, XapiLaunch } from './reporter.ts'

/** Where the LMS's LRS keeps the state of the module. */
const stateId = 'grainotheque-state'

export const reporter: Reporter = {
  platform: 'xapi',
  async open(data, goOnAlone) {
    const launch = readLaunch(location.search)
    return launch ? openXapi(data, launch) : nowhere.open(data, goOnAlone)
  },
}

/** Begins a sitting: the state is asked of the LMS's LRS, which is not waited for long. */
export async function openXapi(data: PlayerData, launch: XapiLaunch): Promise<Run> {
  const { run, newest, ahead, keeps } = openLocalState(data, launch.registration)
  const address = stateAddress(data, launch)
  let last = ''
  let sent = ''
  let failures = 0
  let tell: (trouble: Trouble | null) => void = () => undefined

  /** What the LRS did not take is sent again with the next report. */
  async function put(): Promise<void> {
    if (last === sent) return
    const state = last
    sent = state
    const options = { method: 'PUT', body: state, keepalive: true }
    const response = await askLrs(launch, address, options)
    failures = response?.ok ? 0 : failures + 1
    if (response?.ok) ahead(last !== state)
    else if (sent === state) sent = ''
    // One refusal may be a hiccup: two in a row are said.
    say(failures > 1)
  }

  function say(isAway: boolean): void {
    tell(isAway ? (keeps(last) ? 'away' : 'awayUnkept') : null)
  }

  return {
    ...run,
    saved: newest(await readState(launch, address)),
    launch,
    report(report) {
      run.report(report)
      last = report.state
      if (last !== sent) ahead(true)
    },
    send: () => void put(),
    watch(listener) {
      tell = listener
    },
    async close() {
      await put()
      say(last !== sent)
    },
  }
}

function stateAddress(data: PlayerData, launch: XapiLaunch): string {
  const fallback = `${data.iriBase}/m/${data.moduleId}/${data.edition.major}.${data.edition.minor}`
  return lrsAddress(launch, 'activities/state', {
    stateId,
    activityId: launch.activityId ?? fallback,
    agent: JSON.stringify(launch.actor),
    ...(launch.registration && { registration: launch.registration }),
  })
}

async function readState(launch: XapiLaunch, address: string): Promise<string | null> {
  const response = await askLrs(launch, address)
  return response?.status === 200 ? response.text() : null
}
