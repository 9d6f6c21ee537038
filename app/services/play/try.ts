import { presetOf } from '#packaging/publication/presets/index.ts'
import { stateLimit } from '#packaging/publication/state-limit.ts'
import { knownWays, type Ways } from './known-ways.ts'

/** Characters of resume data that can be tried: of the oldest LMSs, of SCORM 1.2, of SCORM 2004. */
export const stateLimits = [255, 4096, 64_000] as const

export const choices = {
  tooLong: ['refused', 'cut'],
  interactions: ['kept', 'none'],
  rules: ['lax', 'strict'],
  mode: ['normal', 'review', 'browse'],
  network: ['fast', 'slow'],
} as const

/** How the LMS behaves in which a package is tried. All of it stands in the address of the page. */
export type TryOut = Ways & {
  /** Id of the preset it behaves as; empty for an LMS that does what the standard says. */
  lms: string
  /** Characters of resume data it keeps. */
  stateLimit: number
  mode: (typeof choices.mode)[number]
  network: (typeof choices.network)[number]
}

/** What an address asks for; what it leaves out is as that LMS does it. */
export function readTryOut(search: URLSearchParams, format: string): TryOut {
  const lms = presetOf(search.get('lms') ?? '')?.id ?? ''
  const asItDoes = usual(lms, format)
  const limit = Number(search.get('stateLimit'))
  const read = <Name extends keyof typeof choices>(name: Name) => {
    const asked = choices[name].find((each) => each === search.get(name))
    return { [name]: asked ?? asItDoes[name] } as Pick<TryOut, Name>
  }
  return {
    lms,
    stateLimit: stateLimits.find((each) => each === limit) ?? asItDoes.stateLimit,
    ...read('tooLong'),
    ...read('interactions'),
    ...read('rules'),
    ...read('mode'),
    ...read('network'),
  }
}

/** The shortest address that asks for it. */
export function writeTryOut(tryOut: TryOut, format: string): URLSearchParams {
  const search = new URLSearchParams(tryOut.lms && { lms: tryOut.lms })
  for (const [name, value] of Object.entries(usual(tryOut.lms, format))) {
    const chosen = tryOut[name as keyof TryOut]
    if (name !== 'lms' && chosen !== value) search.set(name, String(chosen))
  }
  return search
}

/** As an LMS does when nothing else is asked of it. */
function usual(lms: string, format: string): TryOut {
  const known = { tooLong: 'refused', interactions: 'kept', rules: 'lax' } as const
  return {
    lms,
    stateLimit: stateLimit(format as 'scorm-12', presetOf(lms)) ?? 64_000,
    ...known,
    ...knownWays[lms],
    mode: 'normal',
    network: 'fast',
  }
}
