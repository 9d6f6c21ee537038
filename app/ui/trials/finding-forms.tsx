import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { TrialFindingView } from '#app/services/trials/read-trial.server.ts'
import { findingDecisions } from '#content-schema/trials/trial-words.ts'
import { Select, TextArea, TextField } from '../field.tsx'
import type { FindingProps } from './finding-cards.tsx'
import { SeveritySelect } from './wall.tsx'

type Props = FindingProps & { finding: TrialFindingView }

/** How grave it is, and what is done with it. */
export function JudgeForm({ finding, findings }: Props) {
  const { t } = useTranslation('trials')
  const others = findings.filter(({ id }) => id !== finding.id)
  return (
    <details>
      <summary>{t('finding.judge')}</summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="intent" value="judge" />
        <input type="hidden" name="findingId" value={finding.id} />
        <SeveritySelect chosen={finding.severity} />
        <Select label={t('finding.decision')} name="decision" defaultValue={finding.decision}>
          {findingDecisions
            .filter((each) => each !== 'duplicate' || others.length > 0)
            .map((each) => (
              <option key={each} value={each}>
                {t(`findingDecisions.${each}`)}
              </option>
            ))}
        </Select>
        {others.length > 0 && (
          <Select
            label={t('finding.duplicateOf')}
            name="duplicateOf"
            defaultValue={finding.duplicateOf ?? ''}
          >
            <option value="">–</option>
            {others.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
        <TextArea
          label={t('finding.reason')}
          name="reason"
          maxLength={2000}
          defaultValue={finding.reason}
        />
        <p>
          <button type="submit">{t('finding.save')}</button>
        </p>
      </Form>
    </details>
  )
}

/** In which revision it was put right, and whether target learners find it so. */
export function CorrectForm({ finding, revisions, later }: Props) {
  const { t } = useTranslation('trials')
  const { day } = useFormat()
  return (
    <details>
      <summary>{t('finding.fix')}</summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="intent" value="correct" />
        <input type="hidden" name="findingId" value={finding.id} />
        <Select label={t('finding.fixedIn')} name="fixedIn">
          {revisions.map((number) => (
            <option key={number} value={number}>
              {t('finding.revision', { number })}
            </option>
          ))}
          <option value="draft">{t('finding.freeze')}</option>
        </Select>
        <Select
          label={t('finding.retested')}
          name="retested"
          defaultValue={finding.retested ?? ''}
        >
          <option value="">{t('finding.notYet')}</option>
          <option value="ok">{t('finding.ok')}</option>
          <option value="ko">{t('finding.ko')}</option>
        </Select>
        <Select
          label={t('finding.retestTrial')}
          name="retestTrialId"
          defaultValue={finding.retestTrialId ?? ''}
        >
          <option value="">{t('finding.outside')}</option>
          {later.map((each) => (
            <option key={each.id} value={each.id}>
              {t('plan.session', { day: day(each.day) })}
            </option>
          ))}
        </Select>
        <TextField
          label={t('finding.retestParticipants')}
          name="retestParticipants"
          type="number"
          min={0}
          max={60}
          defaultValue={finding.retestParticipants}
        />
        <p>
          <button type="submit">{t('finding.save')}</button>
        </p>
      </Form>
    </details>
  )
}
