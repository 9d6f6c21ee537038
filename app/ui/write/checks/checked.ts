import type { Weight } from '#content-schema/checks/weight.ts'
import type { Finding } from '#content-schema/finding.ts'

/** What is looked at as one writes, in the order it is shown. */
export const checkKinds = [
  'content',
  'accessibility',
  'rights',
  'alignment',
  'length',
  'weight',
  'state',
] as const
export type CheckKind = (typeof checkKinds)[number]

/** How much of an LMS's memory is asked for, at the worst. */
export type StateRoom = {
  characters: number
  target: number
  /** What takes the most of it, said where it matters. */
  costs: Finding[]
}

/** What was found in a document. */
export type Checked = {
  /** The most serious first; `null` for what needs to be told by the server, which did not answer. */
  findings: Record<CheckKind, Finding[] | null>
  elements: number
  /** Announced and estimated; `null` while what was announced is not known. */
  length: { minutes: number; announced: number } | null
  weight: Weight | null
  state: StateRoom
  /** Nothing is written yet: there is nothing to reproach anybody with. */
  blank: boolean
}

/** All of it in one list, for the marks beside the elements. */
export function allFindings({ findings }: Checked): Finding[] {
  return checkKinds.flatMap((kind) => findings[kind] ?? [])
}
