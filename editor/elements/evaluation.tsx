import type { Node } from '@tiptap/pm/model'
import {
  type EvaluationAttrs,
  mostQuestions,
  questionsIn,
} from '#content-schema/nodes/evaluation.ts'
import { type Correction, corrections } from '#content-schema/scoring/assessment.ts'
import { goToNext, whenEmpty } from '../commands/caret.ts'
import { newChoices } from '../commands/choices.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { frameView } from '../node-views/frame-view.ts'
import { CheckField, ChoiceField, WholeNumberField } from '../panels/fields.tsx'
import './evaluation.css'

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
    threshold: 'Seuil de réussite, en % des points',
    attempts: 'Nombre de tentatives',
    attemptsHint: '0 : autant qu’on veut. La meilleure compte.',
    draw: 'Questions tirées au sort à chaque tentative',
    drawHint: (n: number) =>
      `0 : toutes. ${n > 1 ? `${n} sont écrites` : `${n} est écrite`} ici.`,
    shuffle: 'Mélanger les questions à chaque tentative',
    correction: 'Dire ce qui était juste',
    corrections: {
      end: 'Quand les réponses sont rendues',
      each: 'Après chaque réponse',
      'passed-or-last': 'Une fois réussie, ou après la dernière tentative',
    },
    correctionHint:
      'Après chaque réponse, les essais de chaque question comptent ; sinon on répond une fois, et l’on peut changer jusqu’à ce qu’on rende.',
    required: 'Doit être rendue pour terminer le module',
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
    threshold: 'Pass mark (% of points)',
    attempts: 'Number of attempts',
    attemptsHint: '0 = unlimited. The best attempt counts.',
    draw: 'Questions per attempt',
    drawHint: (n: number) => `Drawn at random from the ${n} in this assessment. 0 = all.`,
    shuffle: 'Shuffle questions on each attempt',
    correction: 'Show feedback',
    corrections: {
      end: 'When answers are submitted',
      each: 'After each answer',
      'passed-or-last': 'Once passed or after the last attempt',
    },
    correctionHint:
      '“After each answer” uses each question’s own number of attempts. Otherwise, learners can change their answers until they submit.',
    required: 'Learners must submit it to complete the module',
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
  return [
    draw > 0 ? rules.drawn(draw, n) : rules.questions(n),
    rules.threshold(threshold),
    rules.attempts(attempts),
  ].join(' · ')
}

function EvaluationSettings({ node, words: all, set }: SettingsProps) {
  const own = words[all.language]
  const { outOfRange } = all.settings
  return (
    <>
      <WholeNumberField
        label={own.threshold}
        value={node.attrs.threshold}
        least={0}
        most={100}
        refusal={outOfRange(0, 100)}
        onChange={(threshold) => set({ threshold })}
      />
      <WholeNumberField
        label={own.attempts}
        hint={own.attemptsHint}
        value={node.attrs.attempts}
        least={0}
        most={20}
        refusal={outOfRange(0, 20)}
        onChange={(attempts) => set({ attempts })}
      />
      <WholeNumberField
        label={own.draw}
        hint={own.drawHint(questionsIn(node).length)}
        value={node.attrs.draw}
        least={0}
        most={mostQuestions}
        refusal={outOfRange(0, mostQuestions)}
        onChange={(draw) => set({ draw })}
      />
      <CheckField
        label={own.shuffle}
        checked={node.attrs.shuffle}
        onChange={(shuffle) => set({ shuffle })}
      />
      <ChoiceField
        label={own.correction}
        hint={own.correctionHint}
        value={node.attrs.correction as Correction}
        options={corrections.map((value) => ({ value, label: own.corrections[value] }))}
        onChange={(correction) => set({ correction })}
      />
      <CheckField
        label={own.required}
        checked={node.attrs.required}
        onChange={(required) => set({ required })}
      />
    </>
  )
}
