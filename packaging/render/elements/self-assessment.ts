import type { Node } from 'prosemirror-model'
import { inside, type Renderer, renders } from '../context.ts'
import { h } from '../html.ts'
import { opinionLine, opinionWords, type Step } from './shared/opinions.ts'
import { question } from './shared/question.ts'

const texts = {
  fr: {
    label: 'Où j’en suis',
    empty: 'Placez-vous sur chaque ligne.',
    strong: 'Vos points d’appui',
    weak: 'À travailler',
    even: 'Vous vous placez partout au même niveau.',
  },
  en: {
    label: 'Self-assessment',
    empty: 'Rate yourself on every line.',
    strong: 'Your strengths',
    weak: 'Areas to develop',
    even: 'You rated yourself at the same level throughout.',
  },
}

const selfAssessment: Renderer = (node, context) => {
  const words = context.say(texts)
  const children = node.children as Node[]
  const levels = children.filter(({ type }) => type.name === 'assessmentLevel')
  const criteria = children.filter(({ type }) => type.name === 'assessmentCriterion')
  return question(
    node,
    context,
    { ...context.say(opinionWords), label: words.label, empty: words.empty },
    criteria.map((criterion) => {
      const [aim, ...descriptors] = criterion.children as Node[]
      const steps = levels.map((level, index): Step => {
        const means = descriptors[index]
        return {
          name: context.inside(level),
          ...(means && means.content.size > 0 && { means: context.inside(means) }),
        }
      })
      return opinionLine(criterion, aim && context.inside(aim), steps, context)
    }),
    !context.answers &&
      !context.paper &&
      h(
        'div',
        { class: 'standing', role: 'status' },
        h('p', when('even'), words.even),
        h('p', { class: 'standing-title', ...when('strong') }, words.strong),
        h('ul', when('strong')),
        h('p', { class: 'standing-title', ...when('weak') }, words.weak),
        h('ul', when('weak')),
      ),
  )
}

/** The player shows what holds. */
function when(fact: string) {
  return { hidden: true, 'data-when': fact }
}

export default renders('selfAssessment', {
  selfAssessment,
  assessmentLevel: inside,
  assessmentCriterion: inside,
  assessmentAim: inside,
  assessmentDescriptor: inside,
})
