import { instance } from '#app/db/instance.server.ts'
import { loads } from '#app/http/handlers.server.ts'

/** Search engines read the public catalogue and what it looks like, and nothing else. */
export const loader = loads(() => {
  const lines = [
    'User-agent: *',
    'Disallow: /*?preview',
    'Disallow: /*&preview',
    ...['/catalogue', '/assets/', '/favicon.svg'].map((path) => `Allow: ${path}`),
    'Disallow: /',
    '',
    `Sitemap: ${instance().settings.publicUrl}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain' } })
})
