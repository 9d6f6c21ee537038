import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { instance } from '#app/db/instance.server.ts'
import { recompute, verifyRollups } from '#app/lrs/index.server.ts'
import { print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const rollups: Verb = {
  name: 'rollups',
  usage: '(verify [--json] | rebuild)',
  summary: 'Compares the figures of all pages with the statements, or counts them again.',
  options: { json: { type: 'boolean' } },
  words: 1,
  run({ words: [what], options }) {
    if (what === 'verify') return verify(options.json === true)
    if (what !== 'rebuild') throw new UsageError('say "verify" or "rebuild"')
    const { statements, iriBase } = instance()
    recompute(statements, { iriBase })
    return print('Counted again from the statements.')
  },
}

/** On a copy, which goes again: whoever sends statements meanwhile is held up by nothing. */
function verify(asJson: boolean): void {
  const { statements, iriBase, settings } = instance()
  const scratch = join(settings.dataDir, `${randomUUID()}.verifying`)
  const found = verifyRollups(statements, { iriBase, scratch })
  if (asJson) printJson({ equal: found === null, difference: found })
  if (found)
    throw new Refused(
      `${found.table}: ${found.how}: ${JSON.stringify(found.row)}. Run "rollups rebuild".`,
    )
  if (!asJson) print('Every figure is what the statements say.')
}
