import type { Node } from 'prosemirror-model'
import { acting, inOwnLanguage, inside, type Renderer, renders } from '../context.ts'
import { fragment, h } from '../html.ts'
import { stepping } from './shared/stepping.ts'
import { titledPart } from './shared/titled-part.ts'

/** All steps in a list; the player shows one at a time where the author wants it so. */
const process: Renderer = (node, context) => {
  const steps = (node.children as Node[]).slice(0, -1)
  return h(
    'div',
    {
      ...acting(node, context),
      class: 'process',
    },
    h(
      'ol',
      {},
      steps.map((step, index) =>
        h('li', { class: 'stepper-part', 'data-step': index + 1 }, context.render(step)),
      ),
    ),
    node.lastChild && context.render(node.lastChild),
    node.attrs.display !== 'all' &&
      stepping(context, {
        fr: { part: 'Étape', previous: 'Étape précédente', next: 'Étape suivante' },
        en: { part: 'Step', previous: 'Previous step', next: 'Next step' },
      }),
  )
}

const processSummary: Renderer = (node, context) => {
  if (node.content.size === 0) return fragment()
  const label = context.say({ fr: 'En résumé', en: 'Summary' })
  return h(
    'p',
    { class: 'process-summary' },
    h('strong', inOwnLanguage(context), `${label}${context.words.colon}`),
    context.inside(node),
  )
}

export default renders('process', {
  process,
  processStep: (node, context) => titledPart(node, context, 'process-step'),
  processStepTitle: inside,
  processSummary,
})
