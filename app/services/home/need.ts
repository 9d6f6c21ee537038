import type { TFunction } from 'i18next'

export const needKinds = [
  'review',
  'waiver',
  'publish',
  'guarantee-asked',
  'guarantee-ended',
  'guarantee-ending',
  'guarantee-look',
  'watch',
  'update',
  'check',
  'right-ended',
  'right-ending',
  'deployment',
  'invitation',
  'message',
  'forwarding-stopped',
  'forwarding-refused',
] as const
export type NeedKind = (typeof needKinds)[number]

/** `stops`: something cannot go on, or should not; `waits`: somebody waits for it; `soon`: neither yet. */
export type Consequence = 'stops' | 'waits' | 'soon'

/** One thing that needs one person. */
export type Need = {
  kind: NeedKind
  /** The same from one day to the next. */
  id: string
  /** `null` where it is about no module of theirs. */
  moduleId: string | null
  /** Of the module, the source, the file. */
  title: string
  /** What its sentence says of it; `aspect` and `reason` are named by their codes. */
  params: Record<string, string>
  /** The day it is due, or that it has waited since, `YYYY-MM-DD`. */
  on: string
  /** Whether that day is a term, not the day on which somebody asked. */
  isDated: boolean
  consequence: Consequence
  /** Where the one thing to do is done. */
  to: string
}

export type NeedSpeech = {
  /** The words of the home page and those of modules. */
  t: TFunction<['home', 'modules']>
  /** How a day is written, from `YYYY-MM-DD`. */
  day: (day: string) => string
}

/** Why it is there, in a sentence: the same on the page and in a letter. */
export function sayNeed({ t, day }: NeedSpeech, { kind, params, on }: Need): string {
  const { aspect, reason, day: until, ...names } = params
  return t(`why.${kind}`, {
    ...names,
    ...{ day: day(until ?? on) },
    aspect: aspect ? t(`modules:aspects.${aspect as 'content'}`) : '',
    reason: reason ? t(`deploymentReasons.${reason as 'outdated'}`) : '',
  })
}
