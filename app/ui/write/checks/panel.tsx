import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allFindings, type Checked, checkKinds } from './checked.ts'
import styles from './checks.module.css'
import { Count, KindGroup, type Shown } from './kind-group.tsx'

type Props = { moduleId: string; checked: Checked | null; onGo: (nodeId: string) => void }

/** What is still to be checked, by kind, each leading to its element. */
export function Checks({ moduleId, checked, onGo }: Props) {
  const { t } = useTranslation('findings')
  const [shown, setShown] = useState<Shown>('all')
  return (
    <section className={`card ${styles.panel}`} aria-labelledby="checks">
      <header className={styles.header}>
        <h2 id="checks" tabIndex={-1}>
          {t('panel.heading')}
        </h2>
        <Filter shown={shown} onChoose={setShown} />
      </header>
      <p role="status">
        <Summary checked={checked} />
      </p>
      {checked && isOffline(checked) && <p className="soft">{t('panel.offline')}</p>}
      {checked &&
        checkKinds.map((kind) => (
          <KindGroup key={kind} {...{ kind, checked, shown, moduleId, onGo }} />
        ))}
    </section>
  )
}

/** Said aloud when it changes, which is only once typing has paused. */
function Summary({ checked }: { checked: Checked | null }) {
  const { t } = useTranslation('findings')
  if (!checked) return <>{t('panel.looking')}</>
  const all = allFindings(checked)
  if (all.length === 0 && !isOffline(checked)) {
    return <>{t('panel.clean', { count: checked.elements })}</>
  }
  return <Count found={all} />
}

function Filter({ shown, onChoose }: { shown: Shown; onChoose: (shown: Shown) => void }) {
  const { t } = useTranslation('findings')
  const id = useId()
  return (
    <p className={styles.filter}>
      <label htmlFor={id}>{t('panel.show')}</label>
      <select id={id} value={shown} onChange={(event) => onChoose(event.target.value as Shown)}>
        <option value="all">{t('panel.only.all')}</option>
        <option value="blocks">{t('panel.only.blocks')}</option>
      </select>
    </p>
  )
}

function isOffline({ findings }: Checked): boolean {
  return checkKinds.some((kind) => findings[kind] === null)
}
