import {
  activityTypes,
  extensions,
  helpExtensions,
  helpVerbs,
  moreActivityTypes,
  opinionVerbs,
  positioningExtensions,
  positioningVerbs,
  verbs,
  videoExtensions,
  videoVerbs,
} from '../vocabulary.ts'

/** The public profiles whose words ours uses. @see github.com/adlnet/xapi-authored-profiles */
export const publicProfiles = {
  adl: 'ADL Vocabulary 1.0',
  tincan: 'TinCan Vocabulary 1.0',
  acrossx: 'AcrossX 1.0.1',
  video: 'Video 1.0.3',
  cmi5: 'cmi5 1.0',
} as const

export type Borrowed = { id: string; from: keyof typeof publicProfiles }

/** Every word of a public vocabulary that our statements say, and where it is defined. */
export const borrowed: readonly Borrowed[] = [
  verbs,
  opinionVerbs,
  helpVerbs,
  positioningVerbs,
  videoVerbs,
  activityTypes,
  moreActivityTypes,
  extensions,
  helpExtensions,
  positioningExtensions,
  videoExtensions,
]
  .flatMap((words) => Object.values<string>(words))
  .flatMap((id) => {
    const from = profileOf(id)
    return from ? [{ id, from }] : []
  })

/** `null` for a word of ours. */
function profileOf(id: string): Borrowed['from'] | null {
  if (id.startsWith('http://adlnet.gov/expapi/')) return 'adl'
  if (id.startsWith('http://id.tincanapi.com/')) return 'tincan'
  const [, name] = /^https:\/\/w3id\.org\/xapi\/(acrossx|video|cmi5)\//.exec(id) ?? []
  return (name as Borrowed['from'] | undefined) ?? null
}
