import type { Node } from 'prosemirror-model'
import { sceneChoicesOf, scenesOf } from '#content-schema/nodes/scenario.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import {
  inOwnLanguage,
  inside,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { saidAfter } from './shared/parts.ts'
import { question } from './shared/question.ts'

const texts = {
  fr: {
    label: 'Mise en situation',
    hint: 'À chaque scène, décidez : la suite en dépend.',
    empty: 'Allez d’abord jusqu’à la fin.',
    scene: 'Scène {n}',
    leads: 'puis scène {n} : {title}',
    ends: 'puis fin',
    decide: 'Que faites-vous ?',
    goOn: 'Continuer',
    end: 'Votre chemin',
    again: 'Recommencer',
    replaying: 'Vous rejouez pour voir : votre résultat ne change plus.',
    debrief: 'Ce qu’il faut en retenir',
    points: '{n} pt',
  },
  en: {
    label: 'Scenario',
    hint: 'What happens next depends on your decisions.',
    empty: 'Complete the scenario first.',
    scene: 'Scene {n}',
    leads: 'then scene {n}: {title}',
    ends: 'then the end',
    decide: 'What do you do?',
    goOn: 'Continue',
    end: 'Your path',
    again: 'Try again',
    replaying: 'You are replaying this scenario. Your result will not change.',
    debrief: 'Debrief',
    points: '{n} pt',
  },
}

const scenario: Renderer = (node, context) => {
  const words = context.say(texts)
  const scenes = scenesOf(node)
  const still = context.paper || context.answers
  const own = inOwnLanguage(context)
  return question(
    node,
    context,
    words,
    h(
      'div',
      { class: 'scenes' },
      !still && h('p', { class: 'replaying', hidden: true, ...own }, words.replaying),
      scenes.map((scene, index) => sceneOf(scene, index, scenes, context)),
      !still && path(context),
    ),
    saidAfter(
      node.lastChild,
      { class: 'scenario-debrief', title: context.say(texts).debrief },
      context,
    ),
  )
}

/** What the learner decided, once it is over. */
function path(context: RenderContext): Html {
  const { end, again } = context.say(texts)
  return h(
    'div',
    { class: 'path', hidden: true, ...inOwnLanguage(context) },
    h('p', { class: 'path-title', tabindex: -1 }, end),
    h('ol', { lang: context.contentLanguage }),
    h('button', { type: 'button', class: 'scene-again' }, again),
  )
}

function sceneOf(scene: Node, index: number, scenes: Node[], context: RenderContext): Html {
  const words = context.say(texts)
  const own = inOwnLanguage(context)
  const [title, ...parts] = scene.children as Node[]
  const id = String(scene.attrs.id)
  return h(
    'div',
    {
      class: 'scene',
      id,
      role: 'group',
      'aria-labelledby': `${id}-title`,
      'data-node-id': context.nodeIds ? id : null,
    },
    h(
      'p',
      { class: 'scene-title', id: `${id}-title`, tabindex: -1 },
      h('span', { class: 'scene-number', ...own }, fill(words.scene, { n: index + 1 })),
      ' ',
      h('span', { class: 'scene-name' }, title && context.render(title)),
    ),
    fragment(parts.filter(({ type }) => type.name !== 'sceneChoice').map(context.render)),
    h('p', { class: 'scene-ask', ...own }, words.decide),
    h(
      'ul',
      { class: 'scene-choices' },
      sceneChoicesOf(scene).map((choice) => choiceOf(choice, scenes, context)),
    ),
    !context.paper &&
      !context.answers &&
      h('button', { type: 'button', class: 'scene-go-on', hidden: true, ...own }, words.goOn),
  )
}

/** Without a script, on paper and for reviewers, it says where it leads. */
function choiceOf(choice: Node, scenes: Node[], context: RenderContext): Html {
  const { id, points, leadsTo } = choice.attrs
  const [text, consequence] = choice.children as Node[]
  const own = inOwnLanguage(context)
  const still = context.paper || context.answers
  const said = text && context.render(text)
  return h(
    'li',
    { 'data-decision': id, 'data-leads-to': leadsTo },
    still
      ? h('span', { class: 'scene-choice-text' }, said)
      : h('button', { type: 'button', class: 'scene-choice' }, said),
    ' ',
    h('span', { class: 'scene-leads', ...own }, `(${leadsText(leadsTo, scenes, context)})`),
    context.answers &&
      points > 0 &&
      h(
        'span',
        { class: 'verdict', ...own },
        ` ${fill(context.say(texts).points, { n: points })}`,
      ),
    consequence &&
      consequence.content.size > 0 &&
      (!context.paper || context.answers) &&
      h(
        'div',
        { class: 'scene-consequence', tabindex: still ? null : -1, hidden: !context.answers },
        h('p', {}, context.render(consequence)),
      ),
  )
}

function leadsText(leadsTo: string, scenes: Node[], context: RenderContext): string {
  const words = context.say(texts)
  const index = scenes.findIndex(({ attrs }) => attrs.id === leadsTo)
  const title = scenes[index]?.firstChild?.textContent ?? ''
  return index === -1 ? words.ends : fill(words.leads, { n: index + 1, title })
}

export default renders('scenario', {
  scenario,
  scene: inside,
  sceneTitle: inside,
  sceneChoice: inside,
  sceneChoiceText: inside,
  sceneConsequence: inside,
  scenarioDebrief: inside,
})
