import type { Node } from 'prosemirror-model'
import { type EvaluationAttrs, questionsIn } from '#content-schema/nodes/evaluation.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import {
  acting,
  identity,
  inOwnLanguage,
  inside,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { type Html, h } from '../html.ts'

const texts = {
  fr: {
    name: 'Évaluation',
    one: '1 question',
    several: '{n} questions',
    drawn: '{k} questions tirées au sort parmi {n}',
    drawnOne: '1 question tirée au sort parmi {n}',
    threshold: 'seuil de réussite : {n} %',
    anyAttempts: 'autant de tentatives que vous voulez',
    oneAttempt: 'une seule tentative',
    attempts: '{n} tentatives, la meilleure compte',
    noTime: 'sans limite de temps',
    /** What only the player says. */
    player: {
      begin: 'Commencer',
      again: 'Recommencer',
      attempt: 'Tentative {n} sur {total}',
      attemptOf: 'Tentative {n}',
      answered: 'Réponses données : {given} sur {total}',
      kept: 'Vous pouvez changer vos réponses jusqu’à ce que vous les rendiez.',
      handIn: 'Rendre mes réponses',
      missingOne: 'Une question est encore sans réponse : elle ne rapportera aucun point.',
      missing: '{n} questions sont encore sans réponse : elles ne rapporteront aucun point.',
      goTo: 'Aller à la première',
      handInAnyway: 'Rendre quand même',
      passed: 'Évaluation réussie : {n} %. Il fallait {threshold} %.',
      failed: 'Évaluation non réussie : {n} %. Il fallait {threshold} %.',
      received: 'Vos réponses sont rendues.',
      best: 'Votre meilleur résultat : {n} %. C’est lui qui compte.',
      leftOne: 'Il vous reste une tentative.',
      left: 'Il vous reste {left} tentatives.',
      leftAny: 'Vous pouvez recommencer autant de fois que vous voulez.',
      noneLeft: 'Il ne vous reste plus de tentative.',
      corrected: 'Les corrections sont sous chaque question.',
      later:
        'Les corrections seront montrées quand vous aurez réussi, ou après la dernière tentative.',
    },
  },
  en: {
    name: 'Assessment',
    one: '1 question',
    several: '{n} questions',
    drawn: '{k} questions drawn at random from {n}',
    drawnOne: '1 question drawn at random from {n}',
    threshold: 'pass mark: {n}%',
    anyAttempts: 'unlimited attempts',
    oneAttempt: '1 attempt',
    attempts: '{n} attempts (the best one counts)',
    noTime: 'no time limit',
    player: {
      begin: 'Start',
      again: 'Try again',
      attempt: 'Attempt {n} of {total}',
      attemptOf: 'Attempt {n}',
      answered: 'Answered: {given} of {total}',
      kept: 'You can change your answers until you submit them.',
      handIn: 'Submit answers',
      missingOne: 'You have not answered one question. It will score no points.',
      missing: 'You have not answered {n} questions. They will score no points.',
      goTo: 'Go to the first unanswered question',
      handInAnyway: 'Submit anyway',
      passed: 'You passed with {n}%. The pass mark is {threshold}%.',
      failed: 'You did not pass this time: {n}%. The pass mark is {threshold}%.',
      received: 'Your answers have been submitted.',
      best: 'Your best result, {n}%, is the one that counts.',
      leftOne: 'You have one attempt left.',
      left: 'You have {left} attempts left.',
      leftAny: 'You can try again as often as you like.',
      noneLeft: 'You have no attempts left.',
      corrected: 'Feedback is shown under each question.',
      later: 'Feedback will be shown once you pass or after your last attempt.',
    },
  },
}

/** A title, the rules, the questions. Without a player all of them are there to be read. */
const evaluation: Renderer = (node, context) => {
  const [title, ...asked] = node.children as Node[]
  const named = title && title.content.size > 0
  const titleId = `${node.attrs.id}-title`
  const still = context.paper || context.answers
  const deferred = !still && node.attrs.correction !== 'each'
  const body = asked.map(context.render)
  return h(
    'section',
    {
      ...(still ? identity(node, context) : acting(node, context)),
      class: deferred ? 'evaluation is-deferred' : 'evaluation',
      'aria-labelledby': titleId,
    },
    h(
      'h3',
      { class: 'evaluation-title', id: titleId, tabindex: -1 },
      named
        ? context.render(title)
        : h('span', inOwnLanguage(context), context.say(texts).name),
    ),
    rules(node, context),
    still
      ? h('div', { class: 'evaluation-body' }, body)
      : [
          front(node, context),
          h('div', { class: 'evaluation-body', 'data-when': 'begun' }, body),
          end(context),
        ],
  )
}

/** Before the questions: how it begins, or how it went. The player shows what holds. */
function front(node: Node, context: RenderContext): Html {
  const words = context.say(texts).player
  const { attempts, correction, threshold } = node.attrs as EvaluationAttrs
  // How many percent, or which attempt, is for the player to say.
  const filled = (sentence: string) => fill(sentence, { n: '{n}', threshold, total: attempts })
  return h(
    'div',
    { class: 'evaluation-front', ...inOwnLanguage(context) },
    h('p', {
      class: 'evaluation-now',
      tabindex: -1,
      hidden: true,
      'data-open': filled(attempts === 0 ? words.attemptOf : words.attempt),
      'data-passed': filled(words.passed),
      'data-failed': filled(words.failed),
      'data-received': words.received,
    }),
    correction !== 'each' && when('open', words.kept),
    when('best', words.best),
    when('left', attempts === 0 ? words.leftAny : words.left),
    when('one', words.leftOne),
    when('none', words.noneLeft),
    when('corrected', words.corrected),
    when('later', words.later),
    button('evaluation-begin', words.begin, 'new'),
    button('evaluation-begin', words.again, 'again'),
  )
}

/** After them: how many are answered, and the button that hands them in. */
function end(context: RenderContext): Html {
  const words = context.say(texts).player
  return h(
    'div',
    { class: 'evaluation-end', hidden: true, 'data-when': 'open', ...inOwnLanguage(context) },
    h('p', {
      class: 'evaluation-count',
      role: 'status',
      'data-when': 'open',
      'data-say': words.answered,
    }),
    button('evaluation-in', words.handIn),
    h(
      'div',
      { class: 'evaluation-ask', hidden: true },
      h('p', { tabindex: -1, 'data-one': words.missingOne, 'data-more': words.missing }),
      button('evaluation-go', words.goTo),
      button('evaluation-anyway', words.handInAnyway),
    ),
  )
}

function when(fact: string, sentence: string): Html {
  return h('p', { hidden: true, 'data-when': fact, 'data-say': sentence })
}

function button(name: string, text: string, fact?: string): Html {
  const shown = fact && { hidden: true, 'data-when': fact }
  return h('button', { type: 'button', class: name, ...shown }, text)
}

function rules(node: Node, context: RenderContext): Html {
  const words = context.say(texts)
  const { threshold, attempts } = node.attrs as EvaluationAttrs
  const attemptsText =
    attempts === 0
      ? words.anyAttempts
      : attempts === 1
        ? words.oneAttempt
        : fill(words.attempts, { n: attempts })
  const said = [
    countText(node, words),
    fill(words.threshold, { n: threshold }),
    attemptsText,
    words.noTime,
  ]
  return h(
    'ul',
    { class: 'evaluation-rules', ...inOwnLanguage(context) },
    said.map((each) => h('li', {}, each)),
  )
}

function countText(node: Node, words: (typeof texts)['fr']): string {
  const { draw } = node.attrs as EvaluationAttrs
  const n = questionsIn(node).length
  if (draw > 0 && draw < n)
    return draw === 1 ? fill(words.drawnOne, { n }) : fill(words.drawn, { k: draw, n })
  return n === 1 ? words.one : fill(words.several, { n })
}

export default renders('evaluation', { evaluation, evaluationTitle: inside })
