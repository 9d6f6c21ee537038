import { instance } from '#app/db/instance.server.ts'
import { alternates, cataloguePath } from '#app/http/catalogue-address.ts'
import { loads } from '#app/http/handlers.server.ts'
import { listPublic, type PublicModule } from '#app/services/sharing/visibility.server.ts'
import { x, xmlDocument } from '#packaging/xml/xml.ts'

/** No sitemap may name more. @see https://www.sitemaps.org/protocol.html */
const most = 50_000

/** Every public module, in each language, for search engines. */
export const loader = loads(() => {
  const { bank, settings } = instance()
  const { modules } = listPublic(bank, { limit: most - 1 })
  const entries = modules.flatMap((module) => entryOf(module, settings.publicUrl))
  const names = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  }
  const catalogue = x('url', {}, x('loc', {}, `${settings.publicUrl}/catalogue`))
  return new Response(xmlDocument(x('urlset', names, catalogue, ...entries)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
})

function entryOf(module: PublicModule, publicUrl: string) {
  if (module.state === 'gone') return []
  const url = `${publicUrl}${cataloguePath(module)}`
  return x(
    'url',
    {},
    x('loc', {}, url),
    x('lastmod', {}, new Date(module.changedAt).toISOString()),
    ...alternates(url).map(({ hrefLang, href }) =>
      x('xhtml:link', { rel: 'alternate', hreflang: hrefLang, href }),
    ),
  )
}
