import type { FrameLocator, Locator } from '@playwright/test'
import type { NodeJson } from '#content-schema/identity.ts'
import type { ElementName } from '#content-schema/schema.ts'

/** Somebody who plays a package with the keyboard alone. */
export type Learner = {
  /** The element played. */
  element: Locator
  module: FrameLocator
  /** Presses Tab until this has the focus; fails when it never does. */
  tabTo: (target: Locator) => Promise<void>
  press: (key: string, times?: number) => Promise<void>
  type: (text: string) => Promise<void>
}

/** One interaction of the data model, as far as the test says; names as SCORM 2004 has them. */
export type ExpectedInteraction = {
  type: string
  response: string
  result: 'correct' | 'wrong' | 'neutral'
}

/** What the tests that walk the catalogue need of an element: one file in `elements/` each. */
export type ElementSample = {
  /** A finished one, as an author would leave it, whatever it can hold in it; French. */
  node: NodeJson
  /** What learners read of it without doing anything; in its page, its print-out and its plain text. */
  says: string[]
  /** What only reviewers and the print-out of answers show. */
  answers?: string[]
  /** Does all there is to do, rightly, by keyboard. Left out where there is nothing to do. */
  play?: (learner: Learner) => Promise<void>
  /** What then stands in `cmi.interactions`; left out where it makes none. */
  interactions?: { scorm12: ExpectedInteraction[]; scorm2004: ExpectedInteraction[] }
  /** As an earlier format had it, and as it must be read today; one pair an upgrade of this element. */
  upgrades?: { from: number; before: NodeJson; after: NodeJson }[]
}

/** A sample under the name of its element. */
export function sampleOf(_element: ElementName, sample: ElementSample): ElementSample {
  return sample
}

/** A part of an element: its words, or the nodes it holds. */
export function part(type: string, ...content: (NodeJson | string)[]): NodeJson {
  const inside = content.map((each) =>
    typeof each === 'string' ? { type: 'text', text: each } : each,
  )
  return { type, content: inside }
}

/** Presses the button that hands in an answer. */
export async function check({ element, tabTo, press }: Learner): Promise<void> {
  await tabTo(element.getByRole('button', { name: 'Valider' }))
  await press('Enter')
}
