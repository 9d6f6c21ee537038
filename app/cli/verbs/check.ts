import { existsSync } from 'node:fs'
import { print, printJson, Refused, type Verb } from '../verb.ts'

export const check: Verb = {
  name: 'check',
  usage: '<file> [--json]',
  summary: 'Checks a package and lists what an LMS would reject or warn about.',
  options: { json: { type: 'boolean' } },
  words: 1,
  async run({ words: [path = ''], options }) {
    if (!existsSync(path)) throw new Refused(`${path}: no such file.`)
    const { checkFile } = await import('#packaging/index.ts')
    const findings = await checkFile(path)
    if (options.json) printJson(findings)
    else
      for (const { severity, code, params } of findings)
        print(`${severity}\t${code}\t${JSON.stringify(params)}`)
    const errors = findings.filter((finding) => finding.severity === 'error').length
    if (errors > 0) throw new Refused(`${path}: ${errors} error(s).`)
    if (!options.json) print(`${path}: no error.`)
  },
}
