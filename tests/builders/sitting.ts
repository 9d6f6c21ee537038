import { Scorm12API, Scorm2004API } from 'scorm-again'
import { readDocument } from '#content-schema/document.ts'
import { interactionPatterns } from '#content-schema/scoring/interaction-patterns.ts'
import type { Answer } from '#content-schema/scoring/question.ts'
import type { PackageSource } from '#packaging/package-source.ts'
import { playerData } from '#packaging/pipeline/player-data.ts'
import type { PlayerData } from '#packaging/player/player-data.ts'
import { beginIn } from '#packaging/player/reporters/begin.ts'
import { type Dialect, openLasting } from '#packaging/player/reporters/lasting.ts'
import { openings } from '#packaging/player/reporters/openings.ts'
import type { Run } from '#packaging/player/reporters/reporter.ts'
import { scorm12 } from '#packaging/player/reporters/scorm-12.ts'
import { scorm2004 } from '#packaging/player/reporters/scorm-2004.ts'
import { createSession, type Session } from '#packaging/player/session.ts'
import { createStopwatch } from '#packaging/player/stopwatch.ts'
import type { Publication } from '#packaging/publication/publication.ts'
import { packageSettings, packageSource } from './package-source.ts'

export type Standard = 'scorm-12' | 'scorm-2004'
/** One call of the player to the LMS, and what the LMS answered. */
export type Call = { name: string; args: string[]; answer: string }
/** What the LMS holds, by element. */
export type Held = Map<string, string>

/** What the player would be told about a module. */
export function dataOf(
  source: PackageSource = packageSource(),
  publication: Partial<Publication> = {},
): PlayerData {
  const doc = readDocument(source.document)
  const settings = packageSettings('xapi')
  return playerData({
    source,
    settings: { ...settings, publication: { ...settings.publication, ...publication } },
    doc,
  })
}

/** Answers to each question of `everyNode()`, in order. */
export const answers: Record<'right' | 'wrong', Answer[]> = {
  right: [['choicea001'], ['choiceb001', 'choiceb002'], ['false'], ['18,2']],
  wrong: [['choicea002'], ['choiceb003'], ['true'], ['112']],
}

/** A learner and their LMS, which remembers them from one sitting to the next. */
export function learner(
  standard: Standard,
  of: PlayerData = dataOf(),
  mode: 'normal' | 'review' = 'normal',
  through: Through = (lms) => lms,
) {
  const data = inWordsOf(standard, of)
  const calls: Call[] = []
  const postponed: (() => void)[] = []
  const modeElement = standard === 'scorm-12' ? 'cmi.core.lesson_mode' : 'cmi.mode'
  let held: Held = new Map([[modeElement, mode]])
  let time = Date.UTC(2026, 2, 14, 10)
  const pass = (milliseconds: number) => {
    time += milliseconds
  }

  /** One sitting; what is not closed in it ends as when a machine dies. */
  function sit(act: (session: Session, pass: (milliseconds: number) => void) => void): Held {
    const { run, values } = openRun(standard, { held, calls, data, through })
    const session = createSession({
      data,
      run,
      stopwatch: createStopwatch(() => time),
      traces: null,
      now: () => time,
      later: (action) => {
        postponed.push(action)
      },
    })
    session.show(session.state.section, true)
    act(session, pass)
    held = carriedOver(standard, held, values)
    return values
  }

  return { calls, postponed, data, sit }
}

/** As the export tells a package of that standard. */
export function inWordsOf(standard: Standard, data: PlayerData): PlayerData {
  const questions = data.questions.map((asked) => {
    return { ...asked, patterns: interactionPatterns(asked.question, standard) }
  })
  return { ...data, questions }
}

export function readAll(session: Session, data: PlayerData): void {
  for (const index of data.sections.keys()) session.show(index)
}

export const dialects: Record<Standard, Dialect> = {
  'scorm-12': scorm12,
  'scorm-2004': scorm2004,
}

/** What stands between the LMS and the player, where something does. */
export type Through = (lms: object) => object

type Sitting = { held: Held; calls: Call[]; data: PlayerData; through: Through }

function openRun(
  standard: Standard,
  { held, calls, data, through }: Sitting,
): { run: Run; values: Held } {
  const values: Held = new Map()
  const api =
    standard === 'scorm-12'
      ? new Scorm12API({ logLevel: 5 })
      : new Scorm2004API({ logLevel: 5 })
  api.loadFromJSON(nested(held), '')
  const begun = beginIn(through(recorded(api, calls, values)), openings[standard])
  if (!begun) throw new Error('the run-time does not begin')
  return { run: openLasting(begun, dialects[standard], data), values }
}

/** The same run-time, with each call written down. */
function recorded(api: object, calls: Call[], values: Held): object {
  const members = api as unknown as Record<string, (...args: string[]) => unknown>
  return new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...args: string[]) => {
          const answer = String(members[name]?.(...args))
          calls.push({ name, args, answer })
          const [element = '', value = ''] = args
          if (/SetValue$/.test(name) && answer === 'true') values.set(element, value)
          return answer
        },
    },
  )
}

/** What an LMS gives back: all of it after a suspension; else, in SCORM 1.2, the status alone. */
function carriedOver(standard: Standard, before: Held, now: Held): Held {
  const all = new Map(
    [...before, ...now].filter(([name]) => !/exit|time|interactions/.test(name)),
  )
  const is12 = standard === 'scorm-12'
  if (now.get(is12 ? 'cmi.core.exit' : 'cmi.exit') === 'suspend') return all
  return is12 ? new Map([...all].filter(([name]) => name.startsWith('cmi.core.'))) : new Map()
}

function nested(held: Held): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [element, value] of held) {
    const names = element.split('.')
    const last = names.pop() ?? ''
    let place = root
    for (const name of names) {
      place[name] ??= {}
      place = place[name] as Record<string, unknown>
    }
    place[last] = value
  }
  return root
}
