import type { Played } from '#app/services/play/lms-frame/messages.ts'
import { type Line, lineOf, topicOf } from './story-lines.ts'
import type { Call } from './use-lms.ts'

/** A part of a story: the beginning, what a person did, the end. */
export type Chapter = {
  kind: 'start' | 'page' | 'answer' | 'end'
  /** Of the page it happens on; empty where that is not said. */
  page: string
  lines: Line[]
}

/**
 * The calls of a launch as a story: those that the LMS was asked to store together tell of one thing
 * that the learner did.
 */
export function tellStory(calls: readonly Call[], played: Played): Chapter[] {
  const chapters: Chapter[] = []
  for (const batch of batches(calls)) {
    const kind = kindOf(batch, chapters.length === 0)
    const lines = grouped(batch).map((each) => lineOf(each, played))
    const last = chapters.at(-1)
    if (kind === null && last) last.lines.push(...lines)
    else chapters.push({ kind: kind ?? 'start', page: pageOf(batch, played), lines })
  }
  return chapters
}

/** Up to each request to store, which is the last of them. */
function batches(calls: readonly Call[]): Call[][] {
  const all: Call[][] = []
  let open: Call[] = []
  for (const call of calls) {
    if (open.length === 0) all.push(open)
    open.push(call)
    if (call.method.endsWith('Commit')) open = []
  }
  return all
}

function kindOf(batch: readonly Call[], isFirst: boolean): Chapter['kind'] | null {
  const sets = (name: RegExp) =>
    batch.some(({ method, element }) => method.endsWith('SetValue') && name.test(element))
  if (isFirst) return 'start'
  if (batch.some(({ method }) => /Finish|Terminate/.test(method))) return 'end'
  if (sets(/^cmi\.(interactions|objectives)\./)) return 'answer'
  return sets(location) ? 'page' : null
}

const location = /^cmi\.(core\.lesson_)?location$/

function pageOf(batch: readonly Call[], { pages }: Played): string {
  const call = batch.findLast(
    ({ method, element }) => method.endsWith('SetValue') && location.test(element),
  )
  return pages[call?.value ?? ''] ?? ''
}

/** Calls about one thing that follow each other. */
function grouped(batch: readonly Call[]): Call[][] {
  const groups: Call[][] = []
  let topic = ''
  for (const call of batch) {
    const own = topicOf(call)
    if (own !== topic || groups.length === 0) groups.push([])
    groups.at(-1)!.push(call)
    topic = own
  }
  return groups
}
