import type { KeyFacts } from './kind.ts'
import { choiceFacts } from './kinds/choice.ts'
import { clozeFacts } from './kinds/cloze.ts'
import { fillInFacts } from './kinds/fill-in.ts'
import { likertFacts } from './kinds/likert.ts'
import { matchingFacts } from './kinds/matching.ts'
import { numericFacts } from './kinds/numeric.ts'
import { openFacts } from './kinds/open.ts'
import { scenarioFacts } from './kinds/scenario.ts'
import { sequencingFacts } from './kinds/sequencing.ts'
import { trueFalseFacts } from './kinds/true-false.ts'
import type { KindName, Question } from './question.ts'

/** Apart from the kinds themselves, so that the player does not carry them. */
const facts = {
  choice: choiceFacts,
  cloze: clozeFacts,
  fillIn: fillInFacts,
  likert: likertFacts,
  matching: matchingFacts,
  numeric: numericFacts,
  open: openFacts,
  scenario: scenarioFacts,
  sequencing: sequencingFacts,
  trueFalse: trueFalseFacts,
} satisfies Record<KindName, unknown>

/** What its kind says of a question's key, which is of that kind by construction. */
export function keyFactsOf({ kind }: Question): KeyFacts<Question['key']> {
  return facts[kind] as KeyFacts<Question['key']>
}
