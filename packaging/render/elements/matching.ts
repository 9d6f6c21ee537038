import type { Node } from 'prosemirror-model'
import { targetsOf } from '#content-schema/nodes/matching.ts'
import { partsOf } from '#content-schema/nodes/shared/piece-faults.ts'
import { inside, type RenderContext, type Renderer, renders } from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { question, rightAndWrong } from './shared/question.ts'
import {
  placeAnswers,
  placeFields,
  placeLines,
  type Source,
  type Target,
} from './shared/to-place.ts'

const texts = {
  fr: {
    hint: 'Choisissez ce qui va avec chaque élément.',
    empty: 'Choisissez d’abord une réponse à chaque ligne.',
    distractors: 'Intrus',
  },
  en: {
    hint: 'Choose the match for each item.',
    empty: 'Choose a match for every item first.',
    distractors: 'Distractors',
  },
}

const matching: Renderer = (node, context) => {
  return question(
    node,
    context,
    context.say(texts),
    fields(node, context),
    rightAndWrong(node, context),
  )
}

export default renders('matching', {
  matching,
  matchingPair: inside,
  matchingSource: inside,
  matchingTarget: inside,
  matchingDistractor: inside,
})

function fields(node: Node, context: RenderContext): Html {
  const pairs = partsOf(node, 'matchingPair')
  const sources = pairs.map(sourceOf)
  if (context.answers) {
    const both = pairs.map((pair): [Source, Target] => [
      sourceOf(pair),
      targetOf(pair.lastChild),
    ])
    return fragment(placeAnswers(both, context), distractors(node, context))
  }
  const targets = targetsOf(node).map(targetOf)
  if (context.paper) return placeLines(sources, inAlphabet(targets, context), context)
  const { shuffle } = node.attrs
  // Without a script, the order of writing would give the answers away.
  const shown = shuffle ? inAlphabet(targets, context) : targets
  return placeFields(sources, shown, context, { rows: false, targets: shuffle })
}

function distractors(node: Node, context: RenderContext): Html {
  const found = partsOf(node, 'matchingDistractor')
  if (found.length === 0) return fragment()
  const { distractors } = context.say(texts)
  const said = found.map(({ textContent }) => textContent).join(', ')
  return h('p', { class: 'question-hint' }, distractors, context.words.colon, said)
}

function inAlphabet(targets: Target[], { contentLanguage }: RenderContext): Target[] {
  return [...targets].sort((one, other) => one.text.localeCompare(other.text, contentLanguage))
}

function sourceOf({ attrs, firstChild, lastChild }: Node): Source {
  return { id: attrs.id, words: firstChild, target: targetOf(lastChild) }
}

function targetOf(target: Node | null): Target {
  return { id: target?.attrs.id ?? '', text: target?.textContent ?? '' }
}
