import { existsSync } from 'node:fs'
import express from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { countLearner } from '#app/services/thin/count-learner.server.ts'
import { openThin, thinFolder } from '#app/services/thin/open-thin.server.ts'
import { findThin, isOver, type Thin } from '#app/services/thin/thin-packages.server.ts'
import { thinScript, thinWords } from '#packaging/index.ts'
import { ownOrigins } from './foreign-origins.server.ts'

/** What thin packages play, in a frame of any LMS; there is nothing here to find but by its address. */
export function thinPages(here: Instance): express.Router {
  const router = express.Router({ strict: true })
  router.use(framedAnywhere(here))
  router.get('/closed.js', async (_request, response) => {
    response.type('text/javascript').send(await thinScript('closed'))
  })
  router.get('/closed.css', (_request, response) => {
    response.type('text/css').send(closedStyles)
  })
  router.get('/:thinId/', (request, response, next) => {
    const thin = findThin(here.bank, request.params.thinId)
    if (!thin) return next()
    response.set('Cache-Control', 'no-store')
    if (isOver(thin.thin, new Date())) return sendClosed(response, thin, 'ended')
    openThin(here, thin, new Date()).then(
      // To a part of this address: nobody is ever led elsewhere.
      (edition) => response.redirect(302, `${edition}/index.html`),
      (error) => {
        console.error(`thin package ${thin.row.id} cannot be played`, error)
        response.status(503).type('text').send('503')
      },
    )
  })
  router.get('/:thinId/full', (request, response, next) => {
    const thin = findThin(here.bank, request.params.thinId)
    return thin ? sendClosed(response, thin, 'full') : next()
  })
  router.post('/:thinId/learners', express.text({ limit: 100 }), learners(here))
  router.use('/:thinId/:edition', files(here))
  return router
}

/** Whether a learner may play; asked by the page itself, and by no other site. */
function learners(here: Instance): express.RequestHandler {
  return (request, response, next) => {
    const thin = findThin(here.bank, String(request.params.thinId))
    const site = request.get('Sec-Fetch-Site')
    if (!thin || (site && site !== 'same-origin')) return next()
    const sent = String(request.body)
    if (!/^[0-9a-z]{1,7}$/.test(sent)) return response.status(400).end()
    const now = new Date()
    const may = !isOver(thin.thin, now) && countLearner(here, thin, { sent, now })
    return response.status(may ? 204 : 403).end()
  }
}

/** Only what was unpacked of this very edition; whoever plays as it ends keeps its pictures. */
function files(here: Instance): express.RequestHandler {
  return (request, response, next) => {
    const { thinId, edition } = request.params as Record<string, string>
    const thin = findThin(here.bank, thinId!)
    if (!thin || !/^\d+\.\d+$/.test(edition!)) return next()
    const folder = thinFolder(here, thin, edition!)
    if (!existsSync(folder) || (isPage(request) && isOver(thin.thin, new Date()))) return next()
    return express.static(folder, { index: false, dotfiles: 'deny', redirect: false })(
      request,
      response,
      next,
    )
  }
}

function isPage({ path }: express.Request): boolean {
  return path === '/index.html'
}

function sendClosed(response: express.Response, { row }: Thin, why: 'ended' | 'full'): void {
  const { language } = row
  response
    .status(why === 'ended' ? 410 : 403)
    .type('html')
    .send(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Grainothèque</title>
<link rel="stylesheet" href="../closed.css">
<script src="../closed.js" defer></script>
</head>
<body><main><p>${thinWords[language][why]}</p></main></body>
</html>`)
}

const closedStyles = `body {
  margin: 0;
  background: #fff;
  color: #1b1b1b;
  font: 1.125rem/1.6 system-ui, sans-serif;
}

p {
  max-width: 36rem;
  margin: 15vh auto 0;
  padding: 1.5rem;
}
`

/** As every page of this origin, but for the frame around it: an LMS may stand anywhere. */
function framedAnywhere({ settings }: Instance): express.RequestHandler {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${ownOrigins(settings).join(' ')}`,
    "frame-src 'self' https:",
    'frame-ancestors https: http:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return (_request, response, next) => {
    response.set('Content-Security-Policy', policy)
    next()
  }
}
