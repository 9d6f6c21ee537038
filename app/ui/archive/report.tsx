import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { ArchiveReport, ModuleReport } from '#app/services/archive/compare.server.ts'
import { Badge } from '../badge.tsx'
import styles from './archive.module.css'

type ReportProps = {
  report: ArchiveReport
  /** Whether it is done, or would be. */
  done: boolean
}

const tones = { new: 'ok', identical: 'neutral', different: 'warn' } as const

/** What an archive brings, module by module; before it is imported, what to do with those that differ. */
export function Report({ report, done }: ReportProps) {
  const { t } = useTranslation('archive')
  const { modules, frameworks, files } = report
  const coming = modules.some(({ state }) => state !== 'identical')
  return (
    <Form method="post" className="stack">
      <div className={styles.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.module')}</th>
              <th scope="col">{t('report.what')}</th>
              <th scope="col">{t('report.history')}</th>
            </tr>
          </thead>
          <tbody>
            {modules.map((module) => (
              <Row key={module.originId} module={module} done={done} />
            ))}
          </tbody>
        </table>
      </div>
      <ul>
        <li>{t('report.files', files)}</li>
        {frameworks.coming.length > 0 && (
          <li>{t('report.frameworksComing', { codes: frameworks.coming.join(', ') })}</li>
        )}
        {frameworks.here.length > 0 && (
          <li>{t('report.frameworksHere', { codes: frameworks.here.join(', ') })}</li>
        )}
        <li>{t('report.people')}</li>
      </ul>
      {!done && (
        <p className="row">
          <button type="submit" disabled={!coming}>
            {t('report.import')}
          </button>
          {!coming && <span>{t('report.nothing')}</span>}
        </p>
      )}
    </Form>
  )
}

function Row({ module, done }: { module: ModuleReport; done: boolean }) {
  const { t } = useTranslation('archive')
  const { originId, moduleId, title, code, renamed, state, missing } = module
  const { revisions, editions } = module
  return (
    <tr>
      <th scope="row">
        {moduleId ? <Link to={`/modules/${moduleId}`}>{title}</Link> : title}{' '}
        <code>{renamed ?? code}</code>
        {renamed && <p className="soft">{t('report.renamed', { code, renamed })}</p>}
        {missing > 0 && <p className="soft">{t('report.missing', { count: missing })}</p>}
      </th>
      <td>
        <Badge tone={tones[state]}>{t(`report.states.${state}`)}</Badge>
        {state === 'different' && !done && (
          <label className="row">
            <input type="checkbox" name="replacing[]" value={originId} />
            {t('report.replace', { title })}
          </label>
        )}
      </td>
      <td>
        {t('report.revisions', { count: revisions })},{' '}
        {t('report.editions', { count: editions })}
      </td>
    </tr>
  )
}
