import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type Instance, instance } from '#app/db/instance.server.ts'
import { modules } from '#app/db/schema/bank/index.ts'
import { asUserError } from '#app/http/user-error.ts'
import type { PackageRow } from '#app/services/exports/find-package.server.ts'
import type { ExportRequest } from '#app/services/exports/request-export.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { sayRefusal } from './say-refusal.ts'

/** What came of one module; `reason` where there is no file. */
export type Exported = {
  code: string
  state: PackageRow['state'] | null
  file: string | null
  bytes: number | null
  sha256: string | null
  findings: PackageRow['findings']
  reason: string | null
}

export type Exporting = {
  code: string
  /** The file, or the folder when there are several. */
  out: string
  single: boolean
  /** What progress is told of on the standard error; empty: it is not told. */
  told: string
}

type Asked = Omit<ExportRequest, 'moduleId' | 'personId' | 'now' | 'state'>

/** Makes one package here and copies it; what is refused is said, and ends nothing. */
export async function exportOne(exporting: Exporting, asked: Asked): Promise<Exported> {
  const here = instance()
  const { code } = exporting
  const ended = { code, state: null, file: null, bytes: null, sha256: null, findings: [] }
  try {
    const row = await make(here, exporting, asked)
    const { state, bytes, sha256, findings } = row
    if (state !== 'ready') return { ...ended, state, findings, reason: whyNot(row) }
    const file = await copy(here, row, exporting)
    return { code, state, file, bytes, sha256, findings, reason: null }
  } catch (error) {
    const reason = sayRefusal(error)
    if (reason === null) throw error
    return { ...ended, reason }
  }
}

async function make(here: Instance, exporting: Exporting, asked: Asked): Promise<PackageRow> {
  const { buildExport, failExport } = await import(
    '#app/services/exports/build-export.server.ts'
  )
  const { requestExport } = await import('#app/services/exports/request-export.server.ts')
  const { bank } = here
  const { organisationId } = asked
  const { moduleId } = findDraft(bank, { moduleId: exporting.code, organisationId })
  const { authorId } = bank.select().from(modules).where(eq(modules.id, moduleId)).get()!
  const who = { personId: authorId, organisationId }
  const packageId = requestExport(bank, {
    ...asked,
    ...{ moduleId, personId: authorId, now: new Date(), state: 'building' },
  })
  const stopListening = await cancelling(here, { packageId, ...who })
  try {
    return await buildExport(here, packageId, progress(exporting.told))
  } catch (error) {
    failExport(here, packageId)
    throw error
  } finally {
    stopListening()
  }
}

/** Ctrl-C gives up the package in hand, as its button in the application does. */
async function cancelling(
  { bank }: Instance,
  key: { packageId: string; organisationId: string; personId: string },
): Promise<() => void> {
  const { cancelExport } = await import('#app/services/exports/cancel-export.server.ts')
  const cancel = () => {
    try {
      cancelExport(bank, { ...key, now: new Date() })
    } catch (error) {
      // It was finished in that very moment: then it is there.
      if (!asUserError(error)) throw error
    }
  }
  process.once('SIGINT', cancel)
  return () => process.off('SIGINT', cancel)
}

/** On a terminal one line that is written over; elsewhere a line at the beginning. */
function progress(told: string): ((done: number, total: number) => void) | undefined {
  if (told === '') return undefined
  const { stderr } = process
  if (!stderr.isTTY) {
    stderr.write(`${told}\n`)
    return undefined
  }
  return (done, total) => {
    const percent = Math.floor((done / Math.max(total, 1)) * 100)
    stderr.write(`\r${told} ${percent} %${done === total ? '\n' : ''}`)
  }
}

function whyNot({ state, findings }: PackageRow): string {
  if (state === 'cancelled') return 'The package was cancelled.'
  return `The package was rejected:\n${findings.map((each) => `  ${each.code}`).join('\n')}`
}

async function copy(here: Instance, row: PackageRow, { out, single }: Exporting) {
  const { packagePath } = await import('#app/services/exports/build-export.server.ts')
  const { recordDownload } = await import('#app/services/deployments/add-deployment.server.ts')
  const file = single ? out : join(out, row.fileName)
  if (!single) await mkdir(out, { recursive: true })
  await copyFile(packagePath(here.settings.dataDir, row.sha256!, row.fileName), file)
  recordDownload(here.bank, row.id, new Date())
  return file
}
