import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { newId } from '#content-schema/identity.ts'
import { buildProbe, probeFileName, probeFormats } from '#packaging/index.ts'

const ProbeParams = z.object({ format: z.enum(probeFormats) })

/** The module that finds out what an LMS does, in the language of whoever asks for it. */
export const loader = loads(async ({ request, params }) => {
  requireMember(request, 'package:export')
  const { format } = readParams(params, ProbeParams)
  const settings = { format, language: currentLanguage(request) }
  const arriving = join(instance().settings.dataDir, 'arriving')
  await mkdir(arriving, { recursive: true })
  const file = join(arriving, newId())
  await buildProbe(settings, file)
  const zip = await readFile(file)
  await rm(file)
  return new Response(new Uint8Array(zip), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${probeFileName(settings)}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
