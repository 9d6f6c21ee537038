import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { PackageParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordDownload } from '#app/services/deployments/add-deployment.server.ts'
import { packagePath } from '#app/services/exports/build-export.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'

/** Always saved, never shown here: a page of one file would speak as one of ours. */
const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
}

/** A finished and checked package, as it was made. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'package:export')
  const { bank, settings } = instance()
  const { row } = findPackage(bank, { ...readParams(params, PackageParams), organisationId })
  if (row.state !== 'ready' || !row.sha256) throw new UserError('package.not-ready', {}, 409)
  if (request.method === 'GET') recordDownload(bank, row.id, new Date())
  const stream = createReadStream(packagePath(settings.dataDir, row.sha256, row.fileName))
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'Content-Type': mediaTypes[extname(row.fileName)] ?? 'application/zip',
      'Content-Length': String(row.bytes),
      'Content-Disposition': `attachment; filename="${row.fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
