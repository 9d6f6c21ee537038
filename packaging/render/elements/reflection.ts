import type { Node } from 'prosemirror-model'
import { fill } from '#packaging/player/i18n/words.ts'
import {
  inOwnLanguage,
  inside,
  live,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { saidAfter } from './shared/parts.ts'
import { question } from './shared/question.ts'

/** What a text may have at the most: what SCORM 2004 keeps of a long answer. */
const longest = 4000

const texts = {
  fr: {
    label: 'À vous d’écrire',
    hint: '',
    empty: 'Écrivez d’abord votre réponse.',
    check: 'Envoyer',
    keep: 'Garder',
    yours: 'Votre texte',
    least: 'Au moins {n} signes.',
    tooShort: 'Encore {n} signes au moins.',
    sent: 'Vos formateurs pourront lire ce texte. Certaines plateformes n’en gardent que le début, ou rien s’il est long : copiez-le si vous y tenez.',
    kept: 'Ce texte reste dans ce navigateur : personne d’autre ne le lira. Seul le fait que vous avez répondu est transmis.',
    copy: 'Copier mon texte',
    copied: 'Votre texte est copié.',
    notCopied: 'La copie n’a pas été permise : sélectionnez le texte et copiez-le.',
    print: 'Imprimer mon texte',
    model: 'Une réponse possible',
  },
  en: {
    label: 'Your turn',
    hint: '',
    empty: 'Type your answer first.',
    check: 'Submit',
    keep: 'Save',
    yours: 'Your answer',
    least: 'Minimum {n} characters.',
    tooShort: 'At least {n} more characters needed.',
    sent: 'Your facilitators will be able to read your answer. Some platforms cut long answers short or do not store them, so keep a copy if you need one.',
    kept: 'Your answer is saved only in this browser. The platform records that you answered, but not what you wrote.',
    copy: 'Copy my answer',
    copied: 'Answer copied.',
    notCopied: 'The browser blocked copying. Select the text and copy it yourself.',
    print: 'Print my answer',
    model: 'Model answer',
  },
}

const reflection: Renderer = (node, context) => {
  const words = context.say(texts)
  return question(
    node,
    context,
    { ...words, ...(!node.attrs.sent && { check: words.keep }) },
    !context.paper &&
      h(
        'p',
        { class: 'question-hint', id: `${node.attrs.id}-who`, ...inOwnLanguage(context) },
        node.attrs.sent ? words.sent : words.kept,
      ),
    context.paper || context.answers
      ? h('div', { class: 'room-to-write' })
      : field(node, context),
    saidAfter(
      node.lastChild,
      { class: 'model-answer', title: context.say(texts).model },
      context,
    ),
  )
}

function field(node: Node, context: RenderContext): Html {
  const { id, least } = node.attrs
  const words = context.say(texts)
  const own = inOwnLanguage(context)
  return fragment(
    h(
      'div',
      { class: 'own-words', 'data-least': least, 'data-too-short': words.tooShort },
      h('label', { for: `${id}-text`, ...own }, words.yours),
      h('textarea', {
        id: `${id}-text`,
        name: id,
        rows: 8,
        maxlength: longest,
        'aria-describedby': `${id}-who${least > 0 ? ` ${id}-least` : ''}`,
      }),
      least > 0 &&
        h(
          'p',
          { class: 'question-hint', id: `${id}-least`, ...own },
          fill(words.least, { n: least }),
        ),
    ),
    h(
      'div',
      {
        class: 'own-words-tools',
        'data-copied': words.copied,
        'data-not-copied': words.notCopied,
        ...live,
        ...own,
      },
      h('button', { type: 'button' }, words.copy),
      h('button', { type: 'button' }, words.print),
      h('span', { class: 'own-words-said', role: 'status' }),
    ),
  )
}

export default renders('reflection', { reflection, reflectionModel: inside })
