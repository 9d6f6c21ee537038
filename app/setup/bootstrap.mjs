// One command from a fresh clone to a running application (`start`) or to a tested one (`test`).
// Only `node:` imports: nothing is installed yet when this runs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [verb, ...rest] = process.argv.slice(2)

const verbs = { start, test, bench, grain, build: prepare }
if (!(verb in verbs)) {
  console.error(`usage: node app/setup/bootstrap.mjs ${Object.keys(verbs).join('|')}`)
  process.exit(2)
}
await verbs[verb]()

async function start() {
  prepare()
  const code = await runUntilEnd(
    process.execPath,
    ['--import', 'tsx', 'app/server.ts', ...rest],
    {
      NODE_ENV: 'production',
    },
  )
  process.exit(code)
}

/** The command line: only JSON may go to standard output, so whatever this script says goes beside it. */
async function grain() {
  process.chdir(root)
  installPackages()
  loadDriver()
  process.exit(
    await runUntilEnd(process.execPath, ['--import', 'tsx', 'app/cli/grain.ts', ...rest], {}),
  )
}

/** Types, lint, unit tests, then the browser; the first failure ends it with a code that is not zero. */
async function test() {
  prepare()
  const browser = findBrowser()
  const steps = [
    ['types', 'node_modules/typescript/bin/tsc', '--noEmit'],
    [
      'types of the player',
      'node_modules/typescript/bin/tsc',
      '--noEmit',
      '-p',
      'packaging/player',
    ],
    ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
    ['catalogue', 'app/setup/write-catalogue.mjs', '--check'],
    ['packages guide', '--import', 'tsx', 'app/setup/write-guide.ts', '--check'],
    ['lock file', 'app/setup/complete-lock.mjs', '--check'],
    ['unit tests', 'node_modules/vitest/vitest.mjs', 'run'],
    ['browser tests', 'node_modules/@playwright/test/cli.js', 'test'],
  ]
  for (const [name, ...command] of steps) {
    await timed(name, () => must(name, process.execPath, command, { CHROMIUM_PATH: browser }))
  }
  process.exit(0)
}

async function timed(name, act) {
  say(name)
  const started = Date.now()
  await act()
  say(`${name}: ${Math.round((Date.now() - started) / 1000)} s`)
}

async function bench() {
  prepare()
  await must('bench', process.execPath, ['--import', 'tsx', 'tests/bench/run.ts', ...rest], {
    NODE_ENV: 'production',
    CHROMIUM_PATH: findBrowser(),
  })
}

/** Packages, the compiled SQLite driver and the built application: each only when it is out of date. */
function prepare() {
  process.chdir(root)
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Node 20 or newer is needed; this is ${process.version}.`)
  }
  installPackages()
  loadDriver()
  buildApplication()
}

function installPackages() {
  const wanted = digest(
    ['package-lock.json'],
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  )
  if (readStamp('node_modules/.grainotheque') === wanted) return
  say('installing packages')
  run('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  writeStamp('node_modules/.grainotheque', wanted)
}

/** better-sqlite3 compiles for more than a minute where its binary cannot be downloaded: keep it. */
function loadDriver() {
  const file = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'
  const { version } = JSON.parse(
    readFileSync('node_modules/better-sqlite3/package.json', 'utf8'),
  )
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const name = `${version}-${process.platform}-${process.arch}-${process.versions.modules}`
  const kept = join(cache, 'grainotheque', `better_sqlite3-${name}.node`)
  if (driverLoads()) return
  if (existsSync(kept)) {
    mkdirSync(dirname(file), { recursive: true })
    cpSync(kept, file)
    if (driverLoads()) return
  }
  say('preparing the SQLite driver (a minute or two, once)')
  run(
    'npm',
    ['rebuild', 'better-sqlite3', '--foreground-scripts', '--loglevel=error'],
    nodeHeaders(),
  )
  if (!driverLoads())
    fail('better-sqlite3 cannot be loaded: python3, make and g++ are needed to compile it.')
  try {
    mkdirSync(dirname(kept), { recursive: true })
    cpSync(file, kept)
  } catch {
    // A home folder that cannot be written only costs the next clone its minute.
  }
}

function driverLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()"
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0
}

/** Where the headers stand beside Node itself, node-gyp need not download them. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath))
  if (!existsSync(join(prefix, 'include/node/node.h'))) return {}
  return { npm_config_nodedir: prefix, npm_package_config_node_gyp_nodedir: prefix }
}

function buildApplication() {
  const sources = [
    'app',
    'content-schema',
    'editor',
    'packaging',
    'package-lock.json',
    'vite.config.ts',
  ]
  const wanted = digest(sources.flatMap(filesBelow), process.version)
  if (readStamp('build/.grainotheque') === wanted) return
  say('building the application')
  run(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    NODE_ENV: 'production',
  })
  writeStamp('build/.grainotheque', wanted)
}

/** Debian's or Ubuntu's own Chromium, an installed Chrome, or the one playwright downloads. */
function findBrowser() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const found = () => known.find((path) => path && existsSync(path))
  if (found()) return found()
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('installing chromium')
    run('apt-get', ['update', '-qq'])
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      {
        DEBIAN_FRONTEND: 'noninteractive',
      },
    )
    return found() ?? fail('Chromium was installed but cannot be found.')
  }
  say("downloading playwright's browser")
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  return ''
}

function digest(files, salt) {
  const hash = createHash('sha256').update(salt)
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (
    !readdirSync(dirname(path), { withFileTypes: true })
      .find((e) => e.name === path.split('/').at(-1))
      ?.isDirectory()
  ) {
    return [path]
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function writeStamp(path, text) {
  writeFileSync(path, text)
}

/** npm called inside npm must not inherit what the outer one says of its own script. */
function environment(extra) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package)_/.test(name),
  )
  return { ...Object.fromEntries(inherited), ...extra }
}

function run(command, args, extra = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
    env: environment(extra),
  })
  if (error) fail(`${command}: ${error.message}`)
  if (status !== 0) fail(`${command} ${args[0] ?? ''} failed (${status})`)
}

async function must(name, command, args, extra) {
  const code = await runUntilEnd(command, args, extra)
  if (code !== 0) fail(`${name} failed`, code)
}

/** The child gets the same Ctrl-C as we do: wait until it has ended cleanly. */
function runUntilEnd(command, args, extra) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extra) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  }
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

function say(text) {
  console.error(`· ${text}`)
}

function fail(text, code = 1) {
  console.error(text)
  process.exit(code || 1)
}
