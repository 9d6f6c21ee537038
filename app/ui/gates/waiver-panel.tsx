import { useTranslation } from 'react-i18next'
import type { WaivableGate } from '#app/db/schema/bank/index.ts'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { WaiverView } from '#app/services/publication/waivers.server.ts'
import { TextArea, TextField } from '../field.tsx'

type Props = {
  gate: WaivableGate
  /** Those of this gate, the latest first. */
  waivers: WaiverView[]
  isClosed: boolean
  personId: string
  mayAsk: boolean
  mayDecide: boolean
}

/** What was asked, granted or refused for one gate, and the form of what comes next. */
export function WaiverPanel({ gate, waivers, isClosed, personId, mayAsk, mayDecide }: Props) {
  const { t } = useTranslation('gates')
  const [last] = waivers
  const open = last?.state === 'asked' || last?.state === 'granted'
  return (
    <>
      {last?.state === 'asked' && <Said waiver={last} />}
      {last?.state === 'refused' && (
        <p>{t('waiver.refused', { name: last.decidedBy, answer: last.answer })}</p>
      )}
      {last?.state === 'asked' && mayDecide && last.askedById !== personId && (
        <Decide waiver={last} />
      )}
      {last && open && (mayDecide || last.askedById === personId) && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="waiverId" value={last.id} />
          <button type="submit" name="intent" value="withdraw-waiver" className="quiet">
            {t('waiver.withdraw')}
          </button>
        </Form>
      )}
      {isClosed && mayAsk && !open && <Ask gate={gate} />}
    </>
  )
}

function Said({ waiver: { askedBy, endsOn, reason } }: { waiver: WaiverView }) {
  const { t } = useTranslation('gates')
  const { day } = useFormat()
  return <p>{t('waiver.asked', { name: askedBy, day: day(endsOn), reason })}</p>
}

function Decide({ waiver }: { waiver: WaiverView }) {
  const { t } = useTranslation('gates')
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="intent" value="decide-waiver" />
      <input type="hidden" name="waiverId" value={waiver.id} />
      <TextArea label={t('waiver.answer')} name="answer" maxLength={2000} />
      <p className="row">
        <button type="submit" name="decision" value="granted">
          {t('waiver.grant')}
        </button>
        <button type="submit" name="decision" value="refused" className="quiet">
          {t('waiver.refuse')}
        </button>
      </p>
    </Form>
  )
}

function Ask({ gate }: { gate: WaivableGate }) {
  const { t } = useTranslation('gates')
  return (
    <details>
      <summary>{t('waiver.ask')}</summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="intent" value="ask-waiver" />
        <input type="hidden" name="gate" value={gate} />
        <TextArea label={t('waiver.reason')} name="reason" required maxLength={2000} />
        <TextField label={t('waiver.endsOn')} name="endsOn" type="date" required />
        <button type="submit">{t('waiver.send', { gate: t(`gate.${gate}`) })}</button>
      </Form>
    </details>
  )
}
