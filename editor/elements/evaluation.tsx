import type { Node } from '@tiptap/pm/model'
import { lazy } from 'react'
import { type EvaluationAttrs, questionsIn } from '#content-schema/nodes/evaluation.ts'
import { goToNext, whenEmpty } from '../commands/caret.ts'
import { newChoices } from '../commands/choices.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { defineEditor, json } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { frameView } from '../node-views/frame-view.ts'
import './evaluation.css'

const EvaluationSettings = lazy(async () => ({
  default: (await import('../panels/evaluation-settings.tsx')).EvaluationSettings,
}))

const words = {
  fr: {
    name: 'Évaluation',
    title: 'Titre de l’évaluation (facultatif)',
    add: 'Ajouter une question',
    rules: {
      questions: (n: number) => (n === 1 ? '1 question' : `${n} questions`),
      drawn: (k: number, n: number) => `${k} sur ${n} tirées au sort`,
      threshold: (n: number) => `seuil ${n} %`,
      attempts: (n: number) =>
        n === 0 ? 'sans limite' : n === 1 ? '1 tentative' : `${n} tentatives`,
    },
  },
  en: {
    name: 'Assessment',
    title: 'Assessment title (optional)',
    add: 'Add question',
    rules: {
      questions: (n: number) => (n === 1 ? '1 question' : `${n} questions`),
      drawn: (k: number, n: number) => `${k} of ${n} drawn at random`,
      threshold: (n: number) => `pass mark ${n}%`,
      attempts: (n: number) =>
        n === 0 ? 'unlimited attempts' : n === 1 ? '1 attempt' : `${n} attempts`,
    },
  },
}

const question = () => json('singleChoice', [json('prompt'), ...newChoices(), json('feedback')])

export default defineEditor('evaluation', {
  rank: 16,
  icon: 'M5 3h10v14H5zM7.500 7l1 1 2-2M12 7h1M7.500 12l1 1 2-2M12 12h1',
  about: {
    fr: 'Des questions rendues ensemble, avec un seuil et des tentatives',
    en: 'Questions submitted together, with a pass mark and attempts',
  },
  synonyms:
    'question evaluation quiz quizz test controle verification connaissances examen exam ' +
    'assessment knowledge check pass mark seuil tirage au sort tentatives bilan',
  create: () => json('evaluation', [json('evaluationTitle'), question()]),
  nodes: {
    evaluation: {
      adds: (language) => words[language].add,
      view: ({ node, editor }) => {
        const { language } = hostOf(editor).words
        const own = words[language]
        const rules = h('span', { class: 'me-evaluation-rules' })
        const head = h(
          'div',
          { class: 'me-question-head', contenteditable: 'false' },
          h('span', { class: 'me-question-kind' }, own.name),
          rules,
        )
        const contentDOM = h('div', { class: 'me-evaluation-body' })
        const dom = h('section', { class: 'me-evaluation', role: 'group' }, head, contentDOM)
        dom.setAttribute('aria-label', own.name)
        const follow = (next: Node) => {
          rules.textContent = rulesText(next, own)
        }
        return frameView(node, { dom, contentDOM, follow })
      },
    },
    evaluationTitle: {
      hint: (_, { language }) => ({ placeholder: words[language].title }),
      keys: slotKeys('evaluationTitle', {
        enter: goToNext,
        backspace: whenEmpty(dissolveEmptyPart),
      }),
    },
  },
  settings: EvaluationSettings,
})

function rulesText(node: Node, { rules }: (typeof words)['fr']): string {
  const { threshold, attempts, draw } = node.attrs as EvaluationAttrs
  const n = questionsIn(node).length
  // How many a bank gives is not known here.
  const known = !node.children.some(({ type }) => type.name === 'questionDraw')
  return [
    ...(known ? [draw > 0 ? rules.drawn(draw, n) : rules.questions(n)] : []),
    rules.threshold(threshold),
    rules.attempts(attempts),
  ].join(' · ')
}
