import type { Node } from 'prosemirror-model'
import { longestComment } from '#content-schema/scoring/kinds/likert.ts'
import { inOwnLanguage, type RenderContext } from '#packaging/render/context.ts'
import { type Child, fragment, type Html, h } from '#packaging/render/html.ts'

/** A step of a scale: its name, and for some what it means on this line. */
export type Step = { name: Child; means?: Child }

/** Words around opinions. */
export const opinionWords = {
  fr: {
    label: 'Votre avis',
    hint: '',
    empty: 'Donnez votre avis sur chaque ligne.',
    check: 'Envoyer',
    optional: '(facultatif)',
  },
  en: {
    label: 'Your opinion',
    hint: '',
    empty: 'Rate every statement first.',
    check: 'Submit',
    optional: '(optional)',
  },
}

/** A group of radio buttons with the line as its legend: beside one another, or below on a narrow screen. */
export function opinionLine(
  line: Node,
  text: Child,
  steps: readonly Step[],
  context: RenderContext,
): Html {
  const id = String(line.attrs.id)
  return h(
    'fieldset',
    { class: 'opinion', 'data-opinion': id, 'data-node-id': context.nodeIds ? id : null },
    h('legend', {}, text),
    h(
      'div',
      { class: 'scale', 'data-steps': steps.length },
      steps.map((step, index) => stepOption(id, step, index + 1, context)),
    ),
  )
}

function stepOption(line: string, step: Step, value: number, context: RenderContext): Html {
  const id = `${line}-${value}`
  return h(
    'div',
    { class: 'step' },
    h('input', {
      type: 'radio',
      name: line,
      value,
      id,
      disabled: context.answers || context.paper,
    }),
    h(
      'label',
      { for: id },
      h('span', { class: 'step-name' }, step.name),
      step.means && fragment(' ', h('span', { class: 'step-means' }, step.means)),
    ),
  )
}

/** Where more can be said; nothing when the author asks for no more, room to write on paper. */
export function opinionComment(asked: Node | null | undefined, context: RenderContext): Html {
  if (!asked || asked.textContent.trim() === '') return fragment()
  const id = String(asked.attrs.id)
  const optional = h('span', inOwnLanguage(context), context.say(opinionWords).optional)
  if (context.paper || context.answers) {
    return h(
      'div',
      { class: 'opinion-comment', 'data-node-id': context.nodeIds ? id : null },
      h('p', {}, context.inside(asked), ' ', optional),
      h('div', { class: 'room-to-write' }),
    )
  }
  return h(
    'div',
    { class: 'opinion-comment' },
    h('label', { for: id }, context.inside(asked), ' ', optional),
    h('textarea', { id, name: id, rows: 3, maxlength: longestComment }),
  )
}
