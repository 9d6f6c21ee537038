import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Gate } from '#app/services/publication/gates.server.ts'
import { Badge } from '../badge.tsx'
import { FindingList } from '../finding-list.tsx'

type Props = {
  gate: Gate
  moduleId: string
  mayWrite: boolean
  /** Says what is missing in its own way, instead of the list of findings. */
  told?: React.ReactNode
  children?: React.ReactNode
}

/** One condition of publication: whether it is met, what is missing, what lets a module past it. */
export function GateItem({ gate, moduleId, mayWrite, told, children }: Props) {
  const { t } = useTranslation(['gates', 'common'])
  const { day } = useFormat()
  const { name, passed, findings, waiver } = gate
  const tone = passed ? 'ok' : waiver ? 'warn' : 'danger'
  return (
    <li>
      <h3 className="row">
        {t(`gate.${name}`)}
        <Badge tone={tone}>{t(passed ? 'passed' : waiver ? 'waived' : 'closed')}</Badge>
      </h3>
      {told || <FindingList findings={findings} moduleId={moduleId} mayWrite={mayWrite} />}
      {!passed && (
        <p className="soft">
          {t('doneBy', {
            roles: gate.doneBy.map((role) => t(`common:roles.${role}`)).join(', '),
          })}
        </p>
      )}
      {waiver && !passed && (
        <p>
          {t('waiver.inForce', {
            ...{ name: waiver.grantedBy, day: day(waiver.endsOn), reason: waiver.reason },
          })}
        </p>
      )}
      {children}
    </li>
  )
}
