import type { Node } from 'prosemirror-model'
import type { RenderContext, Renderer } from '#packaging/render/context.ts'
import { fragment, type Html, h } from '#packaging/render/html.ts'
import { feedback, option, question } from './question.ts'

/** A choice alone, outside its question: its text. Questions write their choices themselves. */
export const choiceText: Renderer = (node, context) => context.inside(node)

/** A question whose answers are radio buttons or checkboxes. */
export function withChoices(
  node: Node,
  context: RenderContext,
  type: 'radio' | 'checkbox',
  say: { hint: string; empty: string },
): Html {
  const choices = node.children.filter((child) => child.type.name === 'choice') as Node[]
  return question(
    node,
    context,
    say,
    h(
      'div',
      {
        class: 'options',
        'data-shuffle': node.attrs.shuffle && !context.answers && !context.paper,
      },
      choices.map((choice) => choiceOption(choice, node, type, context)),
    ),
    feedback(
      node.lastChild ?? undefined,
      { attribute: 'end', label: context.words.feedback },
      context,
    ),
  )
}

function choiceOption(
  choice: Node,
  parent: Node,
  type: 'radio' | 'checkbox',
  context: RenderContext,
): Html {
  const { id, correct } = choice.attrs
  const [text, said] = choice.children
  return h(
    'div',
    {
      class: 'choice',
      'data-choice': id,
      'data-right': correct,
      'data-node-id': context.nodeIds ? id : null,
    },
    option(
      { type, name: parent.attrs.id, value: id, id },
      fragment(text && context.render(text)),
      context,
      correct,
    ),
    feedback(said, { attribute: 'choice', label: '' }, context),
  )
}
