import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type {
  Handling,
  LearnerRemark,
} from '#app/services/learner-remarks/read-remarks.server.ts'
import { Badge } from '../badge.tsx'
import { TextArea } from '../field.tsx'
import styles from './learner-remarks.module.css'
import { PartLink, usePartName } from './part-name.tsx'

type Props = {
  remarks: LearnerRemark[]
  moduleId: string
  mayWrite: boolean
  mayHandle: boolean
}

/** What learners wrote, each beside what it is about and what became of it. */
export function LearnerRemarks({ remarks, ...given }: Props) {
  return (
    <ul className={styles.list}>
      {remarks.map((remark) => (
        <Remark key={remark.statementId} remark={remark} {...given} />
      ))}
    </ul>
  )
}

const tones = { new: 'accent', read: 'neutral', handled: 'ok' } as const

function Remark({
  remark,
  moduleId,
  mayWrite,
  mayHandle,
}: Omit<Props, 'remarks'> & { remark: LearnerRemark }) {
  const { t } = useTranslation('feedback')
  const { instant } = useFormat()
  const { statementId, text, at, edition, handlings } = remark
  const state = handlings.at(-1)?.state ?? 'new'
  return (
    <li id={statementId}>
      <p className={styles.body} dir="auto">
        {text}
      </p>
      <About remark={remark} moduleId={moduleId} mayWrite={mayWrite} />
      <p className="soft">
        {t('remarks.from', { edition, date: instant(at) })}{' '}
        <Badge tone={tones[state]}>{t(`remarks.state.${state}`)}</Badge>
      </p>
      <Handlings handlings={handlings} />
      {mayHandle && state !== 'handled' && <Answer statementId={statementId} />}
    </li>
  )
}

function About({
  remark: { part, nodeId },
  ...given
}: Pick<Props, 'moduleId' | 'mayWrite'> & { remark: LearnerRemark }) {
  const { t } = useTranslation('feedback')
  const name = usePartName()(part)
  if (!nodeId) {
    return (
      <p className={styles.about}>
        {name} <span className="soft">({t('remarks.gone')})</span>
      </p>
    )
  }
  return (
    <p className={styles.about}>
      <PartLink nodeId={nodeId} {...given}>
        {name}
      </PartLink>
    </p>
  )
}

function Handlings({ handlings }: { handlings: Handling[] }) {
  const { t } = useTranslation('feedback')
  const { instant } = useFormat()
  return handlings.map(({ state, note, person, at }) => (
    <p key={`${at} ${state}`} className={styles.handling}>
      <span className="soft">{t(`remarks.done.${state}`, { person, date: instant(at) })}</span>
      {note && <span className={styles.body}>{note}</span>}
    </p>
  ))
}

function Answer({ statementId }: { statementId: string }) {
  const { t } = useTranslation('feedback')
  return (
    <details>
      <summary>{t('remarks.answer')}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="statementId" value={statementId} />
        <TextArea label={t('remarks.note')} name="note" rows={2} maxLength={1000} />
        <p className="row">
          <button type="submit" name="state" value="read" className="quiet">
            {t('remarks.markRead')}
          </button>
          <button type="submit" name="state" value="handled">
            {t('remarks.markHandled')}
          </button>
        </p>
      </Form>
    </details>
  )
}
