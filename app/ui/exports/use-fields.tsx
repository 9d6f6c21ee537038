import { useTranslation } from 'react-i18next'
import { Choices, Tick } from '#app/ui/field.tsx'
import { FindingList } from '#app/ui/finding-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { reaches, useKey } from '#content-schema/rights/reason.ts'
import type { FieldsProps } from './chosen.ts'
import styles from './exports.module.css'

/** What the package is for, and at once what its rights say of that. */
export function UseFields({
  edition,
  chosen: { use },
  change,
  moduleId,
  mayWrite,
}: FieldsProps & { moduleId: string; mayWrite: boolean }) {
  const { t } = useTranslation('delivery')
  const findings = edition.rights[useKey(use)] ?? []
  const against = findings.filter(({ severity }) => severity === 'blocks').length
  return (
    <section aria-labelledby="export-use" className={styles.fields}>
      <h3 id="export-use">{t('use.legend')}</h3>
      <Choices
        legend={t('use.reach')}
        name="reach"
        value={use.reach}
        choices={reaches.map((value) => ({ value, label: t(`use.reaches.${value}`) }))}
        onChoose={(reach) => change({ use: { ...use, reach } })}
      />
      <Tick
        label={t('use.commercial')}
        hint={t('use.commercialHint')}
        name="commercial"
        checked={use.commercial}
        onChange={({ target }) => change({ use: { ...use, commercial: target.checked } })}
      />
      <div role="status">
        {against > 0 ? (
          <Notice tone="warn">{t('use.against', { count: against })}</Notice>
        ) : (
          findings.length === 0 && <p className="soft">{t('use.clear')}</p>
        )}
      </div>
      {findings.length > 0 && (
        <FindingList findings={findings} moduleId={moduleId} mayWrite={mayWrite} />
      )}
    </section>
  )
}
