import { useTranslation } from 'react-i18next'
import type { AutosaveState } from '#editor/autosave.ts'
import { useRefusal } from '../notice.tsx'
import { Refusal, type SavedElsewhere } from './send.ts'
import styles from './write.module.css'

/** Whether what is on the screen is on the server: "saved" is only said once it has committed. */
export function SaveState({ state }: { state: AutosaveState<SavedElsewhere> }) {
  const { t } = useTranslation('modules')
  const sentence = useRefusal()
  return (
    <p className={styles.state} role="status" data-state={state.name}>
      {state.name === 'saved' && `✓ ${t('write.saved')}`}
      {state.name === 'dirty' && t('write.dirty')}
      {state.name === 'saving' && t('write.saving')}
      {state.name === 'error' &&
        (state.error instanceof Refusal
          ? t('write.refused', { reason: sentence(state.error.refusal) })
          : t('write.offline'))}
    </p>
  )
}
