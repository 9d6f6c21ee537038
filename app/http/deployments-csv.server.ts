import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import { writeDay } from '#app/i18n/use-format.ts'
import type { LivingDeployment } from '#app/services/deployments/deployment.ts'
import { type Speech, sayReason, sayTodo } from '#app/services/deployments/say-deployment.ts'
import { type Cell, writeCsv } from './csv.ts'

const columns = [
  ...([
    'code',
    'module',
    'edition',
    'plays',
    'format',
    'recipient',
    'lms',
    'by',
    'at',
  ] as const),
  ...(['downloads', 'lastDownload', 'life', 'lastOn', 'in30Days', 'in90Days'] as const),
  ...(['learners', 'state', 'reasons', 'todo', 'note', 'id', 'sha256'] as const),
] as const

/** The register of what went out, as a sheet. */
export function deploymentsCsv(
  rows: readonly LivingDeployment[],
  language: Language,
): { name: string; text: string } {
  const t = spoken(language).getFixedT(language, ['deployments', 'modules', 'exports'])
  const speech = { t: t as Speech['t'], day: (day: string) => writeDay(day, language) }
  const heads = columns.map((column) => t(`csv.${column}`))
  const lines = rows.map((row) => {
    const cells = cellsOf(row, speech)
    const format = t(`exports:formats.${row.format}`)
    return columns.map((column) => (column === 'format' ? format : cells[column]))
  })
  return { name: `${t('csv.file')}.csv`, text: writeCsv([heads, ...lines], language) }
}

function cellsOf(
  row: LivingDeployment,
  speech: Speech,
): Record<Exclude<(typeof columns)[number], 'format'>, Cell> {
  const { t } = speech
  const { code, edition, plays, recipient, lms, by, downloads, note, sha256, standing } = row
  const { state, ...life } = row.life
  return {
    ...{ code, edition, plays, recipient, lms, by, downloads, note, sha256, ...life },
    module: row.title,
    at: instant(row.requestedAt),
    lastDownload: row.lastDownloadAt && instant(row.lastDownloadAt),
    life: t(`lives.${state}`),
    state: t(`states.${standing.state}`),
    reasons: standing.reasons.map((reason) => sayReason(speech, reason)).join(' '),
    todo: sayTodo(speech, row),
    id: row.packageId,
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
