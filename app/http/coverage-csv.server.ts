import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import {
  type Coverage,
  type CoverageFinding,
  type CoverageTie,
  modulesBy,
  rolesIn,
} from '#app/services/competencies/coverage/coverage.ts'
import { alignmentRoles } from '#content-schema/module.ts'
import { type Cell, writeCsv } from './csv.ts'

/** The matrix as a sheet: a line each competency and criterion, a column each module. */
export function coverageCsv(
  { framework, blocks, rows, modules }: Coverage,
  language: Language,
): { name: string; text: string } {
  const t = spoken(language).getFixedT(language, ['coverage', 'modules'])
  const blockOf = new Map(blocks.map((block) => [block.id, block]))
  const said = (ties: readonly CoverageTie[]) => [
    ...alignmentRoles.map((role) => modulesBy(ties, role)),
  ]
  const cells = (ties: readonly CoverageTie[]) =>
    modules.map(({ id }) =>
      rolesIn(ties.filter(({ moduleId }) => moduleId === id))
        .map(({ role, level }) => {
          const does = t(`modules:alignment.roles.${role}`)
          return `${does} (${t(`modules:levels.${level}`)})`
        })
        .join(', '),
    )
  const findings = (found: readonly CoverageFinding[]) =>
    found.map((finding) => t(`marks.${finding}`)).join(', ')
  const heads: Cell[] = [
    ...(['block', 'code', 'competency', 'criterion'] as const).map((name) => t(`csv.${name}`)),
    ...alignmentRoles.map((role) => t(`csv.${role}`)),
    t('csv.findings'),
    ...modules.map(({ title, code, edition }) =>
      [title, `(${code})`, edition].filter(Boolean).join(' '),
    ),
  ]
  const lines = rows.flatMap((row) => {
    const block = blockOf.get(row.blockId)
    const named = [block ? `${block.code} ${block.label}` : '', row.code, row.label]
    return [
      [...named, '', ...said(row.ties), findings(row.findings), ...cells(row.ties)],
      ...row.criteria.map(({ label, ties, findings: found }) => [
        ...named,
        label,
        ...said(ties),
        findings(found),
        ...cells(ties),
      ]),
    ]
  })
  const name = `${t('csv.file')}-${fileName(framework.code)}.csv`
  return { name, text: writeCsv([heads, ...lines], language) }
}

function fileName(code: string): string {
  return code.replace(/[^\w.-]+/g, '-')
}
