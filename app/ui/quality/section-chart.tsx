import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { SectionReport } from '#app/services/analytics/read-module-report.server.ts'
import { ScrollAcross } from '../scroll-across.tsx'
import { Bar } from './bar.tsx'
import styles from './quality.module.css'
import { useMinutes } from './use-minutes.ts'

/** Where learners go and where they stop, along the module's own table of contents. */
export function SectionChart({
  sections,
  started,
}: {
  sections: SectionReport[]
  started: number
}) {
  const { t } = useTranslation('quality')
  return (
    <section>
      <h3>{t('sections')}</h3>
      <p className="soft">{t('sectionsLegend')}</p>
      <ol className={styles.rows}>
        {sections.map((section) => (
          <SectionRow key={section.sectionId} section={section} started={started} />
        ))}
      </ol>
      <SectionTable sections={sections} />
    </section>
  )
}

function SectionRow({ section, started }: { section: SectionReport; started: number }) {
  const { t } = useTranslation('quality')
  const stopped = started ? section.stopped.count / started : 0
  const reached = started ? section.reached.count / started : 0
  return (
    <li id={section.sectionId}>
      <span>{section.title}</span>
      <Bar
        parts={[
          { share: Math.max(0, reached - stopped), look: 'full' },
          { share: stopped, look: 'hatched' },
        ]}
      />
      <span>
        {t('reached', { count: section.reached.count })},{' '}
        {t('stopped', { count: section.stopped.count })}
      </span>
    </li>
  )
}

function SectionTable({ sections }: { sections: SectionReport[] }) {
  const { t } = useTranslation('quality')
  const { percent } = useFormat()
  const minutes = useMinutes()
  return (
    <details>
      <summary>{t('numbers')}</summary>
      <ScrollAcross what={t('sections')}>
        <table>
          <caption className="visually-hidden">{t('sections')}</caption>
          <thead>
            <tr>
              {(['section', 'reached', 'stopped', 'medianTime'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => (
              <tr key={section.sectionId}>
                <th scope="row">{section.title}</th>
                <td>
                  {section.reached.count} ({percent(section.reached.share ?? 0)})
                </td>
                <td>
                  {section.stopped.count} ({percent(section.stopped.share ?? 0)})
                </td>
                <td>{minutes(section.medianActiveMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </details>
  )
}
