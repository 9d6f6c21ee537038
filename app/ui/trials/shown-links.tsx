import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import styles from './trials.module.css'

/** `qr`: the address as a drawing, in SVG. */
export type ShownLink = { code: string; url: string; qr: string }

/** The only time that personal links can be seen. */
export function ShownLinks({ links }: { links: ShownLink[] }) {
  const { t } = useTranslation('trials')
  return (
    <section className="card" aria-labelledby="links">
      <h2 id="links">{t('prepare.links')}</h2>
      <Notice tone="warn">{t('prepare.linksLead')}</Notice>
      <ul className={styles.links}>
        {links.map(({ code, url, qr }) => (
          <li key={code}>
            <img
              src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
              alt={t('prepare.qr', { code })}
              width="160"
              height="160"
            />
            <strong>{code}</strong>
            <input readOnly aria-label={code} value={url} />
          </li>
        ))}
      </ul>
    </section>
  )
}
