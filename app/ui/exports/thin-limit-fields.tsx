import { useTranslation } from 'react-i18next'
import { mostCounted } from '#app/services/thin/most-counted.ts'
import { TextField } from '#app/ui/field.tsx'
import type { ThinLimits } from '#packaging/package-source.ts'
import styles from './exports.module.css'

/** Until when a thin package is played, and by how many. */
export function ThinLimitFields({ limits }: { limits: ThinLimits }) {
  const { t } = useTranslation('delivery')
  return (
    <div className={styles.pair}>
      <TextField
        label={t('thin.endsOn')}
        hint={t('thin.endsOnHint')}
        name="endsOn"
        type="date"
        defaultValue={limits.endsOn ?? ''}
      />
      <TextField
        label={t('thin.mostLearners')}
        hint={t('thin.mostLearnersHint')}
        name="mostLearners"
        type="number"
        min={1}
        max={mostCounted}
        defaultValue={limits.mostLearners ?? ''}
      />
    </div>
  )
}
