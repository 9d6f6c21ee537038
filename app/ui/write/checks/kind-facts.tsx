import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { weightLimits } from '#content-schema/checks/weight.ts'
import { limits as scorm12 } from '#packaging/formats/scorm-12/limits.ts'
import { limits as scorm2004 } from '#packaging/formats/scorm-2004/limits.ts'
import type { Checked, CheckKind, StateRoom } from './checked.ts'
import styles from './checks.module.css'
import { NodeLink } from './node-link.tsx'

type Props = { kind: CheckKind; checked: Checked; onGo: (nodeId: string) => void }

/** What was measured, whether or not there is anything wrong with it. */
export function KindFacts({ kind, checked: { length, weight, state }, onGo }: Props) {
  const { t } = useTranslation('findings')
  if (kind === 'length' && length) return <p>{t('panel.length', length)}</p>
  if (kind === 'weight' && weight) return <WeightFacts weight={weight} onGo={onGo} />
  return kind === 'state' ? <StateFacts state={state} onGo={onGo} /> : null
}

function WeightFacts({ weight, onGo }: { weight: NonNullable<Checked['weight']> } & OnGo) {
  const { t } = useTranslation('findings')
  const { bytes } = useFormat()
  const [heaviest] = weight.heaviest
  if (!heaviest) return <p>{t('panel.noFile')}</p>
  const total = bytes(weight.bytes)
  return (
    <p>
      {t('panel.weight', {
        count: weight.files,
        bytes: weight.measured ? total : t('panel.upTo', { bytes: total }),
        most: bytes(weightLimits.soft),
      })}{' '}
      {t('panel.heaviest')}{' '}
      <a
        href={`#${heaviest.nodeId}`}
        onClick={(event) => {
          event.preventDefault()
          onGo(heaviest.nodeId)
        }}
      >
        {t('panel.fileOf', { title: heaviest.title, bytes: bytes(heaviest.bytes) })}
      </a>
    </p>
  )
}

function StateFacts({ state, onGo }: { state: StateRoom } & OnGo) {
  const { t } = useTranslation('findings')
  const { number } = useFormat()
  const id = useId()
  const { characters, target, costs } = state
  return (
    <>
      <p id={id}>
        {t('panel.state', { characters: number(characters), target: number(target) })}{' '}
        <meter
          className={styles.meter}
          aria-label={t('panel.stateMeter')}
          aria-describedby={id}
          max={target}
          low={target * 0.8}
          high={target - 1}
          optimum={0}
          value={Math.min(characters, target)}
        />
      </p>
      <p className="soft">
        {t('panel.stateWhy', {
          scorm12: number(scorm12.suspendData),
          scorm2004: number(scorm2004.suspendData),
        })}
      </p>
      {costs.length > 0 && (
        <>
          <p>{t('panel.costs')}</p>
          <ol>
            {costs.map((cost) => (
              <li key={cost.nodeId}>
                <NodeLink finding={cost} onGo={onGo} />{' '}
                {t('panel.cost', { characters: number(Number(cost.params?.characters)) })}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

type OnGo = { onGo: (nodeId: string) => void }
