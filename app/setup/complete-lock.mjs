// Run after each `npm install`: npm leaves out of the lock file the optional packages of other
// platforms that the registry in use does not serve, and `npm ci` then refuses that lock file.
// `--check` only says whether something is missing (exit code 1).
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([owner, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(owner, name))
    .map(([name, version]) => ({ owner, name, version })),
)

if (process.argv.includes('--check')) {
  for (const { owner, name } of missing)
    console.error(`missing from package-lock.json: ${name} (${owner})`)
  process.exit(missing.length > 0 ? 1 : 0)
}

for (const { name, version } of missing) {
  lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) }
}
const packages = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  path,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`,
)
console.log(`package-lock.json: ${missing.length} optional packages of other platforms added`)

function isLocked(owner, name) {
  for (
    let folder = owner;
    ;
    folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')
  ) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

function platformOf(name) {
  const words = name.split(/[/@.-]/)
  const find = (known) => known.filter((word) => words.includes(word))
  const os = find([
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'aix',
    'win32',
  ])
  const cpu = find([
    'arm64',
    'arm',
    'x64',
    'ia32',
    'ppc64',
    'riscv64',
    's390x',
    'loong64',
    'mips64el',
    'wasm32',
  ])
  const musl = words.some((word) => word === 'musl' || word === 'linuxmusl')
  return {
    os: os.length > 0 ? os : ['unknown'],
    ...(cpu.length > 0 && { cpu }),
    ...(musl && { libc: ['musl'] }),
  }
}
