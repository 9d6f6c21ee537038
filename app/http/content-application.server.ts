import express from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { lmsFrame } from '#app/services/play/lms-frame/bundle.server.ts'
import { lmsPage } from '#app/services/play/lms-frame/page.ts'
import { ownOrigins } from './foreign-origins.server.ts'
import { playedRoutes } from './played-routes.server.ts'
import { thinPages } from './thin-pages.server.ts'

/**
 * The second origin: played packages, and the LMS page around them. It knows no cookie and no
 * session; a signed link is the right to read one package for a few hours, the address of a thin
 * package that to read what it plays.
 */
export function contentApplication(here: Instance): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(contentSecurity(here))
  app.get('/lms/frame.js', async (_request, response) => {
    response.type('text/javascript').send((await lmsFrame()).script)
  })
  app.get('/lms/frame.css', async (_request, response) => {
    response.type('text/css').send((await lmsFrame()).style)
  })
  app.use('/p/:token', playedRoutes(here, lmsPage(ownOrigins(here.settings))))
  app.use('/thin', thinPages(here))
  app.use((_request, response) => {
    response.status(404).type('text').send('404')
  })
  return app
}

function contentSecurity({ settings }: Instance): express.RequestHandler {
  const own = ownOrigins(settings).join(' ')
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${own}`,
    // What authors embed from other sites, once its reader has asked for it: no page loads any by itself.
    "frame-src 'self' https:",
    `frame-ancestors 'self' ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'private, max-age=300',
    })
    next()
  }
}
