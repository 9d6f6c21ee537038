import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { findMaking } from '#app/services/archive/archive-work.server.ts'

/** The archive that was made last for the organisation. */
export const loader = loads(async ({ request }) => {
  const { organisationId } = requireMember(request, 'archive:manage')
  const making = await findMaking(organisationId)
  if (making?.state !== 'ready') throw new UserError('page.not-found', {}, 404)
  const day = new Date(making.madeAt).toISOString().slice(0, 10)
  return new Response(Readable.toWeb(createReadStream(making.path)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(making.bytes),
      'Content-Disposition': `attachment; filename="archive-${day}.zip"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
