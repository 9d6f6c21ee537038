import { statSync } from 'node:fs'
import type { FindingSaid } from '#app/i18n/sentences.server.ts'
import { print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const check: Verb = {
  name: 'check',
  usage: '<file> [--preset <lms>] [--language fr|en] [--json]',
  summary:
    'Checks a package: what an LMS would reject or warn about, where, by which rule, and what to do.',
  options: {
    json: { type: 'boolean' },
    preset: { type: 'string' },
    language: { type: 'string' },
  },
  words: 1,
  async run({ words: [path = ''], options }) {
    const { language = 'en', preset } = options
    if (language !== 'fr' && language !== 'en')
      throw new UsageError('--language must be fr or en')
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      throw new Refused(`${path}: no such file.`)
    const { sentences } = await import('#app/i18n/sentences.server.ts')
    const found = await findingsOn(path, preset)
    const said = found.map((finding) => ({
      ...sentences(language).packageFinding(finding),
      params: finding.params,
    }))
    if (options.json) printJson(said)
    else for (const finding of said) print(linesOf(finding))
    const errors = said.filter((finding) => finding.severity === 'error').length
    if (errors > 0) throw new Refused(`${path}: ${errors} error(s).`)
    if (!options.json) print(`${path}: no error.`)
  },
}

/** All that is found; with a platform, what it would mind as well. */
async function findingsOn(path: string, preset: string | boolean | undefined) {
  const { checkFile, checkForPreset, presets } = await import('#packaging/index.ts')
  if (preset === undefined) return checkFile(path)
  const known = presets.find(({ id }) => id === preset)
  if (!known)
    throw new UsageError(`--preset must be one of ${presets.map(({ id }) => id).join(', ')}`)
  return [...(await checkFile(path)), ...(await checkForPreset(path, known))]
}

/** What is wrong on a line, where and by which rule on another, what to do on the last. */
function linesOf({ severity, code, message, place, line, rule, advice }: FindingSaid): string {
  const where = place && (line === null ? place : `${place}:${line}`)
  const about = [where, rule, code].filter(Boolean).join(' · ')
  const lines = [`${severity}\t${message}`, `\t${about}`, advice && `\t→ ${advice}`]
  return lines
    .filter(Boolean)
    .map((each) => printable(String(each)))
    .join('\n')
}

/** Names come from the package, and could move the cursor of whoever reads. */
function printable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '�')
}
