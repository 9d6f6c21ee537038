import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'
import { untitledParts } from './shared/untitled-parts.ts'

const attrs = elementAttrs
export type TimelineAttrs = AttrsOf<typeof attrs>

/** Events one after the other. */
const timeline: NodeSpec = {
  group: 'element',
  content: 'timelineEvent{1,40}',
  isolating: true,
  ...element('div', 'timeline', attrs),
}

const timelineEvent: NodeSpec = {
  content: 'timelineDate timelineEventTitle flow+',
  isolating: true,
  ...element('div', 'timeline-event', { id: nodeId() }),
}

/** When it was, as people say it: "1898", "mars 2020", "J + 3". */
const timelineDate: NodeSpec = titleLine('timeline-date')

const timelineEventTitle: NodeSpec = titleLine('timeline-event-title')

export default defineElement({
  nodes: { timeline, timelineEvent, timelineDate, timelineEventTitle },
  names: { fr: 'Frise', en: 'Timeline' },
  wave: 2,
  group: 'activity',
  tracks: {},
  unfinished: (node) => [
    ...untitledParts(node, 'timeline.event-without-title'),
    ...undated(node),
  ],
  sentences: {
    'event-without-title': {
      fr: 'un événement n’a pas de titre.',
      en: 'This event has no title.',
    },
    'event-without-date': {
      fr: 'un événement n’a pas de date.',
      en: 'This event has no date.',
    },
  },
  // A list in its order, read as one; the line beside it is only drawn.
  accessibility: nothingToFind,
})

function undated(node: Node): Fault[] {
  return (node.children as Node[])
    .filter((event) => event.firstChild?.textContent.trim() === '')
    .map((within) => ({ code: 'timeline.event-without-date', severity: 'warns', within }))
}
