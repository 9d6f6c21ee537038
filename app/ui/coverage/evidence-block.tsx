import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type {
  CoverageBlock,
  CoverageModule,
  CoverageRow,
} from '#app/services/competencies/coverage/coverage.ts'
import { type AlignmentRole, alignmentRoles } from '#content-schema/module.ts'
import { ScrollAcross } from '../scroll-across.tsx'

type Props = { block: CoverageBlock; rows: CoverageRow[]; modules: CoverageModule[] }

/** A block on paper: for each competency the modules by what they do, with edition and date. */
export function EvidenceBlock({ block, rows, modules }: Props) {
  const { t } = useTranslation(['coverage', 'modules'])
  return (
    <section aria-labelledby={block.id}>
      <h2 id={block.id}>
        {block.code} · {block.label}
      </h2>
      <ScrollAcross what={block.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('competency')}</th>
              {alignmentRoles.map((role) => (
                <th key={role} scope="col">
                  {t(`modules:alignment.roles.${role}`)}
                </th>
              ))}
              <th scope="col">{t('evidence.gaps')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.competencyId}>
                <th scope="row">{row.label}</th>
                {alignmentRoles.map((role) => (
                  <td key={role}>
                    <Doing row={row} role={role} modules={modules} />
                  </td>
                ))}
                <td>{row.findings.map((finding) => t(`marks.${finding}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </section>
  )
}

type DoingProps = { row: CoverageRow; role: AlignmentRole; modules: CoverageModule[] }

function Doing({ row, role, modules }: DoingProps) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  const ids = new Set(
    row.ties.filter((tie) => tie.role === role).map(({ moduleId }) => moduleId),
  )
  return (
    <ul className="plain-list">
      {modules
        .filter(({ id }) => ids.has(id))
        .map(({ id, title, edition, at }) => (
          <li key={id}>
            {title}{' '}
            <span className="soft">
              {edition && `${t('edition', { number: edition })}, `}
              {instant(at)}
            </span>
          </li>
        ))}
    </ul>
  )
}
