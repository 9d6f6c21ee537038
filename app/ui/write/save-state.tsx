import { useTranslation } from 'react-i18next'
import { useRefusal } from '../notice.tsx'
import { Refusal } from '../refusal.ts'
import { type Telling, type Told, useTold } from './use-writing.ts'
import styles from './write.module.css'

/** Whether what is on the screen is on the server: "saved" is only said once it has committed. */
export function SaveState({ told }: { told: Telling }) {
  const { state, kept } = useTold(told, (all) => all)
  return (
    <p className={styles.state} role="status" data-state={state.name}>
      <Sentence state={state} kept={kept} />
    </p>
  )
}

function Sentence({ state, kept }: Told) {
  const { t } = useTranslation('modules')
  const sentence = useRefusal()
  if (state.name === 'saved') return <>✓ {t('write.saved')}</>
  if (!kept) return <>{t('write.atRisk')}</>
  if (state.name === 'dirty' || state.name === 'conflict') return <>{t('write.dirty')}</>
  if (state.name === 'saving') return <>{t('write.saving')}</>
  const { error } = state
  if (!(error instanceof Refusal)) return <>{t('write.offline')}</>
  if (error.refusal.code === 'sign-in.needed') return <>{t('write.dirty')}</>
  return <>{t('write.refused', { reason: sentence(error.refusal) })}</>
}
