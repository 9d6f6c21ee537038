import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built application, running as a process of its own over a folder of its own. */
export type Running = {
  url: string
  contentUrl: string
  dataDir: string
  ports: [number, number]
  process: ChildProcess
  /** A browser of somebody: cookies kept, requests as from our own pages. */
  browser: (cookie?: string) => Browser
  /** Ends it as Ctrl-C does, and gives its exit code. */
  stop: () => Promise<number | null>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

export type Browser = {
  fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** Posts a form as its page does. */
  post: (path: string, fields: Record<string, string>) => Promise<Response>
  signIn: (email: string, password: string) => Promise<Response>
}

/**
 * Starts the application that was built, on free ports, and waits until it can serve.
 *
 * @param dataDir a new temporary folder by default: whoever asks removes it with {@link discard}
 * @param ports those of a server that ended, to stand where its pages look for it
 * @throws Error when it is not built, or ends before it serves
 */
export async function startServer(
  dataDir = mkdtempSync(join(tmpdir(), '.grain-server-')),
  ports?: [number, number],
): Promise<Running> {
  if (!existsSync(join(root, 'build/server/index.js')))
    throw new Error('The application is not built: run npm start or npm test.')
  const [port, contentPort] = ports ?? [await freePort(), await freePort()]
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
    cwd: root,
    env: environment({ DATA_DIR: dataDir, PORT: `${port}`, CONTENT_PORT: `${contentPort}` }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  await untilServing(child, url)
  return {
    url,
    contentUrl: `http://localhost:${contentPort}`,
    dataDir,
    ports: [port, contentPort],
    process: child,
    browser: (cookie) => openBrowser(url, cookie),
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  }
}

/** Ends a server and removes its folder. */
export async function discard(server: Running): Promise<void> {
  await server.stop()
  rmSync(server.dataDir, { recursive: true, force: true })
}

/** What a process of ours sees: nothing of the settings of whoever runs the tests. */
export function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const settings = ['HOST', 'PUBLIC_URL', 'CONTENT_URL', 'IRI_BASE']
  const inherited = Object.entries(process.env).filter(([name]) => !settings.includes(name))
  return { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...own }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilServing(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const health = await fetch(`${url}/health`).catch(() => null)
    if (health?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server ended with code ${child.exitCode} before it could serve`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  child.kill(signal)
  await once(child, 'exit')
  return child.exitCode
}

function openBrowser(url: string, cookie?: string): Browser {
  const jar = new Map<string, string>(cookie ? [split(cookie)] : [])
  const visit = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers({ Origin: url, Cookie: written(jar) })
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers })
    for (const each of response.headers.getSetCookie()) jar.set(...split(each))
    return response
  }
  const post = (path: string, fields: Record<string, string>) =>
    visit(path, { method: 'POST', body: new URLSearchParams(fields) })
  return {
    fetch: visit,
    post,
    signIn: (email, password) => post('/sign-in', { email, password }),
  }
}

function written(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

function split(cookie: string): [string, string] {
  const [pair = ''] = cookie.split(';')
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
