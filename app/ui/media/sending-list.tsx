import { useTranslation } from 'react-i18next'
import styles from './media.module.css'
import type { Sending } from './use-sendings.ts'

/** Each file on its way, and how to stop it. */
export function SendingList(props: { sendings: Sending[]; onStop: (key: number) => void }) {
  const { sendings, onStop } = props
  if (sendings.length === 0) return null
  return (
    <ul className={styles.sendings}>
      {sendings.map((sending) => (
        <li key={sending.key}>
          <Line sending={sending} onStop={() => onStop(sending.key)} />
        </li>
      ))}
    </ul>
  )
}

function Line({ sending, onStop }: { sending: Sending; onStop: () => void }) {
  const { t } = useTranslation('media')
  const { name, share, phase, said } = sending
  const percent = Math.floor(share * 100)
  if (phase === 'failed') {
    return <p role="alert">{said ? `${name} : ${said}` : t('upload.failed', { name })}</p>
  }
  return (
    <>
      {phase !== 'done' && <progress max={100} value={percent} aria-label={name} />}
      <span role={phase === 'done' ? 'status' : undefined}>
        {t(`upload.${phase}`, { name, percent })} {said}
      </span>
      {(phase === 'sending' || phase === 'interrupted') && (
        <button type="button" className="quiet" onClick={onStop}>
          {t('upload.stop', { name })}
        </button>
      )}
    </>
  )
}
