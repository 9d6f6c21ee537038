import type { NodeName } from '#content-schema/schema.ts'
import { elementEditors } from '../elements/index.ts'
import { referenceView } from '../node-views/reference-view.ts'
import { choice } from './choice.ts'
import { choiceText } from './choice-text.ts'
import { feedback } from './feedback.ts'
import type { NodeManners } from './from-spec.ts'
import { hardBreak } from './hard-break.ts'
import { listItem } from './list-item.ts'
import { prompt } from './prompt.ts'
import { sectionTitle } from './section-title.ts'

const sharedManners: Partial<Record<NodeName, NodeManners>> = {
  sectionTitle,
  listItem,
  hardBreak,
  prompt,
  choice,
  choiceText,
  feedback,
  reuse: { view: referenceView },
  questionDraw: { view: referenceView },
}

/** What the editor adds to each node; nodes it adds nothing to are left out. */
export const manners: Partial<Record<NodeName, NodeManners>> = Object.assign(
  {},
  sharedManners,
  ...Object.values(elementEditors).map(({ nodes }) => nodes),
)
