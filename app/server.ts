import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import { apiRouter } from '#app/api/api-router.server.ts'
import { oaiRouter } from '#app/api/oai-router.server.ts'
import { rateLimit } from '#app/api/rate-limit.ts'
import { closeInstance, instance } from '#app/db/instance.server.ts'
import { seedWhenEmpty } from '#app/db/seed/seed-bank.server.ts'
import type { ServerBuild } from '#app/framework.ts'
import { activityEndpoints } from '#app/http/activity-endpoints.server.ts'
import { assetEndpoints } from '#app/http/asset-endpoints.server.ts'
import { catalogueFreshness } from '#app/http/catalogue-freshness.server.ts'
import { contentApplication } from '#app/http/content-application.server.ts'
import { dailyWriter } from '#app/http/daily-letter.server.ts'
import { refuseForeignOrigins } from '#app/http/foreign-origins.server.ts'
import { refuseLargeBodies } from '#app/http/large-bodies.server.ts'
import { pageSecurity } from '#app/http/page-security.server.ts'
import { uploadEndpoints } from '#app/http/upload-endpoints.server.ts'
import { reviewLetter } from '#app/i18n/review-letter.server.ts'
import { startDaily } from '#app/jobs/daily.server.ts'
import { startForwarding } from '#app/jobs/forward.server.ts'
import { startHarvesting } from '#app/jobs/harvest.server.ts'
import { startIndexing } from '#app/jobs/index-modules.server.ts'
import { startSendingLetters } from '#app/jobs/letters.server.ts'
import { startSweeping } from '#app/jobs/sweep.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { createXapiHandler } from '#app/lrs/index.server.ts'
import { projectRoot } from '#packaging/project-root.ts'

/** The server cannot start, for a reason that whoever starts it can mend. */
class CannotStart extends Error {}

try {
  await main()
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}

async function main(): Promise<void> {
  const here = instance()
  const signIns = await seedWhenEmpty(here)
  await startSweeping(here.settings.dataDir)
  const stopWorker = startWorker(here)
  const stopIndexing = startIndexing(here)
  const stopHarvesting = startHarvesting(here)
  const stopLetters = startSendingLetters(here)
  const stopForwarding = startForwarding(here)
  const stopDaily = startDaily(here, {
    write: dailyWriter(here.settings),
    invitation: { publicUrl: here.settings.publicUrl, letterOf: reviewLetter },
  })
  const { settings } = here
  const servers = [
    await listen(await applicationServer(), settings.port, settings.host),
    await listen(createServer(contentApplication(here)), settings.contentPort, settings.host),
  ]
  announce(settings.publicUrl, signIns)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopIndexing()
      stopDaily()
      stop(servers, stopWorker, stopHarvesting, stopLetters, stopForwarding).then(() =>
        process.exit(0),
      )
    })
  }
}

/** Ours first (statements, files), then the pages. */
async function applicationServer(): Promise<Server> {
  const here = instance()
  const app = express()
  const server = createServer(app)
  app.disable('x-powered-by')
  app.set('trust proxy', here.settings.proxies)
  const xapi = createXapiHandler({
    bank: here.bank,
    statements: here.statements,
    iriBase: here.iriBase,
    now: () => new Date(),
  })
  app.use((request, response, next) => {
    if (request.url.startsWith('/xapi/')) xapi(request, response)
    else next()
  })
  app.get('/health', (_request, response) => {
    here.bank.$client.prepare('select 1').get()
    here.statements.$client.prepare('select 1').get()
    response.json({ status: 'ok' })
  })
  app.use('/api', apiRouter(here))
  app.use('/oai', oaiRouter(here))
  app.use(refuseForeignOrigins(here.settings))
  app.use(refuseLargeBodies)
  app.use(uploadEndpoints(here))
  app.use(assetEndpoints(here))
  app.use(activityEndpoints(here))
  await addPages(app, server)
  return server
}

async function addPages(app: express.Express, server: Server): Promise<void> {
  app.use('/catalogue', catalogueFreshness(instance(), rateLimit()))
  app.use(pageSecurity(instance().settings, { dev: process.argv.includes('--dev') }))
  const getLoadContext = (request: express.Request, response: express.Response) => ({
    nonce: response.locals.nonce as string,
    address: request.ip ?? '',
  })
  if (process.argv.includes('--dev')) {
    const { createServer: createVite } = await import('vite')
    const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } })
    app.use(vite.middlewares)
    const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    app.all('*', createRequestHandler({ build, getLoadContext }))
    return
  }
  const built = pathToFileURL(join(projectRoot, 'build/server/index.js'))
  if (!existsSync(built))
    throw new CannotStart('The application is not built: run `npm start`.')
  const year = { immutable: true, maxAge: '1y' }
  app.use(compression())
  app.use('/assets', express.static(join(projectRoot, 'build/client/assets'), year))
  app.use(express.static(join(projectRoot, 'build/client'), { maxAge: '1h' }))
  const build = (await import(built.href)) as ServerBuild
  app.all('*', createRequestHandler({ build, getLoadContext, mode: 'production' }))
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portTaken(error, port)))
    server.listen(port, host, () => resolve(server))
  })
}

function portTaken(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new CannotStart(
    `Port ${port} is taken: end what uses it, or choose others with PORT and CONTENT_PORT.`,
  )
}

/** Answers what is under way, then closes the databases: nothing acknowledged is left in memory. */
async function stop(servers: Server[], ...stopJobs: (() => Promise<void>)[]): Promise<void> {
  const closed = servers.map(
    (server) =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 3000).unref()
      }),
  )
  await Promise.all([...closed, ...stopJobs.map((stopJob) => stopJob())])
  closeInstance()
}

function announce(
  url: string,
  signIns: { email: string; password: string; role: string }[],
): void {
  console.log(`\nGrainothèque: ${url}\n`)
  for (const { role, email, password } of signIns)
    console.log(`  ${role.padEnd(15)} ${email.padEnd(32)} ${password}`)
  if (signIns.length > 0) console.log('\nCtrl-C ends it.')
}
