import { parseArgs } from 'node:util'
import { closeInstance } from '#app/db/instance.server.ts'
import { sayRefusal } from './say-refusal.ts'
import { print, Refused, UsageError, type Verb } from './verb.ts'
import { actor } from './verbs/actor.ts'
import { addPerson } from './verbs/add-person.ts'
import { archive } from './verbs/archive.ts'
import { audit } from './verbs/audit.ts'
import { backup } from './verbs/backup.ts'
import { check } from './verbs/check.ts'
import { coverage } from './verbs/coverage.ts'
import { deployments } from './verbs/deployments.ts'
import { exportModules } from './verbs/export.ts'
import { forward } from './verbs/forward.ts'
import { framework } from './verbs/framework.ts'
import { list } from './verbs/list.ts'
import { lrsCredential } from './verbs/lrs-credential.ts'
import { nodes } from './verbs/nodes.ts'
import { probe } from './verbs/probe.ts'
import { restore } from './verbs/restore.ts'
import { rollups } from './verbs/rollups.ts'
import { search } from './verbs/search.ts'
import { seed } from './verbs/seed.ts'

const verbs: Verb[] = [
  seed,
  list,
  search,
  framework,
  coverage,
  exportModules,
  deployments,
  forward,
  check,
  probe,
  lrsCredential,
  rollups,
  actor,
  archive,
  audit,
  backup,
  restore,
  addPerson,
  nodes,
]

process.exitCode = await main(process.argv.slice(2))

/** @returns 0 done, 1 refused with the reason, 2 wrong usage */
async function main([name, ...rest]: string[]): Promise<number> {
  if (!name || name === '--help' || name === '-h') {
    print(help())
    return name ? 0 : 2
  }
  const verb = verbs.find((each) => each.name === name)
  if (!verb) return complain(`unknown verb "${name}"\n\n${help()}`, 2)
  try {
    await run(verb, rest)
    return 0
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\n\n${helpOf(verb)}`, 2)
    return complain(reason(error), 1)
  } finally {
    closeInstance()
  }
}

async function run(verb: Verb, args: string[]): Promise<void> {
  const { values, positionals } = parse(verb, args)
  if (values.help) return print(helpOf(verb))
  if (verb.words !== 'any' && positionals.length !== verb.words) {
    throw new UsageError(
      `"${verb.name}" takes ${verb.words} argument(s), got ${positionals.length}`,
    )
  }
  await verb.run({
    words: positionals,
    options: values as Record<string, string | boolean | undefined>,
  })
}

function parse(verb: Verb, args: string[]) {
  const options = { ...verb.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function help(): string {
  const lines = verbs.map(
    (verb) => `  ${`${verb.name} ${verb.usage}`.padEnd(72)} ${verb.summary}`,
  )
  return [
    'usage: npm run -s grain -- <verb>',
    '',
    ...lines,
    '',
    'DATA_DIR sets where the bank is stored (default: ./data).',
  ].join('\n')
}

function helpOf(verb: Verb): string {
  return `usage: npm run -s grain -- ${verb.name} ${verb.usage}\n\n${verb.summary}`
}

/** What the system refuses (no such folder, disk full) is said as it says it; the rest is a defect. */
function reason(error: unknown): string {
  const said = sayRefusal(error)
  if (said !== null) return said
  const { message, stack, syscall } = error as NodeJS.ErrnoException
  return error instanceof Refused || syscall ? message : String(stack)
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
