import { stat } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import express, { type Request, type Response } from 'express'
import type { Instance } from '#app/db/instance.server.ts'
import { playedFolder } from '#app/services/play/played-folder.ts'
import { readSignedPath } from '#app/services/play/signed-path.ts'
import { openTryLrs } from '#app/services/play/try-lrs.server.ts'

/** A slow line: milliseconds before anything comes, bytes a millisecond, the longest wait. */
const slowLine = { latency: 400, bytes: 50, longest: 15_000 }

/** What one signed link opens: the page of an LMS, the package in it, and the LRS it is tried with. */
export function playedRoutes(here: Instance, lmsPage: string): express.Router {
  const routes = express.Router({ mergeParams: true })
  /** Links whose learner's session is over. */
  const dead = new Set<string>()
  const lrs = openTryLrs(here.iriBase)

  routes.use((request, response, next) => {
    const { token } = request.params as { token: string }
    const folder = readSignedPath(here.signingKey, token, new Date())
    if (!folder) return notFound(response)
    Object.assign(response.locals, { folder, token })
    return next()
  })
  routes.get('/lms', (_request, response) => response.type('html').send(lmsPage))
  routes.post('/session', express.text(), (request, response) => {
    const { token } = response.locals
    if (request.body === 'dead') dead.add(token)
    else dead.delete(token)
    response.status(204).end()
  })
  routes.post('/token', (_request, response) => {
    response.json({ 'auth-token': lrs.tokenFor(response.locals.folder) })
  })

  const files: express.RequestHandler = (request, response, next) =>
    express.static(playedFolder(here.settings.dataDir, response.locals.folder), {
      index: 'index.html',
      dotfiles: 'deny',
    })(request, response, next)
  /** For the page of the LMS itself. */
  const records: express.RequestHandler = (request, response) => {
    request.originalUrl = `/xapi${request.url}`
    lrs.handle(request, response)
  }
  const asLearner: express.RequestHandler = (request, response, next) =>
    dead.has(response.locals.token)
      ? response.status(403).end()
      : records(request, response, next)

  routes.use('/records', records)
  routes.use('/files', files)
  routes.use('/lrs', asLearner)
  routes.use('/slow', slowed(here))
  routes.use('/slow/files', files)
  routes.use('/slow/lrs', asLearner)
  return routes
}

/** Answers as late as over a slow line; what was waited for once is waited for again. */
function slowed({ settings }: Instance): express.RequestHandler {
  return async (request: Request, response: Response, next) => {
    const folder = playedFolder(settings.dataDir, response.locals.folder)
    const path = normalize(request.path).replace(/^\/files\//, '')
    const bytes = await stat(join(folder, path)).then(
      ({ size }) => size,
      () => 0,
    )
    const wait = slowLine.latency + bytes / slowLine.bytes
    response.set('Cache-Control', 'no-store')
    setTimeout(next, Math.min(wait, slowLine.longest))
  }
}

function notFound(response: Response) {
  return response.status(404).type('text').send('404')
}
