import { mostQuestions, questionsIn } from '#content-schema/nodes/evaluation.ts'
import { type Correction, corrections } from '#content-schema/scoring/assessment.ts'
import type { SettingsProps } from '../element-editor.ts'
import { CheckField, ChoiceField, WholeNumberField } from './fields.tsx'

const words = {
  fr: {
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

/** How an assessment is asked and judged. */
export function EvaluationSettings({ node, words: all, set }: SettingsProps) {
  const own = words[all.language]
  const { outOfRange } = all.settings
  const written = questionsIn(node).length
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
        hint={own.drawHint(written)}
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
