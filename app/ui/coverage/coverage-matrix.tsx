import { useTranslation } from 'react-i18next'
import {
  type CoverageCriterion,
  type CoverageModule,
  type CoveragePage,
  type CoverageTie,
  coverageFindings,
  missingRole,
  rolesIn,
  type ShownRow,
} from '#app/services/competencies/coverage/coverage.ts'
import { type AlignmentRole, alignmentRoles, levels } from '#content-schema/module.ts'
import { Badge } from '../badge.tsx'
import styles from './coverage.module.css'

type Props = CoveragePage & { mayCreate: boolean }

/** Competencies by modules; where there is no room for columns, each competency is a list. */
export function CoverageMatrix({ rows, blocks, modules, query, mayCreate }: Props) {
  const { t } = useTranslation(['coverage', 'modules'])
  const words = wordsOf(t)
  const blockOf = new Map(blocks.map((block) => [block.id, block]))
  return (
    <section className={styles.frame} aria-label={t('matrix')}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{t('matrix')}</caption>
        <thead className={styles.heads}>
          <tr>
            <th scope="col" className={`${styles.head} ${styles.corner}`}>
              {t('competency')}
            </th>
            {modules.map((module) => (
              <ModuleHead key={module.id} module={module} t={t} />
            ))}
          </tr>
        </thead>
        {rows.map((row, index) => (
          <tbody key={row.competencyId} className={styles.rows}>
            {row.blockId !== rows[index - 1]?.blockId && (
              <tr>
                <th scope="rowgroup" colSpan={modules.length + 1} className={styles.block}>
                  <span className={styles.blockName}>
                    {blockOf.get(row.blockId)?.code} · {blockOf.get(row.blockId)?.label}
                  </span>
                </th>
              </tr>
            )}
            <Competency row={row} modules={modules} mayCreate={mayCreate} words={words} />
            {query.criteria &&
              row.criteria.map((criterion) => (
                <Criterion
                  key={criterion.id}
                  criterion={criterion}
                  modules={modules}
                  words={words}
                />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

type Say = ReturnType<typeof useTranslation<['coverage', 'modules']>>['t']

/** Stands for a name in a sentence that is said of many. */
const someone = '\u0000'

/**
 * Found once for the whole matrix: in each of its cells it would take a third of the time. Links are
 * plain ones for the same reason: there are hundreds.
 */
function wordsOf(t: Say) {
  const roles = alignmentRoles.map((role) => [role, t(`modules:alignment.roles.${role}`)])
  const depths = levels.map((level) => [level, t(`modules:levels.${level}`)])
  const marks = coverageFindings.map((each) => [each, t(`marks.${each}`)])
  const newNamed = t('newNamed', { label: someone })
  return {
    sum: saidOnce((role: AlignmentRole, count) => t(`sums.${role}`, { count })),
    without: saidOnce((_what: 'criteria', count) => t('criteriaWithout', { count })),
    newFor: t('newFor'),
    newNamed: (label: string) => newNamed.split(someone).join(label),
    marks: Object.fromEntries(marks),
    roles: Object.fromEntries(roles),
    levels: Object.fromEntries(depths),
  }
}

function saidOnce<What extends string>(say: (what: What, count: number) => string) {
  const said = new Map<string, string>()
  return (what: What, count: number): string => {
    const known = said.get(`${what} ${count}`) ?? say(what, count)
    said.set(`${what} ${count}`, known)
    return known
  }
}

type Words = ReturnType<typeof wordsOf>

function ModuleHead({ module, t }: { module: CoverageModule; t: Say }) {
  const { id, title, edition } = module
  return (
    <th scope="col" className={styles.head}>
      <a href={`/modules/${id}`} title={title} className={styles.headLink}>
        {title}
      </a>
      {edition && <span className="soft"> {t('modules:edition', { number: edition })}</span>}
    </th>
  )
}

type RowProps = { row: ShownRow; modules: CoverageModule[]; mayCreate: boolean; words: Words }

function Competency({ row, modules, mayCreate, words }: RowProps) {
  const { code, label, ties, findings, sums, neglected } = row
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.named}>
        <p className={styles.line}>
          {code && <span className="soft">{code} </span>}
          {label}
        </p>
        <p className={`${styles.line} ${styles.sums}`}>
          {alignmentRoles.map((role) => (
            <span key={role} data-role={role}>
              {words.sum(role, sums[role])}
            </span>
          ))}
        </p>
        <p className={`${styles.line} ${styles.marks}`}>
          {findings.map((finding) => (
            <Badge key={finding} tone={finding === 'hole' ? 'danger' : 'warn'}>
              {words.marks[finding]}
            </Badge>
          ))}
          {neglected > 0 && <Badge tone="warn">{words.without('criteria', neglected)}</Badge>}
        </p>
        {mayCreate && <NewFor row={row} words={words} />}
      </th>
      <Cells ties={ties} modules={modules} words={words} />
    </tr>
  )
}

/** Leads to a new module that is tied to the competency from its first day. */
function NewFor({ row, words }: { row: ShownRow; words: Words }) {
  const role = missingRole(row) ?? 'teaches'
  return (
    <a
      className={styles.create}
      href={`/modules?for=${row.competencyId}&as=${role}#new-module`}
      aria-label={words.newNamed(row.label)}
    >
      {words.newFor}
    </a>
  )
}

type CriterionProps = { criterion: CoverageCriterion; modules: CoverageModule[]; words: Words }

function Criterion({ criterion, modules, words }: CriterionProps) {
  const { code, label, depth, ties, findings } = criterion
  return (
    <tr className={styles.row}>
      <th
        scope="row"
        className={`${styles.named} ${styles.criterion}`}
        data-depth={Math.min(depth, 3)}
      >
        {code && <span className="soft">{code} </span>}
        {label} {findings.includes('hole') && <Badge tone="danger">{words.marks.hole}</Badge>}
      </th>
      <Cells ties={ties} modules={modules} words={words} />
    </tr>
  )
}

type CellsProps = { ties: CoverageTie[]; modules: CoverageModule[]; words: Words }

function Cells({ ties, modules, words }: CellsProps) {
  const by = new Map<string, CoverageTie[]>()
  for (const tie of ties) by.set(tie.moduleId, [...(by.get(tie.moduleId) ?? []), tie])
  return modules.map((module) => {
    const own = by.get(module.id) ?? []
    return own.length > 0 ? (
      <Cell key={module.id} ties={own} module={module} words={words} />
    ) : (
      <td key={module.id} className={styles.cell} />
    )
  })
}

type CellProps = { ties: CoverageTie[]; module: CoverageModule; words: Words }

/** What one module does there; its title is only seen where no column says it. */
function Cell({ ties, module, words }: CellProps) {
  return (
    <td className={styles.cell}>
      <a href={`/modules/${module.id}#alignments`} className={styles.cellLink}>
        <span className={styles.title}>{module.title}</span>
        {rolesIn(ties).map(({ role, level }) => (
          <span key={role} className={styles.does} data-role={role}>
            {words.roles[role]}
            <span className={styles.level}> {words.levels[level]}</span>
          </span>
        ))}
      </a>
    </td>
  )
}
