import { useTranslation } from 'react-i18next'
import { Choices, TextField, Tick } from '#app/ui/field.tsx'
import { completions, successes } from '#packaging/publication/publication.ts'
import type { FieldsProps } from './chosen.ts'
import styles from './exports.module.css'
import { Section } from './section.tsx'

/** What completes the module. */
export function CompletionFields({ edition, chosen, decide }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { completion, seenPercent } = chosen.publication
  const unavailable = (rule: string) => {
    if (rule.endsWith('evaluation') && !edition.has.evaluations)
      return t('completion.noEvaluation')
    return rule === 'required' && !edition.has.required ? t('completion.noRequired') : undefined
  }
  const share = completion.startsWith('seen') ? ` (${seenPercent} %)` : ''
  return (
    <Section legend={t('completion.legend')} decided={t(`completion.${completion}`) + share}>
      <Choices
        legend={t('completion.lead')}
        name="completion"
        value={completion}
        choices={completions.map((value) => ({
          value,
          label: t(`completion.${value}`),
          unavailable: unavailable(value),
        }))}
        onChoose={(value) => decide({ completion: value })}
      />
      {completion.startsWith('seen') && (
        <div className={styles.short}>
          <TextField
            label={t('completion.seenPercent')}
            name="seenPercent"
            type="number"
            min={1}
            max={100}
            required
            value={seenPercent || ''}
            onChange={(event) => decide({ seenPercent: event.target.valueAsNumber })}
          />
        </div>
      )}
    </Section>
  )
}

/** What passes it. */
export function SuccessFields({ edition, chosen, decide }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { success, masteryPercent, sendsScore } = chosen.publication
  const { questions, evaluations } = edition.has
  const unavailable = {
    questions: questions ? undefined : t('success.noQuestions'),
    evaluation: evaluations ? undefined : t('completion.noEvaluation'),
    none: undefined,
  }
  const rule = questions ? success : 'none'
  const mark = masteryPercent ?? edition.masteryPercent
  const decided = t(`success.${rule}`) + (rule === 'questions' ? ` (${mark} %)` : '')
  return (
    <Section legend={t('success.legend')} decided={decided}>
      <Choices
        legend={t('success.lead')}
        name="success"
        value={rule}
        choices={successes.map((value) => ({
          value,
          label: t(`success.${value}`),
          unavailable: unavailable[value],
        }))}
        onChoose={(value) => decide({ success: value })}
      />
      {rule === 'questions' && (
        <div className={styles.short}>
          <TextField
            label={t('success.masteryPercent')}
            hint={t('success.masteryHint', { percent: edition.masteryPercent })}
            name="masteryPercent"
            type="number"
            min={1}
            max={100}
            value={masteryPercent ?? ''}
            onChange={({ target }) =>
              decide({ masteryPercent: target.value === '' ? null : target.valueAsNumber })
            }
          />
        </div>
      )}
      <Tick
        label={t('success.sendsScore')}
        name="sendsScore"
        checked={sendsScore}
        onChange={(event) => decide({ sendsScore: event.target.checked })}
      />
    </Section>
  )
}
