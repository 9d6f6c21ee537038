import type { Node } from 'prosemirror-model'
import { fill } from '#packaging/player/i18n/words.ts'
import { identity, inOwnLanguage, type RenderContext } from '#packaging/render/context.ts'
import { type Child, fragment, type Html, h } from '#packaging/render/html.ts'

/** What a kind of question says in its own words. */
export type QuestionTexts = {
  hint: string
  /** Said to an answer that is not there yet. */
  empty: string
  /** Above what is asked, where "Question" would be wrong. */
  label?: string
  /** On the button, where "Check" would be wrong. */
  check?: string
}

/** What is the same in all questions: a form with its legend, its button and where it answers. */
export function question(
  node: Node,
  context: RenderContext,
  say: QuestionTexts,
  ...fields: Child[]
): Html {
  const [prompt] = node.children
  const { points, tries } = node.attrs
  const { words, answers, paper } = context
  const { hint, empty, label = words.question, check = words.check } = say
  return h(
    'form',
    { ...identity(node, context), class: 'question', ...forPlayer(node, empty) },
    h(
      'fieldset',
      {},
      h(
        'legend',
        {},
        h('span', { class: 'question-label', ...inOwnLanguage(context) }, label),
        ' ',
        h('span', { class: 'question-prompt' }, prompt && context.render(prompt)),
      ),
      hint && h('p', { class: 'question-hint', ...inOwnLanguage(context) }, hint),
      clue(node, context),
      fields,
    ),
    answers &&
      points !== undefined &&
      h('p', { class: 'question-worth' }, fill(words.worth, { points, tries })),
    !answers && !paper && checkButton(check, context),
  )
}

/** What the player asks of a form: which element it is, and what to say to an empty answer. */
function forPlayer({ attrs, type }: Node, empty: string) {
  return {
    'data-question': attrs.id,
    'data-element': type.name,
    'data-empty': empty,
    novalidate: true,
  }
}

/** A help that is there for whoever opens it. */
function clue({ attrs }: Node, context: RenderContext): Html | false {
  return (
    Boolean(attrs.hint) &&
    h(
      'details',
      { class: 'more clue', open: context.answers || context.paper },
      h('summary', inOwnLanguage(context), context.words.clue),
      h('p', {}, attrs.hint),
    )
  )
}

/** A label with its radio button or checkbox. */
export function option(
  field: { type: 'radio' | 'checkbox'; name: string; value: string; id: string },
  label: Html | string,
  context: RenderContext,
  right: boolean,
): Html {
  return h(
    'div',
    { class: 'option' },
    h('input', {
      ...field,
      disabled: context.answers || context.paper,
      checked: context.answers && right,
    }),
    h('label', { for: field.id }, label),
    context.answers &&
      right &&
      h('span', { class: 'verdict' }, ` ${context.words.rightAnswer}`),
  )
}

/** A feedback waits, hidden, until the player shows it; reviewers read it with what calls it. */
export function feedback(
  node: Node | undefined,
  when: { attribute: string; label: string },
  context: RenderContext,
): Html {
  if (!node || node.content.size === 0) return fragment()
  if (context.paper && !context.answers) return fragment()
  return h(
    'p',
    { class: 'feedback', 'data-feedback': when.attribute, hidden: !context.answers },
    context.answers &&
      when.label &&
      h('span', { class: 'feedback-when' }, `${when.label}${context.words.colon}`),
    context.inside(node),
  )
}

/** The last two feedbacks of a question: what is said to a right answer, then to a wrong one. */
export function rightAndWrong(node: Node, context: RenderContext): Html {
  const [whenRight, whenWrong] = node.children.slice(-2)
  const { ifRight, ifWrong } = context.words
  return fragment(
    feedback(whenRight, { attribute: 'right', label: ifRight }, context),
    feedback(whenWrong, { attribute: 'wrong', label: ifWrong }, context),
  )
}

function checkButton(words: string, context: RenderContext): Html {
  return fragment(
    h(
      'p',
      { class: 'question-actions' },
      h('button', { type: 'submit', ...inOwnLanguage(context) }, words),
    ),
    h('div', { class: 'answer', role: 'status', tabindex: -1 }),
  )
}
