import type { Answer, AttemptEvent } from './read-event.ts'

/**
 * All that the statements of one attempt say, whatever their order: sums, extremes, and what
 * came first or last by the learner's clock. Each statement is folded once: the store refuses
 * its id the second time.
 */
export type Facts = {
  /** Milliseconds since 1970, UTC. */
  firstAt: number
  lastAt: number
  /** Who made the first statement. */
  actor: Dated<string>
  completed: boolean
  /** The last verdict. */
  passed: Dated<boolean> | null
  /** The section that was seen last. */
  lastSection: Dated<string> | null
  /** Milliseconds of active time by section seen. */
  sections: [sectionId: string, activeMs: number][]
  questions: QuestionFacts[]
  /** The last rating of each part: a learner may change their mind. */
  ratings: [nodeId: string, rating: Dated<number>][]
  /** When each package it was played from said something last. */
  packages: [packageId: string, lastAt: number][]
}

type Dated<Value> = { at: number; id: string; value: Value }

export type QuestionFacts = {
  questionId: string
  keyDigest: string
  first: Dated<Answer>
  tries: number
}

/** @param facts `null` before the first event of an attempt */
export function foldEvent(facts: Facts | null, event: AttemptEvent): Facts {
  const { at, what } = event
  const before = facts ?? emptyFacts(event)
  return {
    ...before,
    firstAt: Math.min(before.firstAt, at),
    lastAt: Math.max(before.lastAt, at),
    actor: earlier(before.actor, dated(event, event.actor)),
    completed: before.completed || what.kind === 'completed',
    passed:
      what.kind === 'judged' ? later(before.passed, dated(event, what.passed)) : before.passed,
    ...foldSection(before, event),
    questions:
      what.kind === 'answer'
        ? foldAnswer(before.questions, event, what.answer)
        : before.questions,
    ratings:
      what.kind === 'rating'
        ? foldRating(before.ratings, what.nodeId, dated(event, what.rating))
        : before.ratings,
    packages: foldPackage(before.packages, event),
  }
}

function foldPackage(
  packages: Facts['packages'],
  { packageId, at }: AttemptEvent,
): Facts['packages'] {
  if (packageId === null) return packages
  const known = packages.find(([id]) => id === packageId)
  if (!known) return [...packages, [packageId, at]]
  return packages.map((each) => (each === known ? [packageId, Math.max(each[1], at)] : each))
}

function emptyFacts(event: AttemptEvent): Facts {
  return {
    firstAt: event.at,
    lastAt: event.at,
    actor: dated(event, event.actor),
    completed: false,
    passed: null,
    lastSection: null,
    sections: [],
    questions: [],
    ratings: [],
    packages: [],
  }
}

/**
 * An answer shows that its section was reached, even when leaving the section was never told.
 */
function foldSection(
  facts: Facts,
  event: AttemptEvent,
): Pick<Facts, 'lastSection' | 'sections'> {
  const { what } = event
  const sectionId = what.kind === 'section' || what.kind === 'answer' ? what.sectionId : null
  const { lastSection, sections } = facts
  if (sectionId === null) return { lastSection, sections }
  const activeMs = what.kind === 'section' ? what.activeMs : 0
  return {
    lastSection: later(lastSection, dated(event, sectionId)),
    sections: withTime(sections, sectionId, activeMs),
  }
}

function withTime(
  sections: Facts['sections'],
  id: string,
  activeMs: number,
): Facts['sections'] {
  if (!sections.some(([sectionId]) => sectionId === id)) return [...sections, [id, activeMs]]
  return sections.map(([sectionId, before]) =>
    sectionId === id ? [sectionId, before + activeMs] : [sectionId, before],
  )
}

function foldAnswer(
  questions: QuestionFacts[],
  event: AttemptEvent,
  answer: Answer,
): QuestionFacts[] {
  const { questionId, keyDigest, tryNumber } = answer
  const given = { questionId, keyDigest, first: dated(event, answer), tries: tryNumber }
  const isSame = (each: QuestionFacts) =>
    each.questionId === questionId && each.keyDigest === keyDigest
  if (!questions.some(isSame)) return [...questions, given]
  return questions.map((each) => (isSame(each) ? mergeAnswers(each, given) : each))
}

function mergeAnswers(before: QuestionFacts, given: QuestionFacts): QuestionFacts {
  const tries = Math.max(before.tries, given.tries)
  const difference = given.first.value.tryNumber - before.first.value.tryNumber
  if (difference < 0) return { ...before, tries, first: given.first }
  if (difference > 0) return { ...before, tries }
  return { ...before, tries, first: earlier(before.first, given.first) }
}

function foldRating(
  ratings: Facts['ratings'],
  nodeId: string,
  given: Dated<number>,
): Facts['ratings'] {
  const before = ratings.find(([id]) => id === nodeId)?.[1] ?? null
  const others = ratings.filter(([id]) => id !== nodeId)
  return [...others, [nodeId, later(before, given)]]
}

function dated<Value>(event: AttemptEvent, value: Value): Dated<Value> {
  return { at: event.at, id: event.statementId, value }
}

function earlier<Value>(a: Dated<Value>, b: Dated<Value>): Dated<Value> {
  return compare(a, b) <= 0 ? a : b
}

function later<Value>(a: Dated<Value> | null, b: Dated<Value>): Dated<Value> {
  return a && compare(a, b) >= 0 ? a : b
}

/** By time, then by the statement's id, so that two of the same instant have one order. */
function compare(a: Dated<unknown>, b: Dated<unknown>): number {
  if (a.at !== b.at) return a.at - b.at
  return a.id < b.id ? -1 : Number(a.id > b.id)
}
